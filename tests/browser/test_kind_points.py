"""Points to share out in a browser: steppers, what is left, and means with their spread."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.browser.asking import does, opened, options, voted
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, comes_to, joined, reopened, saved
from tests.browser.phones import Phone
from tests.browser.wall import Wall, edges
from tests.room import Room

THREE = options("Prix", "Valeur", "Délai")


def left(mine: Phone, said: str) -> None:
    expect(mine.page.locator(".remainder output")).to_have_text(said)


def test_steps_share_points_out_and_only_the_whole_is_sent(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "points", THREE)
    with joined(browser, hall) as mine:
        left(mine, "100 points left out of 100")
        mine.page.get_by_role("button", name="More points: Prix").click(click_count=3)
        left(mine, "85 points left out of 100")
        mine.says("not sent yet")
        mine.sends()
        mine.says("85 points left out of 100")
        assert hall.results(poll)["answered"] == 0
        mine.page.get_by_label("Valeur", exact=True).fill("83")
        left(mine, "2 points left out of 100")
        more = mine.page.get_by_role("button", name="More points: Délai")
        more.click()  # never beyond what is left
        expect(more).to_have_attribute("aria-disabled", "true")
        more.click(force=True)
        left(mine, "All 100 points are shared out")
        mine.sends()
        mine.says("Your vote is recorded")
        comes_to(hall, poll, totals={"a": 15, "b": 83, "c": 2})
        expect(mine.page.locator("#fields")).not_to_have_attribute("data-unsent", "")


def test_it_is_answered_by_keyboard_alone(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "points", THREE, total=10)
    with joined(browser, hall) as mine:
        mine.page.get_by_label("Prix", exact=True).focus()
        for key in ("ArrowUp", "ArrowUp", "ArrowDown", "Tab", "9", "Tab", "4", "Enter"):
            mine.page.keyboard.press(key)
        mine.says("4 points too many")
        mine.page.keyboard.press("Backspace")
        mine.page.keyboard.press("Enter")
        comes_to(hall, poll, totals={"a": 1, "b": 9, "c": 0})


def test_what_was_begun_stays_and_what_was_sent_can_be_taken_back(
    browser: Browser, hall: Room
) -> None:
    poll = opened(hall, "points", THREE, results="hidden")
    with joined(browser, hall) as mine:
        prix = mine.page.get_by_label("Prix", exact=True)
        prix.press_sequentially("4")
        does(hall, poll, "reveal")
        does(hall, poll, "hide")
        prix.press_sequentially("0")
        expect(prix).to_be_focused()
        left(mine, "60 points left out of 100")
        mine.page.get_by_label("Délai", exact=True).fill("60")
        mine.sends()
        mine.says("Your vote is recorded")
        mine.page.get_by_role("button", name="Withdraw my answer").click()
        mine.says("Your answer is withdrawn")
        expect(prix).to_have_value("")
        assert hall.results(poll)["answered"] == 0


def test_without_javascript_it_is_fields_and_a_sum(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "points", THREE)
    with joined(browser, hall, java_script_enabled=False) as mine:
        mine.page.get_by_label("Prix").fill("30")
        mine.page.get_by_label("Délai").fill("60")
        mine.sends()
        mine.says("so far it is 90")
        expect(mine.page.get_by_label("Délai")).to_have_value("60")
        mine.page.get_by_label("Prix").fill("40")
        mine.sends()
        mine.says("Your vote is recorded")
        assert hall.results(poll)["results"]["totals"] == {"a": 40, "b": 0, "c": 60}


def test_six_options_need_no_scrolling(browser: Browser, hall: Room) -> None:
    opened(hall, "points", options(*(f"Choix {letter}" for letter in "abcdef")), "Combien ?")
    with joined(browser, hall) as mine:
        foot = edges(mine.page.locator("#foot"))[1]
        assert edges(mine.page.locator(".remainder"))[3] <= foot + 1
        for button in mine.page.locator(".stepper button").all():
            left_, top, right, bottom = edges(button)
            assert min(right - left_, bottom - top) >= 48
            assert bottom <= edges(mine.page.locator(".remainder"))[1]


def test_the_wall_shows_means_and_where_half_of_the_room_lies(
    hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "points", THREE)
    projected = wall(hall)
    expect(projected.stage.locator(".count:not(:empty)")).to_have_count(0)
    voted(hall, poll, {"a": 60, "b": 40}, {"a": 20, "b": 80}, {"a": 10, "b": 90})
    projected.shows_bars(["30.0", "70.0", "0.0"], ["median 20", "median 80", "median 0"])
    line = projected.stage.locator(".middle-half").nth(1)
    track = projected.stage.locator(".track").nth(1)
    (start, _, end, _), (zero, _, full, _) = edges(line), edges(track)
    # All bars reach to 90: the third quartile of the second is 85.
    assert [round(90 * (place - zero) / (full - zero)) for place in (start, end)] == [60, 85]
    expect(projected.stage.locator(".reach")).to_contain_text("from 0 to 90")
    row = projected.page.get_by_role("row").nth(2)
    expect(row.get_by_role("cell")).to_have_text(["70.0", "80", "60 to 85", "210"])
    does(hall, poll, "hide")
    expect(projected.stage.locator(".figures:visible, .reach:visible")).to_have_count(0)


def test_the_form_writes_options_and_total_and_reads_them_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Points to share out")
    for number, text in enumerate(("Prix", "Délai"), 1):
        page.get_by_label(f"Option {number}").fill(text)
    page.get_by_label("Points that each person shares out").fill("10")
    poll = saved(host)
    assert [option["text"] for option in poll["content"]["options"]] == ["Prix", "Délai"]
    assert poll["settings"]["total"] == 10
    page = reopened(host, poll)
    expect(page.get_by_label("Option 2")).to_have_value("Délai")
    expect(page.get_by_label("Points that each person shares out")).to_have_value("10")
