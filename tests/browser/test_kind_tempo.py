"""The tempo in a browser: said beside the questions, seen by the host, shown when wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.asking import opened
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, comes_to, joined
from tests.browser.wall import Wall
from tests.room import Room


def asked(room: Room) -> dict[str, Any]:
    tempo = room.asks("tempo", {}, "How is the pace?")
    opened(room)
    return tempo


def counts(**said: int) -> dict[str, int]:
    return {"fast": 0, "right": 0, "slow": 0, "lost": 0, **said}


def test_a_tap_says_it_and_another_takes_it_back(browser: Browser, hall: Room) -> None:
    tempo = asked(hall)
    with joined(browser, hall) as mine:
        page = mine.page
        page.get_by_role("button", name="How is the pace?").press("Enter")
        fast, lost = (page.get_by_role("button", name=name) for name in ("Too fast", "I am lost"))
        fast.click()
        comes_to(hall, tempo, counts=counts(fast=1))
        lost.press("Enter")
        comes_to(hall, tempo, counts=counts(lost=1))
        expect(lost).to_have_attribute("aria-pressed", "true")
        expect(fast).to_have_attribute("aria-pressed", "false")
        lost.click()
        comes_to(hall, tempo, counts=counts())
        expect(lost).to_have_attribute("aria-pressed", "false")
        page.get_by_role("button", name="Close").click()
        expect(page.locator("#sheet")).to_be_hidden()


def test_an_answer_that_counts_no_longer_is_let_go(browser: Browser, hall: Room) -> None:
    tempo = asked(hall)
    with joined(browser, hall) as mine:
        mine.page.clock.install()
        mine.page.reload()
        mine.page.get_by_role("button", name="How is the pace?").click()
        right = mine.page.get_by_role("button", name="Just right")
        right.click()
        comes_to(hall, tempo, counts=counts(right=1))
        mine.page.clock.fast_forward(170_000)
        expect(right).to_have_attribute("aria-pressed", "true")
        mine.page.clock.fast_forward(11_000)
        expect(right).to_have_attribute("aria-pressed", "false")


def test_on_the_wall_it_is_bars_and_a_form_without_javascript(
    browser: Browser, hall: Room, wall: Callable[..., Wall]
) -> None:
    tempo = asked(hall)
    projected, host = wall(hall), hall.facilitator()
    host.does("show", poll=tempo["id"], round=1)
    projected.asks("How is the pace?")
    expect(projected.stage).to_contain_text("Nobody said anything in the last 3 minutes")
    expect(projected.stage).not_to_contain_text("%")
    with joined(browser, hall, java_script_enabled=False) as mine:
        mine.page.get_by_role("button", name="Too slow").click()
        mine.says("Your vote is recorded")
        comes_to(hall, tempo, counts=counts(slow=1))
        projected.shows_bars([0, 0, 1, 0], ["0%", "0%", "100%", "0%"])
        mine.page.get_by_role("button", name="Too slow").click()
        mine.says("Your answer is withdrawn")
        comes_to(hall, tempo, counts=counts())


def test_the_host_has_it_in_sight_and_puts_it_on_the_wall(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Tempo")
    page.get_by_role("button", name="Save", exact=True).click()
    line = page.locator(".beside .line")
    expect(line).to_contain_text("Et vous ?")
    tempo = room.facilitator().state["beside"][0]
    poll = opened(room)
    person = room.attendee()
    person.sees(id=poll["id"], status="open")
    assert person.votes("lost", poll=tempo["id"], round=1)["ok"]
    now = page.locator(".indicators li")
    expect(now).to_have_text(["Too fast0", "Just right0", "Too slow0", "I am lost1"])
    expect(page.locator("#said")).to_have_text("1 person is lost")
    line.get_by_role("button", name="Show on the wall").click()
    person.sees(id=tempo["id"])
    line.get_by_role("button", name="Close").click()
    expect(page.locator(".indicators")).to_be_hidden()
    person.sees(id=tempo["id"], status="closed")
