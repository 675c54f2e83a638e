"""Reactions: sent from phones, risen on the wall's margin, counted for the host."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.browser.asking import opened
from tests.browser.consoles import Console
from tests.browser.kind_rooms import joined
from tests.browser.wall import Wall, edges
from tests.room import Room


def react_here(room: Room) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"reactions": True}})


def test_a_reaction_goes_from_a_phone_to_wall_and_console(
    browser: Browser, hall: Room, wall: Callable[..., Wall]
) -> None:
    react_here(hall)
    opened(hall)
    still, moving = wall(hall), wall(hall, reduced_motion="no-preference")
    host = Console(browser, hall).opens()
    with joined(browser, hall) as mine:
        for name in ("Applause", "Applause", "Heart"):
            mine.page.get_by_role("button", name=name, exact=True).click()
            mine.page.wait_for_timeout(300)
        expect(mine.page.locator("#announcements")).to_have_text("Sent: Heart")
    expect(moving.page.locator(".air i").first).to_be_attached()
    for page in (still.page, moving.page, host.page):
        counts = page.locator(".reaction-counts li:visible")
        expect(counts).to_have_text(["2 Applause", "1 Heart"])
    expect(still.page.locator(".air i")).to_have_count(0)
    left, *_ = edges(moving.page.locator(".reactions"))
    _, _, right, _ = edges(moving.page.locator(".bars"))
    assert left >= right - 1
    host.context.close()


def test_the_wall_holds_a_few_at_once_and_counts_the_rest(
    hall: Room, wall: Callable[..., Wall]
) -> None:
    react_here(hall)
    projected = wall(hall, reduced_motion="no-preference")
    expect(projected.page.locator(".join")).to_be_visible()
    people = [hall.attendee() for _ in range(2)]
    for person in people:
        for _ in range(15):
            assert person.sends("react", {"reaction": "laugh"})["ok"]
    expect(projected.page.locator(".reaction-counts li:visible")).to_have_text(["30 Laugh"])
    assert 0 < projected.page.locator(".air i").count() <= 20


def test_where_the_session_has_none_there_are_no_buttons(browser: Browser, hall: Room) -> None:
    opened(hall)
    with joined(browser, hall) as mine:
        expect(mine.page.locator("#reactions")).to_be_hidden()
        react_here(hall)
        expect(mine.page.locator("#reactions")).to_be_visible()
        for button in mine.page.locator("#reactions button").all():
            left, top, right, bottom = edges(button)
            assert right - left >= 48
            assert bottom - top >= 48
        assert not mine.overflows()
