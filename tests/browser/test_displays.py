"""What a wall draws besides results, on the wall and in the console; time; and second thoughts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Attendee, Facilitator, Room


@pytest.fixture
def room(hall: Room) -> Room:
    """In English, the language of its wall."""
    return hall


Consoles = Callable[..., Console]
Walls = Callable[..., Wall]


def two_rounds(room: Room, first: str, second: str, **settings: Any) -> Facilitator:
    room.asks(rounds=2, **settings)
    host = room.facilitator()
    people = [room.attendee() for _ in first]
    for number, answers in enumerate((first, second), start=1):
        host.does("next" if number == 1 else "revote")
        vote(people, answers, number)
        host.does("close")
    host.sees(status="closed", round=2)
    return host


def vote(people: list[Attendee], answers: str, round: int) -> None:
    for person, answer in zip(people, answers, strict=True):
        person.sees(status="open", round=round)
        assert person.votes(answer)["ok"]


def test_before_and_after_stand_side_by_side_with_who_moved(room: Room, wall: Walls) -> None:
    projected = wall(room)
    host = two_rounds(room, "aaaaaaaaaabbbbbb", "aaaaabbbbbbbbbbb")
    host.does("reveal")
    facets = projected.page.locator(".facet")
    expect(facets).to_have_count(3)
    expect(facets.nth(0).locator("h2")).to_have_text("Round 1")
    expect(facets.nth(0).locator(".count")).to_have_text(["10", "6", "0"])
    expect(facets.nth(2).locator(".count")).to_have_text(["5", "11", "0"])
    expect(facets.nth(1).locator(".moved li")).to_have_text(
        ["6 stayed with “Non”", "5 stayed with “Oui”", "5 from “Oui” to “Non”"]
    )
    host.does("display", what="")
    expect(facets).to_have_count(0)
    expect(projected.page.locator(".stage .count")).to_have_text(["5", "11", "0"])


def test_the_console_chooses_what_the_wall_draws(
    room: Room, wall: Walls, console: Consoles
) -> None:
    first = room.asks("yes_no", title="Déjà fait ?")
    second = room.asks(title="Et demain ?")
    host = room.facilitator()
    host.does("open", poll=first["id"], round=None)
    people = voted(room, first, *["yes"] * 6, *["no"] * 5)
    host.does("next")
    for number, person in enumerate(people):
        person.sees(id=second["id"], status="open")
        person.votes("a" if number < 6 else "b")
    host.does("close")
    projected, desk = wall(room), console().opens_live()
    desk.page.get_by_label("On the wall:").select_option(label="split by question 1: Déjà fait ?")
    for screen in (projected.page, desk.page):
        facets = screen.locator(".facet")
        expect(facets.locator("h2")).to_have_text(["Yes", "No"])
        expect(facets.nth(0).locator(".count")).to_have_text(["6", "0", "0"])
        expect(facets.nth(1).locator(".count")).to_have_text(["0", "5", "0"])


def test_a_split_that_would_point_at_somebody_says_so(room: Room, wall: Walls) -> None:
    first, second = room.asks("yes_no"), room.asks()
    host = room.facilitator()
    host.does("open", poll=first["id"], round=None)
    people = voted(room, first, "yes", "no")
    host.does("next")
    for person in people:
        person.sees(id=second["id"], status="open")
        person.votes("a")
    host.does("close")
    host.does("display", what=f"segments:{first['id']}")
    expect(wall(room).page.locator(".stage")).to_contain_text("fewer than five people")


def test_few_answers_are_shown_only_after_a_second_thought(
    room: Room, wall: Walls, console: Consoles
) -> None:
    poll = room.asks(results="hidden")
    host = room.facilitator()
    host.does("next")
    voted(room, poll, "a", "b", "b")
    host.does("close")
    host.sees(status="closed")
    desk = console().opens_live()
    desk.presses("Reveal the results")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Only 3 answers")
    dialog.get_by_role("button", name="Cancel").click()
    assert not host.sees(status="closed")["poll"]["results_shown"]
    desk.presses("Reveal the results")
    dialog.get_by_role("button", name="Show them").click()
    host.sees(results_shown=True)


def test_a_clicker_shows_few_answers_by_a_second_press(room: Room, wall: Walls) -> None:
    poll = room.asks(results="hidden")
    host = room.facilitator()
    host.does("next")
    voted(room, poll, "a")
    host.does("close")
    host.sees(status="closed")
    projected = wall(room, key="facilitator_key")
    expect(projected.page.locator(".status")).to_have_text("Vote closed")
    projected.page.keyboard.press(" ")
    expect(projected.page.get_by_role("alert").filter(has_text="press again")).to_be_visible()
    assert not host.state["poll"]["results_shown"]
    projected.page.keyboard.press(" ")
    host.sees(results_shown=True)


def test_time_is_seen_on_every_screen_and_given_by_the_console(
    room: Room, wall: Walls, console: Consoles, browser: Browser
) -> None:
    room.asks(seconds=300)
    host = room.facilitator()
    host.does("next")
    projected, desk, phone = wall(room), console().opens_live(), Phone(browser, room).joins_live()
    clocks = [screen.get_by_role("timer") for screen in (projected.page, desk.page, phone.page)]
    for clock in clocks:
        expect(clock).to_contain_text("4:")
    desk.presses("+30 s")
    for clock in clocks:
        expect(clock).to_contain_text("5:")
    desk.presses("Stop the clock")
    for clock in clocks:
        expect(clock).to_be_hidden()
    phone.context.close()


@pytest.mark.parametrize("label", ["Yes or no", "How are you?"])
def test_a_quick_question_is_one_tap_away(
    room: Room, console: Consoles, browser: Browser, label: str
) -> None:
    room.asks(title="Préparée ?")
    desk, phone = console().opens_live(), Phone(browser, room).joins_live()
    desk.page.get_by_text("Quick question").click()
    desk.page.get_by_role("button", name=label).click()
    expect(desk.page.locator(".order .line")).to_have_count(2)
    expect(phone.page.locator("#fields .choice").first).to_be_visible()
    phone.page.locator("#fields .choice").first.click()
    phone.says("Your vote is recorded")
    phone.context.close()


def test_who_would_rather_not_answer_says_so_and_may_think_again(
    room: Room, browser: Browser, wall: Walls
) -> None:
    poll = room.asks(abstain=True)
    room.facilitator().does("next")
    phone, projected = Phone(browser, room).joins_live(), wall(room)
    button = phone.page.get_by_role("button", name="I would rather not answer")
    button.click()
    phone.says("You would rather not answer")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(projected.page.locator(".abstained")).to_have_text("1 would rather not answer")
    phone.page.reload()
    phone.says("You would rather not answer")
    phone.chooses("Oui")
    phone.says("Your vote is recorded")
    expect(button).to_have_attribute("aria-pressed", "false")
    assert room.results(poll)["abstained"] == 0
    phone.context.close()


def test_how_sure_somebody_is_goes_along_with_the_answer(room: Room, browser: Browser) -> None:
    content = {"options": [{"id": "a", "text": "Oui", "right": True}, {"id": "b", "text": "Non"}]}
    room.asks("single_choice", content, certainty=True)
    host = room.facilitator()
    host.does("next")
    phone = Phone(browser, room).joins_live()
    phone.chooses("Oui")
    phone.says("Your vote is recorded")
    phone.page.get_by_role("radio", name="Hesitant").check(force=True)
    phone.says("Your vote is recorded")
    phone.page.reload()
    expect(phone.page.get_by_role("radio", name="Hesitant")).to_be_checked()
    host.does("close")
    host.does("display", what="certainty")
    host.sees(display="certainty")
    assert host.state["display"]["right"]["hesitant"] == 1
    phone.context.close()
