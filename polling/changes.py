"""Who is told that something changed. Written first, announced after, by whoever wrote it."""

from __future__ import annotations

from blinker import Signal


class Changes:
    """Signals of one server, each sent with a session's id, and `votes` with a Poll."""

    def __init__(self) -> None:
        self.transition = Signal()
        self.votes = Signal()
        self.keys = Signal()
        """A session's keys were renewed."""
        self.gone = Signal()
        """A session was deleted."""
        self.address = Signal()
        """Phones are to open another address: of every session, so no id is sent."""
