"""Stars in a browser: to give, to see, to set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, comes_to, joined, reopened, saved
from tests.browser.wall import Wall, edges
from tests.room import Room

ENDS = {"labels": {"low": "Décevante", "high": "Excellente"}}


def test_stars_are_named_sent_at_once_and_moved_by_keys(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "rating", ENDS)
    with joined(browser, hall, reduced_motion="reduce") as mine:
        mine.page.get_by_role("radio", name="3 stars of 5").check()
        mine.says("Your vote is recorded")
        comes_to(hall, poll, mean=3)
        mine.page.keyboard.press("ArrowRight")
        comes_to(hall, poll, mean=4)
        expect(mine.page.locator(".stars-said")).to_have_text("4 stars of 5")
        filled = mine.page.locator(".star-choice .star").evaluate_all(
            "(stars) => stars.map((star) => getComputedStyle(star).fill)"
        )
        assert len(set(filled[:4])) == 1
        assert filled[4] not in filled[:4]
        mine.page.reload()
        expect(mine.page.get_by_role("radio", name="4 stars of 5")).to_be_checked()


@pytest.mark.parametrize("width", [360, 320])
def test_ten_stars_are_large_enough_to_tap(browser: Browser, hall: Room, width: int) -> None:
    opened(hall, "rating", ENDS, stars=10)
    with joined(browser, hall, viewport={"width": width, "height": 640}) as mine:
        boxes = [edges(star) for star in mine.page.locator(".star-choice").all()]
        assert len(boxes) == 10
        assert all(right - left >= 48 and bottom - top >= 48 for left, top, right, bottom in boxes)
        assert not mine.overflows()


def test_without_javascript_it_is_a_form(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "rating", ENDS)
    with joined(browser, hall, java_script_enabled=False) as mine:
        mine.page.get_by_role("radio", name="1 star of 5").check()
        mine.sends()
        mine.says("Your vote is recorded")
        assert hall.results(poll)["results"]["mean"] == 1
        does(hall, poll, "close")
        mine.page.reload()
        expect(mine.page.locator(".levels .count")).to_have_text(list("00001"))


def test_the_wall_fills_stars_by_the_mean(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "rating", ENDS)
    projected = wall(hall)
    mean = projected.stage.locator(".mean b")
    expect(mean).to_have_text("–")
    expect(projected.stage).not_to_contain_text("%")
    voted(hall, poll, 5, 5, 3, 1)
    expect(mean).to_have_text("3.5")
    expect(projected.stage.locator(".median")).to_have_text("median 4")
    expect(projected.stage.locator(".levels .count")).to_have_text(list("20101"))
    expect(projected.stage.locator(".levels .share")).to_have_text(
        ["50%", "0%", "25%", "0%", "25%"]
    )
    expect(projected.stage.locator(".rating")).to_have_css("--mean", "0.7")
    expect(projected.stage.locator(".levels li").first).to_contain_text("Excellente")
    does(hall, poll, "hide")
    expect(mean).to_be_hidden()
    expect(projected.stage.locator(".count:visible")).to_have_count(0)
    expect(projected.stage).to_contain_text("Décevante")


def test_the_form_writes_stars_and_reads_them_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Stars")
    page.get_by_label("Number of stars (3 to 10)").fill("7")
    page.get_by_label("All stars mean").fill("Excellente")
    poll = saved(host)
    assert poll["content"] == {"labels": {"high": "Excellente"}}
    assert poll["settings"]["stars"] == 7
    page = reopened(host, poll)
    expect(page.get_by_label("Number of stars (3 to 10)")).to_have_value("7")
    expect(page.get_by_label("All stars mean")).to_have_value("Excellente")
