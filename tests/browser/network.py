"""What a page fetches, and what made it do so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

AFTERWARDS = ("/phone/later.js", "/js/kinds.js")
"""The modules that fetch what may be needed once nothing else is to be fetched."""


def frames(by: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Who called whom, also across promises."""
    stack = by.get("stack")
    while stack:
        yield from stack["callFrames"]
        stack = stack.get("parent")


@dataclass
class Asked:
    """One request: what made the browser send it, and how many bytes came."""

    address: str
    by: dict[str, Any]
    size: int = 0


class Network:
    """What a page asks for: not what it frames, nor the live connection; fonts only if wanted."""

    def __init__(self, page: Page, *, fonts: bool = False) -> None:
        self._page = page
        self._fonts = fonts
        self._asked: dict[str, Asked] = {}
        self._frame: str | None = None
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.on("Network.requestWillBeSent", self._request)
        devtools.on("Network.loadingFinished", self._finished)

    def _request(self, event: dict[str, Any]) -> None:
        self._frame = self._frame or event["frameId"]
        if event["frameId"] == self._frame:
            self._asked[event["requestId"]] = Asked(event["request"]["url"], event["initiator"])

    def _finished(self, event: dict[str, Any]) -> None:
        if asked := self._asked.get(event["requestId"]):
            asked.size = event["encodedDataLength"]

    def came(self) -> list[Asked]:
        """All there is, once the page asks for nothing more."""
        self._page.wait_for_load_state("networkidle")
        asked = [one for one in self._asked.values() if "/socket.io/" not in one.address]
        fetched = [one.address for one in asked if one.size]
        assert sorted(set(fetched)) == sorted(fetched), "something was fetched twice"
        return [one for one in asked if self._fonts or not one.address.endswith(".woff2")]

    def first(self) -> list[Asked]:
        """What came before the page fetched what may be needed later."""
        found: list[Asked] = []
        later: set[str] = set()
        for one in self.came():
            asked_by = {one.by.get("url"), *(frame["url"] for frame in frames(one.by))}
            if any(url and (url in later or url.endswith(AFTERWARDS)) for url in asked_by):
                later.add(one.address)
            else:
                found.append(one)
        return found

    def late(self) -> list[Asked]:
        """What the page itself did not name: another file made the browser ask for it.

        The page and its icon are the browser's own doing.
        """
        page, *files = self.first()
        return [
            one for one in files
            if one.by["type"] != "other" and one.by.get("url") != page.address
        ]  # fmt: skip
