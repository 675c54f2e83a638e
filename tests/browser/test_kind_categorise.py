"""Sorting in the browser: radio buttons on the phone, bars in parts on the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]

JUDGED = {
    "items": [
        {"id": "i1", "text": "Rencontrer", "right": "c1"},
        {"id": "i2", "text": "Divulguer", "right": "c2"},
        {"id": "i3", "text": "Déjeuner"},
    ],
    "categories": [{"id": "c1", "text": "Permis"}, {"id": "c2", "text": "Interdit"}],
}


@pytest.fixture
def phone(browser: Browser, hall: Room) -> Iterator[Phone]:
    one = Phone(browser, hall)
    yield one
    one.context.close()
    assert one.errors == []


def radio(page: Page, item: str, category: str) -> Locator:
    return page.get_by_role("radiogroup", name=item).get_by_role("radio", name=category)


def is_recorded(page: Page) -> None:
    expect(page.locator("#told")).to_have_attribute("data-tone", "good")


def test_each_tap_is_sent_and_can_be_changed(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "categorise", JUDGED)
    page = phone.joins_live().page
    assert "right" not in str(page.evaluate("JSON.parse(page.textContent).state.poll.content"))
    radio(page, "Rencontrer", "Permis").tap()
    phone.says("Your vote is recorded")
    radio(page, "Divulguer", "Permis").tap()
    radio(page, "Divulguer", "Interdit").tap()
    is_recorded(page)
    page.reload()
    phone.is_connected()
    expect(radio(page, "Divulguer", "Interdit")).to_be_checked()
    assert hall.results(poll)["results"]["items"] == {
        "i1": {"c1": 1, "c2": 0}, "i2": {"c1": 0, "c2": 1}, "i3": {"c1": 0, "c2": 0},
    }  # fmt: skip
    for target in page.locator(".category").all():
        box = target.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48
    assert not phone.overflows()


def test_the_keyboard_alone_sorts(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "categorise", JUDGED)
    page = phone.joins_live().page
    radio(page, "Rencontrer", "Permis").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(radio(page, "Divulguer", "Permis")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(radio(page, "Divulguer", "Interdit")).to_be_checked()
    is_recorded(page)
    items = hall.results(poll)["results"]["items"]
    assert (items["i1"]["c1"], items["i2"]["c2"]) == (1, 1)


def test_without_javascript_lists_stand_in_for_radio_buttons(hall: Room, browser: Browser) -> None:
    poll = opened(hall, "categorise", JUDGED)
    plain = Phone(browser, hall, java_script_enabled=False).joins()
    expect(plain.page.locator(".category:visible")).to_have_count(0)
    plain.page.get_by_role("combobox", name="Divulguer").select_option("Interdit")
    plain.sends()
    plain.says("Your vote is recorded")
    assert hall.results(poll)["results"]["items"]["i2"] == {"c1": 0, "c2": 1}
    does(hall, poll, "close")
    plain.page.reload()
    expect(plain.page.locator(".heat td.right .count")).to_have_text(["0", "1"])
    plain.context.close()


def test_the_wall_shows_parts_counts_and_shares(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "categorise", JUDGED)
    projected = wall(hall)
    answers = [{"i1": "c1", "i2": "c2"}, {"i1": "c1", "i2": "c1"}, {"i1": "c2"}, {"i1": "c1"}]
    voted(hall, poll, *answers)
    projected.says("4 people of 4 have answered")
    rows = projected.page.locator(".heat tbody tr")
    expect(rows.nth(0).locator(".count")).to_have_text(["3", "1"])
    expect(rows.nth(0).locator(".share")).to_have_text(["75%", "25%"])
    expect(rows.nth(1).locator(".share")).to_have_text(["25%", "25%"])
    track = rows.nth(1).locator(".track").bounding_box()
    part = rows.nth(1).locator(".track i").first.bounding_box()
    assert track
    assert part
    assert part["width"] / track["width"] == pytest.approx(0.25, abs=0.01), "half left it open"
    does(hall, poll, "hide")
    expect(projected.stage.locator(".key li")).to_have_text(["A Permis", "B Interdit"])
    projected.holds_no_results()
    does(hall, poll, "reveal")
    does(hall, poll, "close")
    expect(projected.page.locator(".verdict:visible")).to_have_text(
        ["Right answer: A", "Right answer: B"]
    )
    expect(projected.page.locator("td.right .count")).to_have_text(["3", "1"])
    expect(rows.nth(0).locator("[data-wrong]")).to_have_attribute("data-option", "1")


@pytest.mark.long
def test_twelve_items_have_room(hall: Room, wall: Walls) -> None:
    long = "Approvisionnement en circuits courts, avec les producteurs du territoire " * 2
    content = {
        "items": [{"id": f"i{n}", "text": f"{n} {long}"} for n in range(12)],
        "categories": [{"id": f"c{n}", "text": f"Catégorie {n} {long}"} for n in range(6)],
    }
    poll = opened(hall, "categorise", content)
    projected = wall(hall)
    voted(hall, poll, {f"i{n}": f"c{n % 6}" for n in range(12)})
    projected.says("1 person of 1 has answered")
    for size in ((1920, 1080), (1024, 768)):
        assert projected.crowding(*size) == [], size


def test_an_editor_writes_items_and_where_they_belong(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console().opens()
    page = host.page
    page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=categorise")
    page.get_by_label("Question", exact=True).fill("Est-ce permis ?")
    for label, text in (
        ("Category 1", "Permis"), ("Category 2", "Interdit"), ("Item 1", "Rencontrer"),
        ("Item 2", "Divulguer"),
    ):  # fmt: skip
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("belongs in").nth(1).select_option("2 · Interdit")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**#poll-*")
    poll = page.url.rpartition("-")[2]
    written = room.server.api("GET", f"/polls/{poll}").json()["content"]
    assert [item["text"] for item in written["items"]] == ["Rencontrer", "Divulguer"]
    assert written["items"][1]["right"] == written["categories"][1]["id"]
    page.goto(f"{room.server.url}/console/polls/{poll}")
    expect(page.get_by_label("belongs in").nth(1)).to_have_value("1")
    expect(page.get_by_label("belongs in").nth(0)).to_have_value("")


@pytest.mark.long
def test_axe_finds_nothing_wrong(
    hall: Room, phone: Phone, wall: Walls, axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "categorise", JUDGED)
    page = phone.joins_live().page
    radio(page, "Rencontrer", "Permis").tap()
    phone.says("Your vote is recorded")
    assert axe(page) == []
    does(hall, poll, "close")
    expect(page.locator("#results .heat")).to_be_visible()
    assert axe(page) == []
    projected = wall(hall)
    expect(projected.page.locator(".heat")).to_be_visible()
    assert axe(projected.page) == []
