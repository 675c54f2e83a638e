"""Numbers and a number to be found: typing one on the phone, how they spread on the wall."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

DAYS = {"unit": "jours", "min": 0, "max": 400}


def figure(page: Page, name: str) -> str:
    return " ".join(page.locator(f'[data-figure="{name}"] dd').inner_text().split())


def table(page: Page) -> dict[str, str]:
    rows = page.locator(".data tbody tr")
    return {
        row.locator("th").text_content(): row.locator("td").text_content() for row in rows.all()
    }


def test_a_number_is_taken_with_a_comma_and_spaces(room: Room, phone: Callable[..., Phone]) -> None:
    poll = opened(room, "numeric", {**DAYS, "max": 10_000})
    mine = phone(locale="fr-FR").joins()
    expect(mine.page.locator("#connection-said")).to_have_text("En ligne")
    mine.fields.first.type("1 234,5")
    mine.page.keyboard.press("Enter")
    mine.says("Votre vote est enregistré")
    expect(mine.fields.first).to_have_value("1234,5")
    assert room.results(poll)["results"]["median"] == 1234.5
    assert not mine.overflows()


def test_what_is_wrong_is_said_and_not_sent(room: Room, phone: Callable[..., Phone]) -> None:
    poll = opened(room, "numeric", {**DAYS, "step": 5})
    mine = phone().joins_live()
    for typed, said in (
        ("beaucoup", "Write a number in digits"),
        ("1,234.5", "Write a number in digits"),
        ("500", "at most 400"),
        ("-1", "at least 0"),
        ("12", "steps of 5 here: the nearest is 10"),
    ):
        mine.writes(typed)
        mine.sends()
        mine.says(said)
        expect(mine.fields.first).to_have_value(typed)
    assert room.results(poll)["answered"] == 0
    mine.writes("15")
    mine.sends()
    mine.says("Your vote is recorded")
    mine.page.get_by_role("button", name="Withdraw my answer").click()
    mine.says("Your answer is withdrawn")


def test_what_was_understood_is_said(room: Room, phone: Callable[..., Phone]) -> None:
    opened(room, "numeric", {"unit": "euros"})
    mine = phone().joins_live()
    mine.writes("1000000")
    expect(mine.page.locator("#number-read")).to_have_text("= 1,000,000 euros")
    mine.writes("12")
    expect(mine.page.locator("#number-read")).to_be_hidden()


def test_a_number_without_javascript(room: Room, phone: Callable[..., Phone]) -> None:
    poll = opened(room, "numeric", DAYS)
    mine = phone(java_script_enabled=False).joins()
    expect(mine.page.locator("#number-expected")).to_have_text("From 0 to 400.")
    mine.writes("1,5,2")
    mine.sends()
    mine.says("Write a number in digits")
    expect(mine.fields.first).to_have_value("1,5,2")
    mine.writes("1,5")
    mine.sends()
    mine.says("Your vote is recorded")
    does(room, poll, "close")
    mine.page.reload()
    assert figure(mine.page, "median") == "1.5 jours"
    mine.page.locator(".data summary").click()
    assert table(mine.page) == {"1.5": "1"}


def test_the_wall_says_what_was_sent(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "numeric", DAYS)
    projected = wall(hall)
    expect(projected.stage.locator(".expected")).to_have_text("In jours. From 0 to 400.")
    voted(hall, poll, 30, 32, 32, 40)
    projected.says("4 people of 4 have answered")
    page = projected.page
    expect(page.locator('[data-figure="median"] dd')).to_have_text("32 jours")
    assert figure(page, "mean") == "33.5 jours"
    assert figure(page, "middle") == "31.5 to 34 jours"
    expect(page.locator(".piles .pile > i")).to_have_count(4)
    expect(page.locator('.line[data-sign="median"]')).to_have_count(1)
    rows = table(page)
    assert (rows["30"], rows["31"], rows["32"], rows["40"]) == ("1", "0", "2", "1")
    assert projected.crowding(1024, 768) == []
    does(hall, poll, "hide")
    expect(page.locator(".piles li")).to_have_count(0)
    expect(page.locator('[data-figure="median"] dd')).to_have_text("")


def test_both_screens_are_named_for_everybody(
    room: Room,
    phone: Callable[..., Phone],
    wall: Callable[..., Wall],
    axe: Callable[[Page], list[str]],
) -> None:
    poll = opened(
        room, "find_number", {"right": 42, "tolerance": 1, "unit": "jours"}, phones="live"
    )
    voted(room, poll, 40, 41, 60, 60)
    mine = phone().joins_live()
    expect(mine.page.get_by_label("Your number")).to_be_visible()
    assert axe(mine.page) == []
    projected = wall(room)
    does(room, poll, "close")
    expect(projected.page.locator('[data-figure="sought"] dd')).to_have_text("42 jours")
    assert axe(projected.page) == []


def test_the_right_number_shows_after_the_vote(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "find_number", {"right": 42, "tolerance": 1})
    projected = wall(hall)
    voted(hall, poll, 40, 44, 60)
    projected.says("3 people of 3 have answered")
    page = projected.page
    expect(page.locator(".piles .pile > i")).to_have_count(3)
    expect(page.locator('[data-figure="sought"]')).to_be_hidden()
    assert not any('"right"' in frame for frame in projected.received)
    does(hall, poll, "close")
    expect(page.locator('[data-figure="sought"] dd')).to_have_text("42")
    assert figure(page, "nearest") == "2 people, 2 away"
    assert figure(page, "found") == "0 people"
    expect(page.locator(".piles li.kept .count")).to_have_text(["1", "1"])
    expect(page.locator('.sign[data-sign="sought"]')).to_have_text("✓ 42")


def test_the_editor_writes_one_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console().opens()
    page = host.page
    page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=find_number")
    page.get_by_label("Question", exact=True).fill("Combien ?")
    page.get_by_label("Right number").fill("12,5")
    page.get_by_label("Largest number").fill("10")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#refusal-content\\.right")).to_contain_text("between the smallest")
    page.get_by_label("Largest number").fill("1 000")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".line .asked")).to_have_text(["Combien ?"])
    (line,) = room.facilitator().state["running_order"]
    poll = room.server.api("GET", f"/polls/{line['id']}").json()
    assert poll["content"] == {"right": 12.5, "max": 1000}
    page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    expect(page.get_by_label("Right number")).to_have_value("12.5")
