"""One screen only: the session is run on the wall, and the room sees no more for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.asking import deeds
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]


class Bar:
    """The presenter bar of a wall."""

    def __init__(self, wall: Wall) -> None:
        self.page = wall.page
        self.bar = wall.page.get_by_role("complementary", name="Presenter bar")

    def presses(self, name: str) -> None:
        self.page.mouse.move(400, 300)
        self.page.mouse.move(410, 300)
        self.bar.get_by_role("button", name=name, exact=True).click()

    def has_focus(self, name: str) -> bool:
        return self.page.locator(":focus").all_inner_texts() == [name]

    def says(self, text: str) -> None:
        expect(self.bar.locator(".counts")).to_contain_text(text)

    def is_there(self) -> None:
        expect(self.bar).to_have_css("opacity", "1")

    def is_gone(self) -> None:
        expect(self.bar).to_have_css("opacity", "0")


@pytest.fixture
def projected(hall: Room, wall: Walls) -> Wall:
    poll = hall.asks(title="First?", results="hidden")
    hall.server.api("PATCH", f"/polls/{poll['id']}", {"notes": "Let two people speak."})
    hall.asks(title="Second?")
    projected = wall(hall, key="facilitator_key")
    Bar(projected).says("0 connected")  # before that no key is heard
    return projected


def test_a_whole_session_is_run_from_the_wall(projected: Wall, hall: Room) -> None:
    bar = Bar(projected)
    bar.presses("Start with question 1")
    projected.asks("First?")
    someone = hall.attendee()
    someone.sees(status="open")
    assert someone.votes("a")["ok"]
    bar.says("1 answer of 1")
    bar.says("1 connected")
    projected.holds_no_results()
    expect(projected.page.locator("body")).not_to_contain_text("two people")
    bar.presses("+30 s")
    someone.sees(status="open")
    expect(projected.page.get_by_role("timer")).to_be_visible()
    bar.presses("QR code")
    projected.shows("join")
    bar.presses("QR code")
    bar.presses("Close the vote")
    bar.presses("Reveal the results")
    expect(projected.page.get_by_text("Fewer than five answers")).to_be_visible()
    projected.holds_no_results()
    bar.presses("Reveal the results")
    projected.shows_bars([1, 0, 0])
    bar.presses("Hide")
    projected.holds_no_results()
    bar.presses("Next")
    projected.asks("Second?")
    bar.presses("Blank")
    projected.shows("blank")
    bar.presses("Blank")
    bar.presses("Close the vote")
    bar.presses("End the session")
    projected.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    projected.shows("poll")
    bar.presses("End the session")
    projected.page.get_by_role("dialog").get_by_role("button", name="End the session").click()
    projected.shows("end")
    assert deeds(hall)[-1] == "end"


def test_it_is_there_when_wanted(
    projected: Wall, hall: Room, axe: Callable[[Page], list[str]]
) -> None:
    bar, keyboard = Bar(projected), projected.page.keyboard
    bar.is_there()
    assert axe(projected.page) == []
    keyboard.press("Escape")
    bar.is_gone()
    projected.page.mouse.move(200, 200)
    bar.is_there()
    bar.presses("Hide this bar")
    bar.is_gone()
    keyboard.press("Tab")
    bar.is_there()
    for _ in range(8):  # round, from the button that hid it
        if bar.has_focus("Start with question 1"):
            break
        keyboard.press("Tab")
    keyboard.press("Enter")
    projected.asks("First?")
    keyboard.press("PageDown")
    projected.asks("Second?")
    keyboard.press("Escape")
    bar.is_gone()


def test_who_only_shows_the_wall_has_no_bar(hall: Room, wall: Walls) -> None:
    shown = wall(hall)
    expect(shown.page.get_by_role("button")).to_have_count(1)


def test_letters_are_switched_off_for_good_and_the_clicker_goes_on(
    projected: Wall, hall: Room
) -> None:
    page = projected.page
    switch = page.get_by_role("checkbox", name="Letters and the full stop are shortcuts")
    page.keyboard.press(".")
    projected.shows("blank")
    page.keyboard.press("b")
    projected.shows("join")
    bar = Bar(projected)
    bar.presses("Keys")
    switch.uncheck()
    page.keyboard.press("Escape")
    for _ in range(2):
        bar.says("0 connected")
        for key in ("b", ".", "j", "f"):
            page.keyboard.press(key)
        page.keyboard.press("PageDown")
        projected.shows("poll")
        assert deeds(hall).count("blank") == 2
        page.reload()
    projected.asks("Second?")
    page.goto(f"{hall.server.url}/console/sessions/{hall.id}")
    page.locator("summary", has_text="Session").click()
    page.get_by_role("button", name="Keys and clicker").click()
    expect(switch).not_to_be_checked()
    switch.check()
    page.get_by_role("button", name="Close", exact=True).click()
    page.locator(".scene").focus()
    page.keyboard.press("b")
    expect(page.get_by_role("button", name="Blank the wall")).to_have_attribute(
        "aria-pressed", "true"
    )
