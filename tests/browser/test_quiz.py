"""A quiz on the three screens: who people say to be, points, ranking, and how sure they were."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened, options, voted
from tests.browser.consoles import Console
from tests.browser.kind_rooms import begins, joined, reopened, saved
from tests.browser.wall import Wall
from tests.room import Attendee, Room, eventually

QUIZ = options("Yes", "No", right="a")


def asks(room: Room, **settings: Any) -> None:
    answer = room.server.api("PATCH", f"/sessions/{room.id}", {"settings": settings})
    assert answer.ok, answer.text


def people_of(room: Room, *nicknames: str) -> list[Attendee]:
    people = [room.attendee() for _ in nicknames]
    for person, nickname in zip(people, nicknames, strict=True):
        assert person.sends("profile", {"nickname": nickname})["ok"]
    return people


def plays(room: Room, people: list[Attendee], answers: str, **settings: Any) -> dict[str, Any]:
    """A question of the quiz, answered by each with a letter, closed and revealed."""
    poll = opened(room, "single_choice", QUIZ, **{"points": 100, **settings})
    for person, answer in zip(people, answers, strict=True):
        person.sees(id=poll["id"], status="open")
        assert person.votes(answer)["ok"]
    does(room, poll, "close")
    return poll


def test_a_phone_says_who_it_is_answers_and_sees_its_points(
    browser: Browser, room: Room, axe: Callable[[Page], list[str]]
) -> None:
    asks(room, nicknames=True, teams=["Achat", "Juridique"], sites=["Nantes"])
    with joined(browser, room) as mine:
        page = mine.page
        assert axe(page) == []
        expect(page.get_by_text("Your name is not asked.")).to_be_hidden()
        page.get_by_label("Nickname (optional)").fill("Ada")
        page.get_by_label("Juridique").check()
        expect(page.locator(".me")).to_have_text("About you: Ada · Juridique")
        page.get_by_label("Where you are").select_option("Nantes")
        expect(page.locator(".me")).to_have_text("About you: Ada · Juridique · Nantes")
        poll = opened(room, "single_choice", QUIZ, points=300)
        expect(page.locator("#profile")).to_be_hidden()
        mine.chooses("Yes")
        mine.says("Your vote is recorded")
        expect(page.locator("#earned")).to_be_hidden()
        does(room, poll, "close")
        expect(page.locator("#earned")).to_have_text("Your answer is right. You have 300 points.")
        assert axe(page) == []
        room.facilitator().does("ranking")
        expect(page.locator("#ranking tbody tr:visible")).to_have_text(
            [re.compile(r"1\s*Juridique\s*300"), re.compile(r"1\s*Ada\s*300")]
        )
        assert not mine.overflows()


def test_what_was_begun_stays_when_a_question_comes(browser: Browser, room: Room) -> None:
    asks(room, nicknames=True)
    with joined(browser, room) as mine:
        nickname = mine.page.get_by_label("Nickname (optional)")
        nickname.press_sequentially("Ad")
        opened(room, "single_choice", QUIZ)
        mine.says("The vote is open")
        expect(nickname).to_be_focused()
        nickname.press_sequentially("a")
        nickname.press("Enter")
        expect(mine.page.locator(".me")).to_have_text("About you: Ada")
        expect(nickname).to_be_hidden()
        mine.page.locator(".me").click()
        expect(nickname).to_have_value("Ada")
        nickname.fill("Grace")
        mine.page.get_by_role("button", name="Save").click()
        expect(mine.page.locator(".me")).to_have_text("About you: Grace")
        expect(mine.page.locator("#profile-sheet")).to_be_hidden()
        mine.chooses("No")
        mine.says("Your vote is recorded")


def test_what_cannot_be_a_nickname_is_said_and_a_lost_one_is_sent_later(
    browser: Browser, room: Room
) -> None:
    asks(room, nicknames=True)
    with joined(browser, room) as mine:
        nickname = mine.page.get_by_label("Nickname (optional)")
        told = mine.page.locator("#profile [role=status]")
        nickname.evaluate("(field) => field.removeAttribute('maxlength')")
        nickname.fill("x" * 31)
        nickname.press("Enter")
        expect(told).to_contain_text("at most 30")
        mine.context.set_offline(True)
        room.server.kill()
        mine.is_offline()
        nickname.fill("Ada")
        nickname.press("Enter")
        expect(told).to_have_text("It will be sent when the connection is back.")
        room.server.start()
        mine.context.set_offline(False)
        mine.is_connected()
        expect(told).to_have_text("Saved.")
        expect(mine.page.locator(".me")).to_have_text("About you: Ada")


def test_a_phone_is_given_its_team(browser: Browser, room: Room) -> None:
    asks(room, teams=["Rouge"], teams_by="balanced")
    with joined(browser, room) as mine:
        expect(mine.page.get_by_text("Your name is not asked.")).to_be_visible()
        expect(mine.page.locator(".me")).to_have_text("About you: Rouge")
        expect(mine.page.locator("#profile")).to_contain_text("Your team: Rouge")
        expect(mine.page.get_by_role("button", name="Save")).to_have_count(0)


def test_the_wall_names_all_who_share_a_step(
    hall: Room, wall: Callable[..., Wall], axe: Callable[[Page], list[str]]
) -> None:
    asks(hall, nicknames=True, ranking_top=5)
    projected = wall(hall)
    host = hall.facilitator()
    host.does("ranking")
    projected.shows("ranking")
    expect(projected.page.locator(".stands .nothing")).to_have_text("Nobody has points yet")
    people = people_of(hall, "Ada", "Bob", "Zoé", "Émile", "Max", "Silent")
    plays(hall, people, "aaaabb")
    plays(hall, people, "aabbab")
    host.does("ranking")
    steps = projected.page.locator(".step")
    expect(steps).to_have_count(2)
    first = projected.page.locator('.step[data-rank="1"]')
    expect(first.locator(".names li")).to_have_text(["Ada", "Bob"])
    expect(first.locator(".block")).to_have_text(re.compile(r"^1\s*200 points$"))
    third = projected.page.locator('.step[data-rank="3"]')
    expect(third.locator(".names li")).to_have_text(["Émile", "Max", "Zoé"])
    rows = projected.page.locator('.places[data-board="people"] tbody tr')
    expect(rows).to_have_text(
        [re.compile(rf"{rank}\s*{name}\s*{points}") for rank, name, points in (
            (1, "Ada", 200), (1, "Bob", 200), (3, "Émile", 100), (3, "Max", 100), (3, "Zoé", 100),
        )]
    )  # fmt: skip
    expect(projected.page.locator('[data-slot="said"]')).to_have_text(
        "Ranking. Ada, Bob (200 points)"
    )
    assert axe(projected.page) == []


def test_the_wall_shows_who_was_sure_and_wrong(hall: Room, wall: Callable[..., Wall]) -> None:
    poll = opened(hall, "single_choice", QUIZ, certainty=True)
    voted(hall, poll)
    said = [("a", "sure"), ("a", "guess"), ("b", "sure"), ("b", "sure"), ("b", "hesitant")]
    for answer, certainty in said:
        person = hall.attendee()
        person.sees(id=poll["id"], status="open")
        assert person.votes(answer, certainty=certainty)["ok"]
    does(hall, poll, "close")
    projected = wall(hall)
    hall.facilitator().does("display", what="certainty")
    stage = projected.stage
    expect(stage.locator(".trap")).to_have_text("2 people were sure and wrong")
    expect(stage.get_by_role("row")).to_have_text(
        [
            re.compile(r"Sure\s*Hesitant\s*A guess"),
            re.compile(r"Right\s*1\s*0\s*1"),
            re.compile(r"Wrong\s*2\s*1\s*0"),
        ]
    )


def test_the_host_shows_the_ranking_and_goes_back(
    room: Room, console: Callable[..., Console]
) -> None:
    asks(room, nicknames=True)
    host = console().opens_live()
    ranking = host.page.get_by_role("button", name="Show the ranking")
    people = people_of(room, "Ada", "Bob")
    plays(room, people, "ab", certainty=True)
    expect(ranking).to_be_visible()
    ranking.click()
    expect(host.page.locator(".facts")).to_contain_text("The wall shows the ranking")
    assert eventually(lambda: people[0].state["view"] == "ranking")
    host.presses("Back to the question")
    assert eventually(lambda: people[0].state["view"] == "poll")
    host.presses("How sure they were")
    expect(host.page.locator(".trap")).to_be_visible()
    host.presses("Back to the results")
    host.page.locator(".bars").wait_for()
    expect(host.page.locator(".trap")).to_have_count(0)


def test_the_editor_writes_what_a_quiz_needs_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console()
    form = begins(host, "Single choice")
    for number, text in enumerate(("Oui", "Non")):
        form.locator('[name="option_text"]').nth(number).fill(text)
    expect(form.get_by_label("Points for a right answer")).to_be_hidden()
    form.get_by_text("More settings").click()
    form.get_by_label("Points for a right answer").fill("250")
    form.get_by_label("Quick answers are worth more").check()
    form.get_by_label("Ask how sure people are").check()
    form.get_by_label("Countdown, in seconds").fill("30")
    form.get_by_label("Vote, discuss, vote again").check()
    form.get_by_label("I would rather not answer").check()
    poll = saved(host)
    wanted = {
        "points": 250, "speed_bonus": True, "certainty": True, "seconds": 30, "rounds": 2,
        "abstain": True,
    }  # fmt: skip
    assert {name: poll["settings"][name] for name in wanted} == wanted
    form = reopened(host, poll)
    expect(form.get_by_label("Points for a right answer")).to_have_value("250")
    form.get_by_label("Countdown, in seconds").fill("")
    form.get_by_label("Quick answers are worth more").uncheck()
    poll = saved(host)
    assert poll["settings"]["seconds"] is None
    assert poll["settings"]["speed_bonus"] is False
    assert poll["settings"]["points"] == 250
