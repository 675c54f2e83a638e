"""What a phone fetches before its first vote: little, at once, and from this server alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Error, Route, expect

from tests.browser.asking import held_back, options
from tests.browser.consoles import Console
from tests.browser.network import Network
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
        with suppress(Error):  # the page that asked may be gone
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
