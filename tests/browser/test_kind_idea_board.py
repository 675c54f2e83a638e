"""An idea board in a browser: ideas are added, moved, voted up; columns on the wall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import opened
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, joined, reopened, saved
from tests.browser.wall import Wall
from tests.room import Room, eventually

COLUMNS = {"columns": [{"id": "a", "text": "Garder"}, {"id": "b", "text": "Arrêter"}]}
TITLE = "Et demain ?"


def ideas(room: Room, poll: dict[str, Any]) -> dict[str, dict[str, int]]:
    """The votes of each idea, by column."""
    return {
        column["id"]: {idea["text"]: idea["votes"] for idea in column["ideas"]}
        for column in room.results(poll)["results"]["columns"]
    }


def adds(room: Room, poll: dict[str, Any], *said: tuple[str, str]) -> None:
    """Somebody for each text and its column."""
    for text, column in said:
        person = room.attendee()
        person.sees(id=poll["id"], status="open")
        assert person.votes({"text": text, "column": column}, slot="idea:1")["ok"]


def test_people_add_vote_and_move(
    browser: Browser, hall: Room, axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "idea_board", COLUMNS, TITLE)
    adds(hall, poll, ("Le papier", "a"))
    with joined(browser, hall) as mine:
        page = mine.page
        page.get_by_label("Your idea", exact=True).fill("Le café")
        page.get_by_label("Where it belongs").select_option("Garder")
        mine.sends()
        expect(page.locator(".mine li")).to_contain_text("In the list")
        page.get_by_role("button", name="Vote for: Le papier").click()
        page.get_by_label("Column of: Le papier").select_option("Arrêter")
        eventually(lambda: ideas(hall, poll) == {"a": {"Le café": 0}, "b": {"Le papier": 1}})
        expect(page.get_by_label("Column of: Le papier")).to_have_value("b")
        assert axe(page) == []
        page.get_by_role("button", name="Withdraw: Le café").click()
        eventually(lambda: ideas(hall, poll) == {"a": {}, "b": {"Le papier": 1}})
        assert not mine.overflows()


def test_it_works_by_keyboard_alone(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "idea_board", COLUMNS, TITLE)
    with joined(browser, hall) as mine:
        mine.fields.first.focus()
        mine.page.keyboard.type("Le café")
        for key in ("Tab", "ArrowDown", "ArrowDown", "Tab", "Enter"):
            mine.page.keyboard.press(key)
        eventually(lambda: ideas(hall, poll)["b"] == {"Le café": 0})


def test_without_javascript_there_is_a_form(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "idea_board", COLUMNS, TITLE)
    with joined(browser, hall, java_script_enabled=False) as mine:
        mine.page.get_by_label("Your idea", exact=True).fill("Le café")
        mine.page.get_by_label("Where it belongs").select_option("Arrêter")
        mine.sends()
        assert ideas(hall, poll)["b"] == {"Le café": 0}
        mine.page.locator(".mine li").get_by_role("button").click()
        assert ideas(hall, poll)["b"] == {}


def test_the_wall_shows_columns_and_counts_what_has_no_room(
    browser: Browser, hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "idea_board", COLUMNS, TITLE)
    adds(hall, poll, ("Le papier", "b"), ("Le café", "a"))
    projected = wall(hall)
    columns = projected.stage.locator(".board-column")
    expect(columns.locator("h2")).to_have_text(["Garder", "Arrêter"])
    expect(columns.nth(0).locator(".words")).to_have_text(["Le café"])
    expect(columns.nth(1).locator(".words")).to_have_text(["Le papier"])
    author = hall.attendee()
    author.sees(id=poll["id"])
    for number in range(18):
        text = f"Une idée qui porte le numéro {number} et demande de la place, beaucoup de place"
        author.votes({"text": text, "column": "a"}, slot=f"idea:{number}")
    expect(columns.nth(0).locator("li")).to_have_count(19)
    shown = columns.nth(0).locator("li:visible")
    eventually(lambda: 0 < shown.count() < 19, "those that have room")
    left = 19 - shown.count()
    expect(columns.nth(0).locator(".more")).to_have_text(f"+ {left} ideas")
    assert projected.crowding(1024, 768) == []
    host = Console(browser, hall).opens_live()
    host.presses("Take off the wall: Le papier")
    expect(columns.nth(1).locator(".words")).to_have_count(0)
    host.context.close()


def test_the_form_writes_columns_and_reads_them_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Idea board")
    for number, text in enumerate(("Garder", "Arrêter"), 1):
        page.get_by_label(f"Column {number}").fill(text)
    poll = saved(host)
    assert [column["text"] for column in poll["content"]["columns"]] == ["Garder", "Arrêter"]
    page = reopened(host, poll)
    expect(page.get_by_label("Column 2")).to_have_value("Arrêter")
