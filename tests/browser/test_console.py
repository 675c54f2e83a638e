"""The console runs a session: one right next step, what people did, who is there, the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import first_figure, held_back
from tests.browser.consoles import Console
from tests.room import OPTIONS, Room, eventually
from tests.running import Server

Consoles = Callable[..., Console]

RIGHT = {"options": [{**OPTIONS[0], "right": True}, *OPTIONS[1:]]}


def test_the_primary_action_leads_through_a_session(room: Room, console: Consoles) -> None:
    room.asks(title="Première ?", opens="by_hand")
    room.asks(content=RIGHT, title="Deuxième ?")
    room.asks(title="Troisième ?", results="hidden")
    host = console().opens_live()
    only_one = host.page.locator(".primary:visible")
    expect(only_one).to_have_text(["Start with question 1"])
    host.does("Start with question 1")
    host.asks("Première ?")
    expect(only_one).to_have_text(["Open the vote"])
    host.says("Vote not open yet")
    host.does("Open the vote")
    host.says("Vote open", "Results shown on the wall")
    host.does("Close the vote")
    host.does("Next question")
    host.asks("Deuxième ?")
    host.does("Close and show the right answers")
    host.does("Next question")
    host.says("Vote open", "Results hidden")
    host.does("Close the vote")
    host.does("Reveal the results")
    host.heard("Results shown on the wall")
    host.does("End the session")
    host.page.get_by_role("dialog").get_by_text("End the session", exact=True).click()
    expect(host.page.get_by_role("heading", name="The session has ended")).to_be_visible()


def test_answers_are_counted_as_they_come(room: Room, console: Consoles) -> None:
    poll = room.asks(title="Qui ?")
    host = console().opens_live()
    people = [room.attendee() for _ in range(3)]
    expect(host.page.locator("#room")).to_have_text("3 in the room")
    host.does("Start with question 1")
    for person, answer in zip(people, "aab", strict=True):
        person.sees(status="open")
        assert person.votes(answer)["ok"]
    host.says("3 answers of 3")
    expect(host.page.locator(".results .count")).to_have_text(["2", "1", "0"])
    expect(host.line("Qui ?")).to_contain_text("3 votes")
    assert room.results(poll)["answered"] == 3


def test_an_answer_that_overtakes_its_kinds_module_is_shown(room: Room, console: Consoles) -> None:
    room.asks(title="Qui ?")
    host = console(reduced_motion="reduce")
    let_through = held_back(host.page, "**/kinds/single_choice.js")
    host.opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    assert someone.votes("a")["ok"]
    host.says("1 answer of 1")
    let_through()
    assert first_figure(host.page) == "1"


def test_voting_again_opens_a_second_round(room: Room, console: Consoles) -> None:
    poll = room.asks(title="Qui ?")
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes("a")
    host.says("1 answer of 1")
    host.presses("Vote again")
    expect(host.page.locator(".place")).to_contain_text("Round 2")
    host.says("0 answers of 1")
    assert room.results(poll, 1)["answered"] == 1


def test_hosts_see_the_same_and_a_double_click_does_one_step(room: Room, console: Consoles) -> None:
    room.asks(title="Une ?")
    room.asks(title="Deux ?")
    one, other = console().opens_live(), console().opens_live()
    one.next_step_is("Start with question 1")
    one.primary.dblclick()
    for host in (one, other):
        host.asks("Une ?")
        host.next_step_is("Close the vote")
        host.says("Vote open")
    other.does("Close the vote")
    one.next_step_is("Next question")


def test_a_question_is_asked_out_of_its_order(room: Room, console: Consoles) -> None:
    for title in ("Une ?", "Deux ?", "Trois ?"):
        room.asks(title=title)
    host = console().opens_live()
    host.unfolds("Trois ?").get_by_text("Ask now").click()
    host.asks("Trois ?")
    host.says("Vote open")
    expect(host.line("Trois ?")).to_contain_text("On the wall")


def test_the_wall_is_switched_and_seen(room: Room, console: Consoles) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    wall = room.screen()
    expect(host.page.locator("#walls")).to_have_text("Wall connected")
    host.does("Start with question 1")
    for label, view in (("Show the QR code", "join"), ("Blank the wall", "blank")):
        host.presses(label)
        eventually(lambda view=view: wall.state["view"] == view, view)
        switch = host.page.get_by_role("button", name=label)
        expect(switch).to_have_attribute("aria-pressed", "true")
        host.presses(label)
        eventually(lambda: wall.state["view"] == "poll", "the question is back")


def test_a_lost_wall_is_an_alert_and_comes_back(room: Room, console: Consoles) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    wall = room.screen()
    host.does("Start with question 1")
    expect(host.page.locator("#walls")).to_have_text("Wall connected")
    wall.leaves()
    alert = host.page.get_by_role("alert").filter(has_text="The wall is no longer connected")
    expect(alert).to_be_visible()
    with host.context.expect_page() as opened:
        alert.get_by_role("link", name="Open the wall again").click()
    expect(opened.value.get_by_role("heading", name="Qui ?")).to_be_visible()
    expect(alert).to_have_count(0)
    expect(host.page.locator("#walls")).to_have_text("Wall connected")


def test_a_wall_that_falls_silent_is_noticed(
    room: Room, console: Consoles, browser: Browser
) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    host.does("Start with question 1")
    frozen = browser.new_page()
    key = room.session["screen_key"]
    with frozen.expect_websocket() as connection:
        frozen.goto(f"{room.server.url}/{room.code}/screen?key={key}")
    connection.value.wait_for_event("framesent", lambda sent: "beat" in str(sent))
    expect(host.page.locator("#walls")).to_have_text("Wall connected")
    freeze = frozen.context.new_cdp_session(frozen)
    freeze.send("Debugger.enable")
    freeze.send("Debugger.pause")
    alert = host.page.get_by_role("alert").filter(has_text="The wall is no longer connected")
    expect(alert).to_be_visible()
    freeze.send("Debugger.disable")
    frozen.close()


def test_closing_the_tab_changes_nothing(room: Room, console: Consoles) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    host.does("Start with question 1")
    host.says("Vote open")
    host.page.close()
    someone = room.attendee()
    someone.sees(status="open")
    assert someone.votes("a")["ok"]
    host.page = host.context.new_page()
    host.opens_live()
    host.says("Vote open", "1 answer of 1")


def test_a_lost_server_is_said_and_comes_back(own_server: Server, browser: Browser) -> None:
    room = Room(own_server)
    room.asks(title="Qui ?")
    host = Console(browser, room).opens_live()
    host.does("Start with question 1")
    host.says("Vote open")
    own_server.kill()
    host.warns("The server does not answer.")
    own_server.start()
    expect(host.page.locator("#server-alert")).to_be_empty()
    host.does("Close the vote")
    host.says("Vote closed")
    host.context.close()


@pytest.mark.parametrize("kind, answer", [("word_cloud", ["gros mot"]), ("open_text", "gros mot")])
def test_something_is_taken_off_the_wall(
    room: Room, console: Consoles, kind: str, answer: Any
) -> None:
    poll = room.asks(kind, title="Qui ?")
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes(answer)
    expect(host.page.locator(".results")).to_contain_text("gros mot")
    host.page.locator(".results button").first.click()
    expect(host.page.locator(".results")).not_to_contain_text("gros mot")
    assert "gros mot" not in str(room.results(poll)["results"])


def test_the_end_is_confirmed_and_the_answers_are_taken_away(room: Room, console: Consoles) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes("b")
    dialog = host.page.get_by_role("dialog")
    host.chooses("Session", "End the session…")
    dialog.get_by_role("button", name="Cancel").click()
    host.says("Vote open")
    host.chooses("Session", "End the session…")
    dialog.get_by_role("button", name="End the session").click()
    eventually(lambda: someone.state["view"] == "end", "the end")
    with host.page.expect_download() as download:
        host.page.get_by_role("link", name="Download for Excel (CSV)").click()
    assert "Non" in download.value.path().read_text("utf-8-sig")
