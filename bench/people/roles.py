"""Who is in the hall: phones, the wall and the host."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from bench.people.client import PATIENCE_S, Client, Received


class Phone(Client):
    """An attendee.

    `shown`: its state on joining. `answers`: the last acknowledged, by poll. `heard`: how many
    results it was sent, `last`: the last of them.
    """

    def __init__(self, auth: dict[str, Any]) -> None:
        super().__init__(auth)
        self.heard = 0
        self.last = b""
        self.shown: dict[str, Any] = {}
        self.answers: dict[int, str] = {}
        self._seq = 0

    async def join(self, address: str) -> Received:
        """The token of the first time is sent back at the next: the same participant."""
        state = await super().join(address)
        self.shown = state.read()
        self.auth["participant"] = self.shown["participant"]
        return state

    def vote(self, poll: int, answer: str, *, again: bool = False) -> asyncio.Future[Received]:
        """Votes in round 1. `again` sends with the same number, as after a lost acknowledgement."""
        self._seq += not again
        message = {"poll": poll, "round": 1, "answer": answer, "seq": self._seq}
        return self.ask("vote", message)

    def heard_results(self, at: float, packet: bytes) -> None:
        self.heard += 1
        self.last = packet


class Screen(Client):
    """The wall: keeps every results message."""

    def __init__(self, auth: dict[str, Any]) -> None:
        super().__init__(auth)
        self.results: list[Received] = []

    def heard_results(self, at: float, packet: bytes) -> None:
        self.results.append(Received(at, packet))

    async def shows(self, poll: int, answered: int) -> dict[str, Any]:
        """Waits until that many have answered on the wall; returns what it shows then."""
        deadline = time.perf_counter() + PATIENCE_S
        shown: dict[str, Any] = {}
        while time.perf_counter() < deadline:
            shown = self.results[-1].read() if self.results else {}
            if shown.get("poll") == poll and shown["answered"] >= answered:
                break
            await asyncio.sleep(0.02)
        return shown


class Host(Client):
    """The facilitator."""

    def does(self, action: str, poll: int) -> asyncio.Future[Received]:
        return self.ask("control", {"action": action, "poll": poll})
