"""True or false: two buttons and a reason on the phone, both sides on the wall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room, eventually

LONG = "Because the code says so, and because we have done so for years without any complaint. "


def reasons(room: Room, poll: dict[str, Any]) -> list[tuple[str, str]]:
    entries = room.results(poll)["results"]["entries"]
    return [(entry["choice"], entry["text"]) for entry in entries]


def test_a_choice_is_sent_at_once_and_its_reason_with_the_button(
    room: Room, phone: Callable[..., Phone], axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(room, "true_false", {})
    mine = phone().joins_live()
    mine.writes("It is law")
    mine.sends()
    mine.says("Choose true or false first.")
    mine.chooses("True")
    mine.says("Your vote is recorded")
    mine.says("not sent yet")
    assert room.results(poll)["results"]["entries"] == []
    mine.sends()
    eventually(lambda: reasons(room, poll) == [("true", "It is law")], "the reason")
    assert axe(mine.page) == []
    mine.chooses("False")
    mine.says("not sent yet")
    eventually(lambda: room.results(poll)["results"]["counts"]["false"] == 1, "the other side")
    assert reasons(room, poll) == []
    expect(mine.fields.first).to_have_value("It is law")
    mine.sends()
    eventually(lambda: reasons(room, poll) == [("false", "It is law")], "the reason")


def test_no_reason_where_none_is_asked_for(room: Room, phone: Callable[..., Phone]) -> None:
    opened(room, "true_false", {}, justified=False)
    mine = phone().joins_live()
    mine.chooses("False")
    mine.says("Your vote is recorded")
    expect(mine.fields.first).to_be_hidden()
    expect(mine.page.get_by_role("button", name="Send")).to_have_count(0)


def test_a_reason_without_javascript(room: Room, phone: Callable[..., Phone]) -> None:
    poll = opened(room, "true_false", {})
    mine = phone(java_script_enabled=False).joins()
    mine.writes("It is law")
    mine.sends()
    mine.says("Choose true or false.")
    expect(mine.fields.first).to_have_value("It is law")
    mine.chooses("False")
    mine.sends()
    mine.says("Your vote is recorded")
    mine.has_chosen("False")
    does(room, poll, "close")
    mine.page.reload()
    expect(mine.page.locator('.side[data-answer="false"] .count')).to_have_text("1")
    expect(mine.page.locator('[data-choice="false"] .card p')).to_have_text("It is law")


def test_the_wall_shows_both_sides_and_their_reasons(
    hall: Room, wall: Callable[..., Wall], axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "true_false", {"right": "false"})
    projected = wall(hall)
    page = projected.page
    projected.shows_sides({"true": 0, "false": 0})
    no = {"choice": "false"}
    voted(hall, poll, {"choice": "true", "why": "Yes"}, no, no, {**no, "why": "No"})
    projected.says("4 people of 4 have answered")
    projected.shows_sides({"true": 1, "false": 3})
    expect(page.locator('[data-choice="true"] .card p')).to_have_text(["Yes"])
    expect(page.locator('[data-choice="false"] .card p')).to_have_text(["No"])
    voted(hall, poll, *({**no, "why": LONG + str(number)} for number in range(4)))
    expect(page.locator('[data-choice="false"] .card')).to_have_count(5)
    does(hall, poll, "close")
    projected.marks_right("False")
    for size in ((1920, 1080), (1024, 768)):
        assert projected.crowding(*size) == []
    shown = page.locator('[data-choice="false"] .card:visible').count()
    expect(page.locator('[data-choice="false"] .more')).to_have_text(f"+ {5 - shown} reasons")
    assert axe(page) == []
    does(hall, poll, "hide")
    expect(page.locator(".card")).to_have_count(0)


def test_the_host_approves_reasons_and_every_vote_counts(
    room: Room, console: Callable[..., Console]
) -> None:
    page = console().opens().page
    page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=true_false")
    page.get_by_label("Question", exact=True).fill("It is compulsory")
    page.get_by_label("I approve each reason before it shows on the wall").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".line .asked")).to_have_text(["It is compulsory"])
    (line,) = room.facilitator().state["running_order"]
    page.goto(f"{room.server.url}/console/polls/{line['id']}")
    expect(page.get_by_label("I approve each reason before it shows on the wall")).to_be_checked()
    does(room, line, "open")
    voted(room, line, {"choice": "true", "why": "Yes"}, {"choice": "false"})
    page.goto(f"{room.server.url}/console/sessions/{room.id}")
    expect(page.locator('[data-choice="true"] .pending .card p')).to_have_text(["Yes"])
    expect(page.locator('[data-choice="false"] .pending')).to_be_hidden()
    expect(page.locator(".side .count")).to_have_text(["1", "1"])
    page.get_by_role("button", name="Show on the wall").click()
    expect(page.locator('[data-choice="true"] .shown .card p')).to_have_text(["Yes"])
    page.get_by_role("button", name="Take off the wall").click()
    expect(page.locator(".card")).to_have_count(0)
    expect(page.locator(".side .count")).to_have_text(["1", "1"])
