"""Scale in a browser: taps, keys, no script, bars that part at the middle, and its form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, comes_to, joined, reopened, saved
from tests.browser.wall import Wall, edges
from tests.room import Room, eventually

TWO = {
    "statements": [{"id": "s1", "text": "Première"}, {"id": "s2", "text": "Seconde"}],
    "labels": {"low": "Non", "middle": "Bof", "high": "Oui"},
}


def test_each_tap_is_sent_and_the_rest_may_be_left_out(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "scale", TWO)
    with joined(browser, hall) as mine:
        second = mine.page.get_by_role("group", name="Seconde")
        second.get_by_role("radio", name="4").check()
        mine.says("Your vote is recorded")
        assert hall.results(poll)["answered"] == 1
        first = mine.page.get_by_role("group", name="Première")
        first.get_by_role("radio", name="1 Non").check()
        second.get_by_role("radio", name="5 Oui").check()

        def both() -> bool:
            told = hall.results(poll)["results"]["statements"]
            return (told["s1"]["mean"], told["s2"]["mean"]) == (1, 5)

        eventually(both, "both numbers")
        mine.page.reload()
        expect(second.get_by_role("radio", name="5 Oui")).to_be_checked()
        expect(first.get_by_role("radio", name="1 Non")).to_be_checked()


def test_it_is_answered_by_keyboard_alone(browser: Browser, hall: Room) -> None:
    opened(hall, "scale", TWO)
    with joined(browser, hall) as mine:
        mine.page.get_by_role("radio", name="1 Non").first.focus()
        mine.page.keyboard.press("Space")
        mine.page.keyboard.press("ArrowRight")
        mine.says("Your vote is recorded")
        mine.page.keyboard.press("Tab")
        mine.page.keyboard.press("Space")
        chosen = mine.page.locator(".statement :checked")
        assert [each.input_value() for each in chosen.all()] == ["2", "1"]


@pytest.mark.parametrize("width", [360, 320])
def test_numbers_are_large_enough_to_tap(browser: Browser, hall: Room, width: int) -> None:
    opened(hall, "scale", {**TWO, "min": 0, "max": 10})
    with joined(browser, hall, viewport={"width": width, "height": 640}) as mine:
        assert not mine.overflows()
        for grade in mine.page.locator(".grade").all():
            left, top, right, bottom = edges(grade)
            assert right - left >= 47.9
            assert bottom - top >= 47.9


def test_without_javascript_it_is_a_list_for_each(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "scale", TWO)
    with joined(browser, hall, java_script_enabled=False) as mine:
        expect(mine.page.locator(".grade:visible")).to_have_count(0)
        mine.page.get_by_label("Seconde").select_option("5 Oui")
        mine.sends()
        assert hall.results(poll)["results"]["statements"]["s2"]["counts"]["5"] == 1
        assert hall.results(poll)["results"]["statements"]["s1"]["median"] is None
        expect(mine.page.get_by_label("Seconde")).to_have_value("s2=5")


def test_bars_part_at_the_middle_and_mark_the_median(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "scale", TWO)
    projected = wall(hall)
    voted(hall, poll, {"s1": 1, "s2": 3}, {"s1": 5}, {"s1": 5}, {"s1": 4})
    first, second = projected.page.locator(".likert .rows > li").all()
    expect(first.locator("i span:visible")).to_have_text(["1", "1", "2"])
    expect(first.locator(".median")).to_have_text("4.5")
    expect(first.locator(".mean")).to_have_text("mean 3.8")
    expect(first.locator(".base")).to_have_text("")
    expect(second.locator(".base")).to_have_text("(1 answer)")
    # The second, all of it on the middle number, lies half on each side of the line.
    left, _, right, _ = edges(second.locator('[data-count="1"]'))
    one, _, line, _ = edges(first.locator("i").first)
    assert line == pytest.approx((left + right) / 2, abs=3)
    assert line - one == pytest.approx((right - left) / 4, abs=3)
    table = projected.page.get_by_role("table")
    expect(table.get_by_role("row").nth(1)).to_have_text("Première100124.53.8")
    does(hall, poll, "hide")
    expect(projected.stage.locator(".figures:visible")).to_have_count(0)
    expect(projected.stage.locator(".stack:visible")).to_have_count(0)
    expect(projected.stage.get_by_role("table")).to_have_count(0)


def test_the_form_writes_a_scale_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Scale")
    page.get_by_label("Statement 1").fill("Première")
    page.get_by_label("To (2 to 10)").fill("4")
    page.get_by_label("The number in the middle means").fill("Bof")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("there is no number in the middle").first).to_be_visible()
    page.get_by_label("To (2 to 10)").fill("7")
    poll = saved(host)
    assert poll["content"] == {
        "statements": [{"id": "a", "text": "Première"}],
        "min": 1,
        "max": 7,
        "labels": {"middle": "Bof"},
    }
    page = reopened(host, poll)
    expect(page.get_by_label("Statement 1")).to_have_value("Première")
    expect(page.get_by_label("To (2 to 10)")).to_have_value("7")
    expect(page.get_by_label("The number in the middle means")).to_have_value("Bof")


def test_results_come_to_phones_and_the_own_answer_stays(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "scale", TWO)
    with joined(browser, hall) as mine:
        mine.page.get_by_role("group", name="Seconde").get_by_role("radio", name="4").check()
        comes_to(hall, poll)
        mine.says("Your vote is recorded")
        does(hall, poll, "close")
        expect(mine.page.locator("#results .median").nth(1)).to_have_text("4")
        expect(mine.page.locator(".statement:visible")).to_have_count(1)
        assert not mine.overflows()
