"""What a phone fetches before its first vote: little, at once, and from this server alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from tests.browser.asking import held_back, options
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.room import Room

LARGEST_FIRST_VIEW = 60_000
"""Bytes as they are sent, headers and all; fonts come when they come."""


LONG = [
    "Rencontrer un fournisseur avant de publier le marché",
    "Partager la même information avec tous ceux que l’on rencontre",
    "Rédiger le cahier des charges avec un seul fournisseur",
    "Garder la trace écrite de chaque échange",
    "Demander un devis pour estimer le prix",
]

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
    """What a page asks for: not what it frames, nor fonts and the live connection."""

    def __init__(self, page: Page) -> None:
        self._page = page
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
        assert len({one.address for one in asked}) == len(asked), "something was fetched twice"
        return [one for one in asked if not one.address.endswith(".woff2")]

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


@pytest.fixture
def phone(browser: Browser, room: Room) -> Iterator[Phone]:
    """One whose room is asked something already."""
    room.asks()
    room.facilitator().does("next")
    phone = Phone(browser, room)
    yield phone
    phone.context.close()
    assert phone.errors == []


def test_a_phone_fetches_little_before_it_can_vote(phone: Phone):
    network = Network(phone.page)
    phone.joins_live()
    came = network.first()
    sizes = {one.address: one.size for one in came}
    assert min(sizes.values()) > 0
    assert sum(sizes.values()) <= LARGEST_FIRST_VIEW, sizes
    for one in came:
        assert one.address.startswith(f"{phone.room.server.url}/"), one.address


def test_a_page_names_all_that_its_phone_needs(phone: Phone):
    network = Network(phone.page)
    phone.joins_live()
    assert len(network.came()) > 20
    assert network.late() == []


def test_a_question_that_comes_later_needs_no_file(browser: Browser, room: Room):
    for kind in ("single_choice", "word_cloud", "yes_no"):
        room.asks(kind, title=f"About {kind}?")
    host = room.facilitator()
    phone = Phone(browser, room).joins_live()
    phone.page.wait_for_load_state("networkidle")
    network = Network(phone.page)
    for kind in ("single_choice", "word_cloud", "yes_no"):
        host.does("next")
        phone.asks(f"About {kind}?")
        expect(phone.page.locator("#fields :is(label, textarea)").first).to_be_visible()
    assert [one.address for one in network.came()] == []
    phone.context.close()


def test_a_question_nobody_knew_of_brings_its_kind_along(browser: Browser, room: Room):
    phone = Phone(browser, room).joins_live()
    room.asks("yes_no", title="Au fait ?")
    room.facilitator().does("next")
    phone.asks("Au fait ?")
    phone.chooses("Yes")
    phone.says("Your vote is recorded")
    phone.context.close()
    assert phone.errors == []


def test_options_are_drawn_with_their_shapes(phone: Phone):
    phone.joins_live()
    for shape in phone.page.locator(".choice .mark use").all():
        box = shape.bounding_box()
        assert box is not None
        assert box["width"] > 10


SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""


def test_nothing_moves_when_the_typeface_comes(browser: Browser, room: Room):
    room.asks("multiple_choice", options(*LONG), "Pendant le sourcing, que peut faire un agent ?")
    room.facilitator().does("next")
    phone = Phone(browser, room, locale="fr-FR")
    phone.page.add_init_script(SHIFTS)
    let_through = held_back(phone.page, "**/*.woff2")
    phone.page.goto(f"{room.server.url}/{room.code}", wait_until="commit")
    expect(phone.page.locator("#connection-said")).to_have_text("En ligne")
    assert phone.page.evaluate("document.fonts.status") == "loading"
    before = phone.page.locator(".choice").last.bounding_box()
    let_through()
    phone.page.evaluate("document.fonts.ready")
    assert phone.page.evaluate("document.fonts.check('1rem \"Atkinson Hyperlegible Next\"')")
    assert phone.page.locator(".choice").last.bounding_box() == before
    assert phone.page.evaluate("shifts") == []
    phone.context.close()


def test_a_phone_can_vote_before_its_scripts_have_come(phone: Phone):
    waiting: list[Route] = []
    phone.page.route("**/phone/*.js", lambda route: waiting.append(route))  # noqa: PLW0108 - asked its name
    phone.page.goto(f"{phone.room.server.url}/{phone.room.code}", wait_until="commit")
    phone.chooses("Oui")
    phone.sends()
    phone.says("Your vote is recorded")
    assert waiting
    for route in waiting:  # left alone, they would be found among the next test's
        with suppress(Error):  # of the page before the vote
            route.abort()


def test_a_phone_that_comes_again_fetches_its_page_alone(phone: Phone):
    phone.joins_live()
    network = Network(phone.page)
    phone.page.goto("about:blank")
    phone.joins_live()
    fetched = [one for one in network.came() if one.size]
    assert [one.address for one in fetched] == [phone.page.url]


def test_a_wall_names_all_it_needs(browser: Browser, room: Room):
    room.asks("word_cloud")
    room.facilitator().does("next")
    room.attendee().votes(["sourcing"])
    page = browser.new_context().new_page()
    network = Network(page)
    page.goto(f"{room.server.url}/{room.code}/screen?key={room.session['screen_key']}")
    expect(page.locator(".sky text")).to_have_text("sourcing")
    assert network.late() == []
    page.context.close()


def test_a_console_names_all_it_needs(room: Room, console: Callable[..., Console]):
    room.asks("word_cloud")
    room.facilitator().does("next")
    room.attendee().votes(["sourcing"])
    host = console()
    network = Network(host.page)
    host.opens_live()
    expect(host.page.locator(".sky text")).to_have_text("sourcing")
    assert network.late() == []
