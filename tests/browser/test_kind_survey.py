"""A survey in a browser: page by page on phones, one item at a time on the wall, written in the
console."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, joined, reopened, saved
from tests.browser.wall import Wall
from tests.room import Room, eventually

TWO = {"options": [{"id": "a", "text": "The talk"}, {"id": "b", "text": "The coffee"}]}
ITEMS = [
    {"id": "s1", "kind": "single_choice", "title": "What was best?", "content": TWO},
    {"id": "s2", "kind": "yes_no", "title": "Again?", "content": {}},
    {"id": "s3", "kind": "yes_no", "title": "Sooner?", "content": {}},
    {"id": "s4", "kind": "numeric", "title": "How far?", "content": {"min": 0, "unit": "km"}},
    {"id": "s5", "kind": "open_text", "title": "What else?", "content": {}},
]


def asked(room: Room, **settings: Any) -> dict[str, Any]:
    return opened(room, "survey", {"items": ITEMS}, "Your opinion", **settings)


def answered(room: Room, poll: dict[str, Any]) -> dict[str, int]:
    results = room.results(poll)["results"]
    return {id: item["answered"] for id, item in results["items"].items() if item["answered"]}


def turns(page: Page, name: str = "Next") -> None:
    page.get_by_role("button", name=name, exact=True).click()


def chooses(page: Page, text: str) -> None:
    page.locator(".item:visible .choice", has_text=text).click()


def test_it_is_answered_page_by_page_and_nothing_is_lost(browser: Browser, hall: Room) -> None:
    poll = asked(hall)
    with joined(browser, hall) as mine:
        page = mine.page
        expect(page.locator("[data-part=progress]")).to_have_text("Question 1 of 5")
        chooses(page, "The coffee")
        mine.says("Your vote is recorded")
        turns(page)
        chooses(page, "Yes")
        turns(page)
        expect(page.get_by_role("heading", name="Sooner?")).to_be_focused()
        # The item before, of the same kind and names, keeps its answer.
        chooses(page, "No")
        turns(page, "Previous")
        mine.has_chosen("The coffee", "Yes", "No")
        turns(page)
        turns(page)
        page.get_by_label("Your number").fill("far")
        turns(page)
        mine.says("Write a number in digits")
        page.get_by_label("Your number").fill("12.5")
        turns(page)
        eventually(lambda: answered(hall, poll).get("s4") == 1, "the number")
        page.get_by_label("Your answer, in your own words").fill("Begun")
        page.reload()
        mine.is_connected()
        # Back at the first item without an answer, with what was typed.
        expect(page.locator("[data-part=progress]")).to_have_text("Question 5 of 5")
        expect(page.get_by_label("Your answer, in your own words")).to_have_value("Begun")
        mine.says("not sent yet")
        turns(page, "To the summary")
        given = page.locator(".summary .given")
        expect(given).to_have_text(["The coffee", "Yes", "No", "12.5", "Begun"])
        mine.says("Your 5 answers are recorded")
        page.get_by_role("button", name="I have finished").click()
        expect(page.locator(".thanks")).to_be_visible()
        eventually(lambda: hall.results(poll)["results"]["finished"] == 1, "the end")
        page.get_by_role("button", name="Change: Again?").click()
        chooses(page, "No")
        eventually(lambda: said(hall, poll, "s2") == {"yes": 0, "no": 1}, "the change")
        assert not mine.overflows()


def said(room: Room, poll: dict[str, Any], item: str) -> dict[str, int]:
    counts = room.results(poll)["results"]["items"][item]["results"]["counts"]
    return {each: counts[each] for each in ("yes", "no")}


def test_the_keyboard_alone_answers_it(browser: Browser, hall: Room) -> None:
    poll = asked(hall)
    with joined(browser, hall) as mine:
        keys = mine.page.keyboard
        mine.page.locator(".item:visible .choice input").first.focus()
        keys.press("Space")
        keys.press("Tab")
        keys.press("Enter")
        keys.press("Tab")
        keys.press("Space")
        eventually(lambda: answered(hall, poll) == {"s1": 1, "s2": 1}, "two answers")
        turns(mine.page)
        turns(mine.page)
        mine.page.get_by_label("Your number").fill("3")
        keys.press("Enter")
        eventually(lambda: answered(hall, poll).get("s4") == 1, "the number")
        expect(mine.page.locator("[data-part=progress]")).to_have_text("Question 4 of 5")


def test_without_javascript_all_items_are_one_form(browser: Browser, hall: Room) -> None:
    poll = asked(hall)
    with joined(browser, hall, java_script_enabled=False) as mine:
        items = mine.page.locator(".item")
        items.nth(0).get_by_label("The talk").check()
        items.nth(1).get_by_label("Yes").check()
        items.nth(2).get_by_label("No").check()
        items.nth(3).get_by_label("Your number").fill("far")
        mine.page.get_by_role("button", name="Send").last.click()
        mine.says("Write a number")
        expect(items.nth(1).get_by_label("Yes")).to_be_checked()
        items.nth(3).get_by_label("Your number").fill("7")
        items.nth(4).get_by_label("Your answer").fill("Nothing")
        mine.page.get_by_role("button", name="Send").last.click()
        mine.says("Your 5 answers are recorded")
        assert answered(hall, poll) == {"s1": 1, "s2": 1, "s3": 1, "s4": 1, "s5": 1}
        assert said(hall, poll, "s3") == {"yes": 0, "no": 1}
        assert hall.results(poll)["results"]["finished"] == 1


def test_the_wall_counts_who_has_finished_and_then_shows_an_item(
    browser: Browser, hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = asked(hall)
    projected, host = wall(hall), hall.facilitator()
    people = [hall.attendee() for _ in range(3)]
    for person, choice in zip(people, ("a", "a", "b"), strict=True):
        person.sees(status="open")
        assert person.votes(choice, slot="s1")["ok"]
    assert people[0].votes(1, slot=":finished")["ok"]
    expect(projected.stage.locator(".through .count")).to_have_text("1")
    expect(projected.stage.locator(".under-way .count")).to_have_text("2")
    expect(projected.stage.locator(".bars:visible")).to_have_count(0)
    does(hall, poll, "close")
    expect(projected.stage.locator(".overview .answers").first).to_have_text("3 answers")
    host.sees(status="closed")
    host.does("display", what="item:s1")
    expect(projected.stage.locator("h3:visible")).to_have_text("What was best?")
    bars = projected.stage.locator(".bars .count:visible")
    expect(bars).to_have_text(["2", "1"])
    does(hall, poll, "hide")
    expect(bars).to_have_count(0)
    expect(projected.stage.locator(".count:visible")).to_have_count(0)


def test_the_console_writes_one_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Survey")
    for kind in ("yes_no", "single_choice", "yes_no"):
        page.locator(".survey-editor select").select_option(kind)
        page.get_by_role("button", name="Add a question to the survey").click()
    rows = page.locator(".survey-row")
    for place, title in enumerate(("Encore ?", "Le mieux ?", "Vrai ?")):
        rows.nth(place).get_by_label("Question").fill(title)
    rows.nth(0).get_by_label("Yes", exact=True).check()
    rows.nth(2).get_by_label("No", exact=True).check()
    rows.nth(1).get_by_label("Option A", exact=True).fill("Un")
    rows.nth(2).get_by_role("button", name="Move up").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".survey-row .refusal")).to_contain_text("2 to 12 options")
    rows.nth(2).get_by_label("Option B", exact=True).fill("Deux")
    poll = saved(host)
    first, second, third = poll["content"]["items"]
    assert (first["title"], first["content"]) == ("Encore ?", {"right": "yes"})
    assert (second["title"], second["content"]) == ("Vrai ?", {"right": "no"})
    assert [option["text"] for option in third["content"]["options"]] == ["Un", "Deux"]
    reopened(host, poll)
    expect(rows.nth(2).get_by_label("Option B", exact=True)).to_have_value("Deux")
    rows.nth(0).get_by_role("button", name="Remove").click()
    assert [item["id"] for item in saved(host)["content"]["items"]] == [second["id"], third["id"]]
