"""Everybody in one session: the phones, one wall, one host."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import nullcontext

from bench.people.roles import Host, Phone, Screen
from bench.servers.target import Room, Target

HANDSHAKES_AT_ONCE = 200
"""A hall scans a QR code within seconds, not in one instant; and the driver has one core too."""

VANGUARD = 10
"""They come and go before anything is measured, so that what is loaded late is loaded."""

SETTLE_S = 0.3
"""Until the server has forgotten them."""


class Hall:
    """Fills a session of `target` with `number` phones."""

    def __init__(self, target: Target, number: int) -> None:
        self.target = target
        self.room: Room = target.room()
        self.phones = [Phone(self.room.phone) for _ in range(number)]
        self.screen = Screen(self.room.screen)
        self.host = Host(self.room.host)

    async def prepare(self) -> None:
        """The wall and the host are there before the attendees are."""
        await self.screen.join(self.target.socket)
        await self.host.join(self.target.socket)
        vanguard = [Phone(self.room.phone) for _ in range(VANGUARD)]
        for phone in vanguard:
            await phone.join(self.target.socket)
        for phone in vanguard:
            phone.leave()
        await asyncio.sleep(SETTLE_S)

    def poll(self, *, live: bool = False) -> int:
        """A new question. `live`: phones are shown results while they vote."""
        return self.target.poll(self.room, live=live)

    async def fill(
        self, phones: Sequence[Phone] | None = None, *, at_once: int | None = HANDSHAKES_AT_ONCE
    ) -> list[float | BaseException]:
        """All join, or the named ones, with `at_once` handshakes under way, or all of them.

        For each: seconds to its first state, or why not.
        """
        door = asyncio.Semaphore(at_once) if at_once else nullcontext()

        async def join(phone: Phone) -> float:
            async with door:
                began = time.perf_counter()
                state = await phone.join(self.target.socket)
                return state.at - began

        everybody = self.phones if phones is None else phones
        return await asyncio.gather(*map(join, everybody), return_exceptions=True)

    def empty(self) -> None:
        """Everybody leaves at once."""
        for client in (*self.phones, self.screen, self.host):
            client.leave()
