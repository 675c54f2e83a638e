"""The door: comings and goings, a few at a time, so that those who are in have their turn."""

from __future__ import annotations

import logging
from collections.abc import Callable

from polling import runtime
from polling.live.packets import NotAMessage

AT_ONCE = 8
"""A hall that comes in one instant is let in over a second or two; votes pass in between."""


class Door:
    """Calls `let_pass(line, packet)` for each packet that is no event, in order of arrival."""

    def __init__(
        self, let_pass: Callable[[str, str], None], cut_off: Callable[[str], None]
    ) -> None:
        self._let_pass = let_pass
        self._cut_off = cut_off
        self._inbox = runtime.Inbox()
        self._waiting: set[str] = set()
        runtime.spawn(self._serve)

    def put(self, line: str, packet: str) -> None:
        """Raises NotAMessage for who does not wait for an answer: nobody else fills the queue."""
        if line in self._waiting:
            raise NotAMessage
        self._waiting.add(line)
        self._inbox.put((line, packet))

    def _serve(self) -> None:
        while True:
            for number, (line, packet) in enumerate(self._inbox.take_all(), start=1):
                self._waiting.discard(line)
                try:
                    self._let_pass(line, packet)
                except NotAMessage:
                    self._cut_off(line)
                except Exception:  # whose coming fails keeps nobody else outside
                    logging.getLogger("polling.live").exception("a client could not come in")
                    self._cut_off(line)
                if number % AT_ONCE == 0:
                    runtime.sleep()
