"""Matching in the browser: lists on the phone, a heat map on the wall, pairs in the editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]


def sides(left: list[str], right: list[str], **more: Any) -> dict[str, Any]:
    return {
        "left": [{"id": f"l{n}", "text": text} for n, text in enumerate(left, 1)],
        "right": [{"id": f"r{n}", "text": text} for n, text in enumerate(right, 1)],
        **more,
    }


TWO = sides(["Chat", "Chien"], ["Dog", "Cat", "Cow"], solution={"l1": "r2", "l2": "r1"})


@pytest.fixture
def phone(browser: Browser, hall: Room) -> Iterator[Phone]:
    one = Phone(browser, hall)
    yield one
    one.context.close()
    assert one.errors == []


def test_each_choice_is_sent_and_can_be_taken_back(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "matching", TWO)
    page = phone.joins_live().page
    page.get_by_label("Chien").select_option("C · Cow")
    phone.says("Your vote is recorded")
    assert hall.results(poll)["results"]["pairs"]["l2"] == {"r1": 0, "r2": 0, "r3": 1}
    page.get_by_label("Chat").select_option("B · Cat")
    page.get_by_label("Chien").select_option("A · Dog")
    expect(page.locator("#told")).to_have_attribute("data-tone", "good")
    page.reload()
    phone.is_connected()
    expect(page.get_by_label("Chien")).to_have_value("l2=r1")
    assert hall.results(poll)["results"] == {
        "pairs": {"l1": {"r1": 0, "r2": 1, "r3": 0}, "l2": {"r1": 1, "r2": 0, "r3": 0}}
    }
    page.get_by_label("Chat").select_option("")
    page.get_by_label("Chien").select_option("")
    phone.says("Your answer is withdrawn")
    assert hall.results(poll)["answered"] == 0


def test_the_keyboard_alone_matches(hall: Room, phone: Phone) -> None:
    poll = opened(hall, "matching", TWO)
    page = phone.joins_live().page
    page.get_by_label("Chat").focus()
    page.keyboard.press("B")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Chien")).to_be_focused()
    page.keyboard.press("A")
    expect(page.get_by_label("Chien")).to_have_value("l2=r1")
    expect(page.locator("#told")).to_have_attribute("data-tone", "good")
    pairs = hall.results(poll)["results"]["pairs"]
    assert (pairs["l1"]["r2"], pairs["l2"]["r1"]) == (1, 1)


def test_without_javascript_a_form_is_sent(hall: Room, browser: Browser) -> None:
    poll = opened(hall, "matching", TWO)
    plain = Phone(browser, hall, java_script_enabled=False).joins()
    plain.page.get_by_label("Chat").select_option("B · Cat")
    plain.sends()
    plain.says("Your vote is recorded")
    expect(plain.page.get_by_label("Chat")).to_have_value("l1=r2")
    assert hall.results(poll)["results"]["pairs"]["l1"] == {"r1": 0, "r2": 1, "r3": 0}
    does(hall, poll, "close")
    plain.page.reload()
    expect(plain.page.locator(".heat td.right .count")).to_have_text(["1", "0"])
    plain.context.close()


def test_long_answers_stand_above_the_lists(hall: Room, phone: Phone) -> None:
    long = "Une réponse bien trop longue pour une liste fermée"
    poll = opened(hall, "matching", sides(["Un", "Deux"], [long, "Courte"]))
    page = phone.joins_live().page
    expect(page.locator("#fields .key li")).to_have_text([f"A {long}", "B Courte"])
    assert not phone.overflows()
    page.get_by_label("Un", exact=True).select_option(index=1)
    phone.says("Your vote is recorded")
    does(hall, poll, "close")
    expect(page.locator(".match:visible .chosen")).to_have_text([long])


def cells(wall: Wall) -> list[list[str]]:
    return [
        row.locator(".count").all_inner_texts() for row in wall.page.locator(".heat tbody tr").all()
    ]


def test_the_wall_counts_pairs_and_shades_them(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "matching", TWO)
    projected = wall(hall)
    answers = [{"l1": "r2", "l2": "r1"}, {"l1": "r2"}, {"l1": "r3", "l2": "r1"}]
    voted(hall, poll, *answers)
    projected.says("3 people of 3 have answered")
    assert cells(projected) == [["0", "2", "1"], ["2", "0", "0"]]
    depths = [cell.get_attribute("data-depth") for cell in projected.page.locator("tbody td").all()]
    assert depths == ["0", "5", "3", "5", "0", "0"]
    heads = projected.page.get_by_role("columnheader")
    expect(heads).to_have_text(["A Dog", "B Cat", "C Cow"])
    assert projected.stage.locator(".verdict:visible").count() == 0
    does(hall, poll, "hide")
    expect(projected.stage.locator(".key li")).to_have_text(["A Dog", "B Cat", "C Cow"])
    projected.holds_no_results()
    does(hall, poll, "reveal")
    does(hall, poll, "close")
    verdicts = projected.page.locator(".verdict:visible")
    expect(verdicts).to_have_text(["Right answer: B", "Right answer: A"])
    expect(projected.page.locator("td.right .count")).to_have_text(["2", "2"])


@pytest.mark.long
def test_ten_by_ten_have_room(hall: Room, wall: Walls) -> None:
    long = "Désenclavement interministériel des établissements intercommunaux " * 4
    content = sides([f"{n} {long}" for n in range(10)], [f"{n} {long}" for n in range(10)])
    poll = opened(hall, "matching", content)
    projected = wall(hall)
    voted(hall, poll, {f"l{n}": f"r{11 - n}" for n in range(1, 11)})
    projected.says("1 person of 1 has answered")
    for size in ((1920, 1080), (1024, 768)):
        assert projected.crowding(*size) == [], size


def test_answers_that_are_wider_than_their_column_stand_in_a_key(hall: Room, wall: Walls) -> None:
    opened(hall, "matching", sides(["Un", "Deux"], ["Anticonstitutionnellement"] * 8))
    projected = wall(hall)
    frame = projected.page.locator(".heat")
    expect(frame).to_have_attribute("data-heads", "key")
    expect(frame.locator(".key li:visible")).to_have_count(8)
    opened(hall, "matching", TWO)
    expect(frame).to_have_attribute("data-heads", "texts")
    expect(frame.locator(".key li:visible")).to_have_count(0)


def test_an_editor_pairs_rows_and_follows_them(room: Room, console: Callable[..., Console]) -> None:
    poll = room.asks("matching", TWO)
    host = console().opens()
    page = host.page
    page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    goes = page.get_by_label("goes with")
    expect(goes.nth(0)).to_have_value("1")
    page.get_by_label("Remove line 1").first.click()  # “Dog”, which “Chien” went with
    expect(goes.nth(0)).to_have_value("0")  # still “Cat”, which is the first line now
    expect(goes.nth(1)).to_have_value("")
    page.get_by_label("Answer 3").fill("Hound")
    goes.nth(1).select_option("3 · Hound")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/sessions/**")
    content = room.server.api("GET", f"/polls/{poll['id']}").json()["content"]
    assert [item["text"] for item in content["right"]] == ["Cat", "Cow", "Hound"]
    assert content["solution"] == {"l1": "r2", "l2": content["right"][2]["id"]}


@pytest.mark.long
def test_axe_finds_nothing_wrong(
    hall: Room, phone: Phone, wall: Walls, axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "matching", TWO)
    page = phone.joins_live().page
    page.get_by_label("Chat").select_option("B · Cat")
    phone.says("Your vote is recorded")
    assert axe(page) == []
    does(hall, poll, "close")
    expect(page.locator("#results .heat")).to_be_visible()
    assert axe(page) == []
    projected = wall(hall)
    expect(projected.page.locator(".heat")).to_be_visible()
    assert axe(projected.page) == []
