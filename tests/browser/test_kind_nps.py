"""The Net Promoter Score in a browser: eleven buttons, eleven columns, three groups."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, comes_to, joined, saved
from tests.browser.wall import Wall, edges
from tests.room import Room


def test_a_number_is_sent_at_once_and_can_be_changed(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "nps")
    with joined(browser, hall) as mine:
        mine.page.get_by_role("radio", name="9", exact=True).check()
        mine.says("Your vote is recorded")
        mine.page.get_by_role("radio", name="10 Extremely likely").check()
        only_ten = {str(grade): int(grade == 10) for grade in range(11)}
        comes_to(hall, poll, counts=only_ten, promoters=1, score=100)
        mine.page.keyboard.press("ArrowLeft")
        mine.page.keyboard.press("ArrowLeft")
        comes_to(hall, poll, passives=1, score=0)


def test_eleven_buttons_stand_in_two_rows(browser: Browser, hall: Room) -> None:
    opened(hall, "nps")
    with joined(browser, hall) as mine:
        boxes = [edges(grade) for grade in mine.page.locator(".grade").all()]
        assert len({top for _, top, _, _ in boxes}) == 2
        assert all(right - left >= 48 and bottom - top >= 48 for left, top, right, bottom in boxes)
        assert not mine.overflows()


def test_without_javascript_it_is_a_form(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "nps")
    with joined(browser, hall, java_script_enabled=False) as mine:
        mine.page.get_by_role("radio", name="0 Not at all likely").check()
        mine.sends()
        mine.says("Your vote is recorded")
        assert hall.results(poll)["results"]["score"] == -100
        expect(mine.page.get_by_role("radio", name="0 Not at all likely")).to_be_checked()


def test_the_wall_shows_columns_groups_and_score(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "nps")
    projected = wall(hall)
    score = projected.stage.locator(".score b")
    expect(score).to_have_text("–")
    expect(projected.stage).not_to_contain_text("%")
    voted(hall, poll, 10, 9, 9, 7, 3, 3)
    expect(score).to_have_text("+17")
    expect(projected.stage.locator(".grade-count")).to_have_text(list("00020001021"))
    expect(projected.stage.locator(".groups .count")).to_have_text(["3", "1", "2"])
    expect(projected.stage.locator(".groups .share")).to_have_text(["50%", "17%", "33%"])
    # Bars rise out of wells, which end at the axis.
    feet = [edges(well)[3] for well in projected.stage.locator(".well").all()]
    tops = [edges(bar)[1] for bar in projected.stage.locator(".bar").all()]
    heights = [foot - top for foot, top in zip(feet, tops, strict=True)]
    assert heights[10] == pytest.approx(heights[9] / 2, abs=1)
    assert heights[0] == pytest.approx(0, abs=1)
    expect(projected.page.get_by_role("row", name="3 2 Detractors")).to_have_count(1)
    voted(hall, poll, 0, 0)
    expect(score).to_have_text("−13")  # 3 - 4 of 8: -12.5
    does(hall, poll, "hide")
    expect(
        projected.stage.locator(".count:visible, .grade-count:visible, b:visible")
    ).to_have_count(0)


def test_there_is_nothing_to_write_but_the_question(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    begins(host, "Recommendation (NPS)")
    poll = saved(host)
    assert (poll["kind"], poll["content"]) == ("nps", {})
