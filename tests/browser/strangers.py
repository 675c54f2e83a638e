"""Hosts that are not ours: no page may ask one for anything."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request, WebSocket

OURS = ("127.0.0.1", "localhost", "::1", None)
"""This machine, and what has no host: data, blobs, empty pages."""


class Strangers:
    """Watches browsers. Also what a policy of ours forbids is an attempt, and counts."""

    def __init__(self, *ours: str) -> None:
        """`ours` are hosts that may be asked too."""
        self._ours = (*OURS, *ours)
        self._asked: list[str] = []

    def watch(self, context: BrowserContext) -> None:
        context.on("request", self._note)
        context.on("page", self._watch_sockets)

    def asked(self) -> list[str]:
        """The addresses since it was last asked for."""
        asked, self._asked = self._asked, []
        return asked

    def _watch_sockets(self, page: Page) -> None:
        page.on("websocket", self._note)

    def _note(self, asked: Request | WebSocket) -> None:
        if urlsplit(asked.url).hostname not in self._ours:
            self._asked.append(asked.url)
