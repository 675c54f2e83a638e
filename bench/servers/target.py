"""A server under test, and a session in it. Another server is another class with these methods."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Protocol

from bench.process import Process

ANSWERS = ("a", "b", "c", "d")


@dataclass(frozen=True)
class Room:
    """A session: its number and its code, and what clients say to get in."""

    session: int
    code: str
    phone: dict[str, Any]
    screen: dict[str, Any]
    host: dict[str, Any]


class Target(Protocol):
    """What bench asks of a server. It speaks Socket.IO as docs/protocol.md has it."""

    name: str

    tells_own_answers: bool
    """Whether a `state` shows each phone its own answer, so that it can be compared."""

    @property
    def socket(self) -> str:
        """Where raw WebSockets connect."""

    @property
    def process(self) -> Process: ...

    def start(self) -> None:
        """Returns once it serves."""

    def room(self) -> Room:
        """A new session."""

    def poll(self, room: Room, *, live: bool) -> int:
        """A single choice of ANSWERS, not yet open. `live`: phones see results while they vote."""

    def connections(self) -> int:
        """How many clients it believes to have."""

    def stored(self, poll: int) -> Counter[str]:
        """What it has kept of each answer, counted. Also after `stop`."""

    def complaints(self) -> str:
        """The first error it wrote into its log; empty where there is none."""

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""

    def stop(self) -> None: ...


class Durable(Target, Protocol):
    """One that keeps what it acknowledged: after `kill`, `start` serves the same data at the same
    address."""
