"""A server under test, and a session in it. Another server is another class with these methods."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Protocol

from bench.process import Process

QUIET, LIVE = 0, 1
"""Places in `Room.polls`: results go to the wall alone, or to every phone while it votes."""

ANSWERS = ("a", "b", "c", "d")


@dataclass(frozen=True)
class Room:
    """A session: what clients say to get in, and its two polls."""

    phone: dict[str, Any]
    screen: dict[str, Any]
    host: dict[str, Any]
    polls: tuple[int, int]


class Target(Protocol):
    """What bench asks of a server. It speaks Socket.IO as docs/protocol.md has it."""

    name: str

    @property
    def socket(self) -> str:
        """Where raw WebSockets connect."""

    @property
    def process(self) -> Process: ...

    def start(self) -> None:
        """Returns once it serves. After `kill`, at the same address and on the same data."""

    def room(self) -> Room:
        """A new session with two single choices of ANSWERS, not yet open."""

    def connections(self) -> int:
        """How many clients it believes to have."""

    def stored(self, poll: int) -> Counter[str]:
        """What it has kept of each answer, counted ballot by ballot."""

    def complaints(self) -> str:
        """The first error it wrote into its log; empty where there is none."""

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""

    def stop(self) -> None: ...
