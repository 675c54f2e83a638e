"""Ranking in the browser: by taps, by keyboard, without JavaScript; shown by points."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened, options, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]
CRITERIA = options("Prix", "Qualité", "Délai")


@pytest.fixture
def phone(browser: Browser, hall: Room) -> Iterator[Phone]:
    one = Phone(browser, hall)
    yield one
    one.context.close()
    assert one.errors == []


def tap(page: Page, text: str) -> None:
    page.locator(".place", has_text=text).click()


def places(page: Page) -> dict[str, str]:
    """The number beside each option, where it has one."""
    return {
        row.locator(".text").inner_text(): row.locator(".rank").inner_text()
        for row in page.locator(".placing").all()
    }


def test_taps_give_places_and_the_last_one_sends(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "ranking", CRITERIA)
    page = phone.joins_live().page
    tap(page, "Délai")
    tap(page, "Prix")
    assert places(page) == {"Prix": "2", "Qualité": "", "Délai": "1"}
    expect(page.get_by_role("status").filter(has_text="“Prix”: place 2 of 3.")).to_be_attached()
    expect(page.locator("#fields")).to_have_attribute("data-unsent", "")
    assert hall.results(poll)["answered"] == 0
    tap(page, "Délai")  # taken back: who came after moves up
    assert places(page) == {"Prix": "1", "Qualité": "", "Délai": ""}
    tap(page, "Qualité")
    tap(page, "Délai")
    expect(page.locator("#fields:not([data-unsent])")).to_be_visible()
    phone.says("recorded")
    assert hall.results(poll)["results"]["order"] == ["a", "b", "c"]
    page.reload()
    phone.is_connected()
    assert places(page) == {"Prix": "1", "Qualité": "2", "Délai": "3"}


def test_options_keep_their_place_under_the_thumb(hall: Room, phone: Phone) -> None:
    opened(hall, "ranking", options(*(f"Proposition {n}" for n in range(6))))
    page = phone.joins_live().page
    rows = page.locator(".placing")
    expect(rows).to_have_count(6)
    before = [row.bounding_box() for row in rows.all()]
    foot = page.locator("#foot").bounding_box()
    assert foot
    assert before[-1]
    assert before[-1]["y"] + before[-1]["height"] <= foot["y"], "six options without scrolling"
    for n in (3, 0, 5):
        tap(page, f"Proposition {n}")
    assert [row.bounding_box() for row in rows.all()] == before
    for target in page.locator(".placing button:visible").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48
    assert not phone.overflows()


def test_the_keyboard_alone_puts_in_order_and_mends(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "ranking", CRITERIA)
    page = phone.joins_live().page
    for text in ("Prix", "Qualité", "Délai"):
        page.locator(".place", has_text=text).focus()
        page.keyboard.press("Enter")
    phone.says("recorded")
    page.keyboard.press("Tab")  # to the arrow that moves “Délai” up
    up = page.get_by_role("button", name="Move “Délai” up")
    expect(up).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="“Délai”: place 2 of 3.")).to_be_attached()
    page.keyboard.press("Space")
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    expect(page.locator(".place", has_text="Délai")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#told")).to_have_attribute("data-tone", "good")
    assert hall.results(poll)["results"]["order"] == ["c", "a", "b"]
    page.get_by_role("button", name="Start over").press("Enter")
    phone.says("withdrawn")
    assert hall.results(poll)["answered"] == 0


def test_no_more_are_placed_than_are_asked_for(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "ranking", CRITERIA, ranked=2)
    page = phone.joins_live().page
    for text in ("Prix", "Délai", "Qualité"):
        tap(page, text)
    expect(page.locator(".sending")).to_contain_text("All 2 places are taken.")
    assert places(page) == {"Prix": "1", "Qualité": "", "Délai": "2"}
    assert hall.results(poll)["results"]["borda"] == {"a": 2, "b": 0, "c": 1}


def test_without_javascript_places_are_chosen_from_lists(hall: Room, browser: Browser) -> None:
    poll = opened(hall, "ranking", CRITERIA)
    plain = Phone(browser, hall, java_script_enabled=False).joins()
    for text, place in (("Prix", "3"), ("Qualité", "1"), ("Délai", "1")):
        plain.page.get_by_role("combobox", name=text).select_option(place)
    plain.sends()
    plain.says("Give each place from 1 to 3 to an option of its own.")
    expect(plain.page.get_by_role("combobox", name="Qualité")).to_have_value("b=1")
    plain.page.get_by_role("combobox", name="Délai").select_option("2")
    plain.sends()
    plain.says("recorded")
    assert hall.results(poll)["results"]["order"] == ["b", "c", "a"]
    does(hall, poll, "close")
    plain.page.reload()
    expect(plain.page.locator(".heat tbody tr .text")).to_have_text(["Qualité", "Délai", "Prix"])
    plain.context.close()


def figures(wall: Wall) -> list[str]:
    """What each row of the wall says, from the first rank to the last."""
    return [" ".join(row.inner_text().split()) for row in wall.page.locator(".heat tbody tr").all()]


def test_the_wall_orders_by_points_and_names_ties(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "ranking", CRITERIA)
    projected = wall(hall)
    projected.says("No answer yet")
    expect(projected.stage.locator(".mean")).to_have_text(["", "", ""])
    expect(projected.stage.locator("tbody .rank")).to_have_text(["", "", ""])
    voted(hall, poll, ["c", "a", "b"], ["c", "b", "a"])
    projected.says("2 people of 2 have answered")
    assert figures(projected) == [
        "1 Délai 6 mean 3.0 2 0 0",
        "2 Prix tied 3 mean 1.5 0 1 1",
        "2 Qualité tied 3 mean 1.5 0 1 1",
    ]
    does(hall, poll, "hide")
    expect(projected.page.locator(".heat")).to_have_attribute("data-results", "hidden")
    expect(projected.stage.locator("tbody .text")).to_have_text(["Prix", "Qualité", "Délai"])
    expect(projected.stage.locator("td .count, .total, .mean, .rank")).to_have_text([""] * 18)


def test_the_wall_shows_what_was_right_once_closed(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "ranking", {**CRITERIA, "right": ["b", "a", "c"]})
    projected = wall(hall)
    voted(hall, poll, ["b", "c", "a"])
    projected.says("1 person of 1 has answered")
    expect(projected.page.locator(".verdict:visible")).to_have_count(0)
    does(hall, poll, "close")
    verdicts = projected.page.locator(".verdict:visible")
    expect(verdicts).to_have_text(["Right place: 1", "Right place: 3", "Right place: 2"])
    expect(projected.page.locator("td.right .count")).to_have_text(["1", "0", "0"])


@pytest.mark.parametrize("text", ["Lot", "Approvisionnement en circuits courts " * 8])
@pytest.mark.long
def test_twelve_options_have_room(hall: Room, wall: Walls, text: str) -> None:
    content = options(*(f"{text[:290]} {n}" for n in range(12)))
    poll = opened(hall, "ranking", content)
    projected = wall(hall)
    voted(hall, poll, list("lkjihgfedcba"))
    projected.says("1 person of 1 has answered")
    for step in ("hide", "reveal"):
        does(hall, poll, step)
        shown = "hidden" if step == "hide" else "shown"
        expect(projected.page.locator(".heat")).to_have_attribute("data-results", shown)
        for size in ((1920, 1080), (1024, 768)):
            assert projected.crowding(*size) == [], (step, size)


def test_an_editor_writes_a_right_order_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    poll = room.asks("ranking", CRITERIA)
    host = console().opens()
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    for row, place in ((0, "2"), (1, "3"), (2, "1")):
        host.page.get_by_label("right place").nth(row).fill(place)
    host.page.get_by_label("How many to rank").fill("3")
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.page.wait_for_url("**/sessions/**")
    written = room.server.api("GET", f"/polls/{poll['id']}").json()
    assert written["content"] == {**CRITERIA, "right": ["c", "a", "b"]}
    assert written["settings"]["ranked"] == 3
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    values = [field.input_value() for field in host.page.get_by_label("right place").all()]
    assert values[:3] == ["2", "3", "1"]


@pytest.mark.long
def test_axe_finds_nothing_wrong(
    hall: Room, phone: Phone, wall: Walls, axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "ranking", {**CRITERIA, "right": ["b", "a", "c"]})
    page = phone.joins_live().page
    for text in ("Prix", "Qualité", "Délai"):
        tap(page, text)
    phone.says("recorded")
    assert axe(page) == []
    does(hall, poll, "close")
    expect(page.locator("#results .heat")).to_be_visible()
    assert axe(page) == []
    projected = wall(hall)
    expect(projected.page.locator(".heat")).to_be_visible()
    assert axe(projected.page) == []
