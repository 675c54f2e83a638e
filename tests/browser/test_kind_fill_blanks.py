"""A text with blanks: filled in on the phone, shown on the wall, written in the console."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

TEXT = {"text": "Article [[R2111-1]] allows for [[studies|surveys]]."}


def test_blanks_are_filled_in_by_keyboard(
    room: Room, phone: Callable[..., Phone], axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(room, "fill_blanks", TEXT)
    mine = phone().joins_live()
    expect(mine.page.locator(".gapped")).to_have_text("Article 1 allows for 2.")
    second = mine.page.get_by_label("Blank 2")
    expect(second).to_have_accessible_description("allows for .")
    mine.sends()
    mine.says("Fill in a blank first.")
    second.focus()
    mine.page.keyboard.type("Studies")
    mine.page.keyboard.press("Enter")
    mine.says("Your vote is recorded")
    assert room.results(poll)["results"]["blanks"]["b2"]["answers"] == [
        {"text": "Studies", "count": 1}
    ]
    mine.page.get_by_label("Blank 1").fill("R 2111-1")
    mine.says("not sent yet")
    mine.page.reload()
    mine.is_connected()
    expect(mine.page.get_by_label("Blank 1")).to_have_value("R 2111-1")
    expect(second).to_have_value("Studies")
    assert axe(mine.page) == []
    assert not mine.overflows()


def test_what_is_right_is_not_in_the_page_before_the_end(
    room: Room, phone: Callable[..., Phone]
) -> None:
    poll = opened(room, "fill_blanks", TEXT)
    mine = phone().joins_live()
    assert "R2111-1" not in mine.page.content()
    assert "surveys" not in mine.page.content()
    does(room, poll, "close")
    mine.says("The results are shown")
    expect(mine.page.locator(".hole .word")).to_have_text(["R2111-1", "studies"])


def test_blanks_without_javascript(room: Room, phone: Callable[..., Phone]) -> None:
    poll = opened(room, "fill_blanks", TEXT)
    mine = phone(java_script_enabled=False).joins()
    mine.page.get_by_label("Blank 2").fill("surveys")
    mine.sends()
    mine.says("Your vote is recorded")
    expect(mine.page.get_by_label("Blank 1")).to_have_value("")
    expect(mine.page.get_by_label("Blank 2")).to_have_value("surveys")
    does(room, poll, "close")
    assert room.results(poll)["results"]["blanks"]["b2"] == {
        "answers": [{"text": "surveys", "count": 1, "right": True}],
        "more": 0,
        "found": 1,
    }


def test_the_wall_shows_what_most_people_wrote(
    hall: Room, wall: Callable[..., Wall], axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "fill_blanks", TEXT)
    projected = wall(hall)
    page = projected.page
    expect(page.locator(".sentence")).to_have_text("Article 1  allows for 2 .")
    voted(hall, poll, {"b1": "R2111-1", "b2": "Visits"}, {"b2": "visits"}, {"b2": "Surveys"})
    projected.says("3 people of 3 have answered")
    second = page.locator(".of-blank").nth(1)
    expect(second.locator(".bars .text")).to_have_text(["visits", "Surveys"])
    expect(second.locator(".bars .count")).to_have_text(["2", "1"])
    expect(second.locator(".bars .share")).to_have_text(["67%", "33%"])
    expect(page.locator(".verdict:visible")).to_have_count(0)
    assert not any("surveys" in frame for frame in projected.received)
    does(hall, poll, "close")
    projected.marks_right("R2111-1", "Surveys")
    expect(page.locator(".found")).to_have_text(["1 person found it", "1 person found it"])
    expect(page.locator(".hole .word")).to_have_text(["R2111-1", "studies"])
    assert axe(page) == []
    assert projected.crowding(1024, 768) == []
    does(hall, poll, "hide")
    expect(page.locator(".hole .word")).to_have_text(["", ""])
    expect(page.locator(".of-blank li")).to_have_count(0)


def test_the_console_writes_one_and_takes_an_answer_off(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console().opens()
    page = host.page
    page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=fill_blanks")
    page.get_by_label("Question", exact=True).fill("Complete it")
    page.get_by_label("Text with blanks").fill("Nothing to find")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#refusal-text")).to_contain_text("1 to 10 words")
    expect(page.get_by_label("Text with blanks")).to_have_value("Nothing to find")
    page.get_by_label("Text with blanks").fill("One [[apple | pear]] a day")
    page.get_by_role("button", name="Save", exact=True).click()
    host.opens_live()
    (line,) = room.facilitator().state["running_order"]
    page.goto(f"{room.server.url}/console/polls/{line['id']}")
    expect(page.get_by_label("Text with blanks")).to_have_value("One [[apple|pear]] a day")
    host.opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes({"b1": "Rubbish"})
    page.get_by_role("button", name="Take “Rubbish” off the wall").click()
    expect(page.locator(".of-blank li")).to_have_count(0)
    host.says("1 answer of 1")
