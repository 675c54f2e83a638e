"""Questions of the room in a browser: asked, voted up, withdrawn; on the wall, and by its host."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import opened
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, joined, reopened, saved
from tests.browser.wall import Wall
from tests.room import Room, eventually

TITLE = "Vos questions"


def questions(room: Room, poll: dict[str, Any]) -> dict[str, int]:
    """What is on the list, with its votes."""
    listed = room.results(poll)["results"]["questions"]
    return {question["text"]: question["votes"] for question in listed}


def asks(room: Room, poll: dict[str, Any], *texts: str) -> None:
    """Somebody for each text."""
    for text in texts:
        person = room.attendee()
        person.sees(id=poll["id"], status="open")
        assert person.votes(text, slot="q:1")["ok"]


def up(page: Page, text: str) -> Any:
    return page.get_by_role("button", name=f"Vote for: {text}")


def test_people_ask_vote_and_withdraw_with_taps(
    browser: Browser, hall: Room, axe: Callable[[Page], list[str]]
) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    asks(hall, poll, "Quand ?", "Combien ?")
    with joined(browser, hall) as mine:
        page = mine.page
        mine.writes("Qui signe ?")
        mine.says("not sent yet")
        mine.sends()
        own = page.locator(".mine li")
        expect(own).to_contain_text("In the list")
        expect(mine.fields.first).to_have_value("")
        up(page, "Combien ?").click()
        expect(up(page, "Combien ?")).to_have_attribute("aria-pressed", "true")
        eventually(
            lambda: questions(hall, poll) == {"Combien ?": 1, "Quand ?": 0, "Qui signe ?": 0}
        )
        expect(up(page, "Combien ?").locator(".count")).to_have_text("1")
        assert axe(page) == []
        up(page, "Combien ?").click()
        eventually(lambda: questions(hall, poll)["Combien ?"] == 0)
        page.get_by_role("button", name="Withdraw: Qui signe ?").click()
        expect(own).to_have_count(0)
        eventually(lambda: "Qui signe ?" not in questions(hall, poll))
        assert not mine.overflows()


def test_it_works_by_keyboard_alone(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    asks(hall, poll, "Quand ?")
    with joined(browser, hall) as mine:
        expect(up(mine.page, "Quand ?")).to_be_visible()
        mine.fields.first.focus()
        mine.page.keyboard.type("Qui ?")
        for key in ("Tab", "Enter"):
            mine.page.keyboard.press(key)
        eventually(lambda: "Qui ?" in questions(hall, poll))
        expect(mine.fields.first).to_be_focused()
        for key in ("Tab", "Tab", "Tab", "Space"):  # send, withdraw, and the first to vote for
            mine.page.keyboard.press(key)
        eventually(lambda: questions(hall, poll)["Quand ?"] == 1)


def test_nothing_moves_under_a_finger_until_it_is_asked_to(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    asks(hall, poll, "Quand ?")
    with joined(browser, hall) as mine:
        listed = mine.page.locator(".votable .words")
        expect(listed).to_have_text(["Quand ?"])
        asks(hall, poll, "Combien ?")
        expect(listed).to_have_count(2)
        newest = room_id(hall, poll, "Combien ?")
        voter = hall.attendee()
        voter.sees(id=poll["id"])
        voter.votes(1, slot=f"up:{newest}")
        expect(up(mine.page, "Combien ?").locator(".count")).to_have_text("1")
        expect(listed).to_have_text(["Quand ?", "Combien ?"])
        mine.page.get_by_role("button", name="Most votes first").click()
        expect(listed).to_have_text(["Combien ?", "Quand ?"])


def room_id(room: Room, poll: dict[str, Any], text: str) -> str:
    listed = room.results(poll)["results"]["questions"]
    return next(question["id"] for question in listed if question["text"] == text)


def test_who_waits_for_approval_is_told_so(browser: Browser, hall: Room) -> None:
    opened(hall, "qa", {}, TITLE, moderated=True)
    with joined(browser, hall) as mine:
        mine.writes("Qui ?")
        mine.sends()
        expect(mine.page.locator(".mine li")).to_contain_text("Waits for the host’s approval")
        mine.says("waits for the host’s approval")
        mine.page.reload()
        expect(mine.page.locator(".mine li")).to_contain_text("Waits for the host’s approval")


def test_without_javascript_there_is_a_form(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    asks(hall, poll, "Quand ?")
    with joined(browser, hall, java_script_enabled=False) as mine:
        for text in ("Qui ?", "Où ?"):
            mine.page.get_by_label("Your question", exact=True).fill(text)
            mine.sends()
        mine.says("recorded")
        assert questions(hall, poll).keys() == {"Quand ?", "Qui ?", "Où ?"}
        expect(mine.page.locator("#results")).to_contain_text("Quand ?")
        mine.page.locator(".mine li", has_text="Qui ?").get_by_role("button").click()
        assert questions(hall, poll).keys() == {"Quand ?", "Où ?"}


def test_the_wall_shows_five_and_how_many_more_and_one_alone(
    browser: Browser, hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    names = [
        "Quand ?",
        "Combien ?",
        "Où donc ?",
        "Pour qui ?",
        "Comment ?",
        "Pourquoi ?",
        "Lequel ?",
    ]
    asks(hall, poll, *names)
    voter = hall.attendee()
    voter.sees(id=poll["id"])
    voter.votes(1, slot=f"up:{room_id(hall, poll, 'Lequel ?')}")
    projected = wall(hall)
    rows = projected.stage.locator(".room-question:visible")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("Lequel ?")
    expect(rows.first.locator(".votes")).to_have_text("1 vote")
    expect(projected.stage.locator(".more")).to_have_text("+ 2 questions")
    host = Console(browser, hall).opens_live()
    host.presses("Fill the wall: Lequel ?")
    expect(rows).to_have_count(0)
    expect(projected.stage.locator(".alone")).to_contain_text("Lequel ?")
    host.presses("Fill the wall: Lequel ?")
    expect(rows).to_have_count(5)
    host.presses("Answered: Lequel ?")
    expect(rows.first).not_to_contain_text("Lequel ?")
    expect(host.page.locator(".room-question").last).to_contain_text("Answered")
    host.presses("Take off the wall: Quand ?")
    eventually(lambda: "Quand ?" not in questions(hall, poll))
    assert projected.crowding(1024, 768) == []
    assert host.errors == []
    host.context.close()


def test_a_host_approves_and_refuses_with_a_key(browser: Browser, hall: Room) -> None:
    poll = opened(hall, "qa", {}, TITLE)
    host = Console(browser, hall).opens_live()
    asks(hall, poll, "Quel connard signe ?", "Merde alors, qui signe ?")
    waiting = host.page.locator(".pending li")
    expect(waiting).to_have_count(2)
    expect(waiting.first).to_contain_text("Word of the list:")
    first = waiting.first.locator(".words").inner_text()
    host.page.keyboard.press("a")
    expect(waiting).to_have_count(1)
    host.page.keyboard.press("h")
    expect(waiting).to_have_count(0)
    assert list(questions(hall, poll)) == [first]
    host.context.close()


def test_what_waits_beside_the_running_order_is_in_sight(browser: Browser, hall: Room) -> None:
    body = {"kind": "qa", "title": TITLE, "content": {}, "settings": {"moderated": True}}
    made = hall.server.api("POST", f"/sessions/{hall.id}/polls", {**body, "standing": True}).json()
    opened(hall, "yes_no", {}, "Un café ?")
    host = Console(browser, hall).opens_live()
    person = hall.attendee()
    assert person.votes("Qui ?", poll=made["id"], round=1, slot="q:1")["waits"]
    in_sight = host.page.locator(".indicators")
    expect(in_sight.locator(".pending li")).to_contain_text("Qui ?")
    host.page.keyboard.press("a")
    expect(in_sight.locator(".pending li")).to_have_count(0)
    expect(in_sight.locator(".room-question")).to_contain_text("Qui ?")
    assert host.errors == []
    host.context.close()


def test_the_form_writes_its_settings_and_reads_them_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    page = begins(host, "Questions of the room")
    expect(page.get_by_label("While people vote too")).to_be_checked()
    page.get_by_label("Longest text, in characters").fill("120")
    page.get_by_label("People vote for what others wrote").uncheck()
    page.get_by_label("I approve each text").check()
    poll = saved(host)
    settings = poll["settings"]
    assert (settings["max_length"], settings["votes"], settings["moderated"]) == (120, False, True)
    page = reopened(host, poll)
    expect(page.get_by_label("People vote for what others wrote")).not_to_be_checked()
    expect(page.get_by_label("I approve each text")).to_be_checked()
