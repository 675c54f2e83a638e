"""The phone when the network, the server, the tab or JavaScript is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.phones import Phone
from tests.room import Room
from tests.running import Server


@pytest.fixture
def phone(browser: Browser, room: Room) -> Iterator[Phone]:
    made = Phone(browser, room)
    yield made
    made.context.close()
    assert made.errors == []


@pytest.fixture
def poll(room: Room) -> dict[str, Any]:
    """A question whose vote is open."""
    made = room.asks()
    act(room, made, "open")
    return made


def act(room: Room, poll: dict[str, Any], action: str) -> None:
    assert room.server.api("POST", f"/polls/{poll['id']}/{action}").ok


def counts(room: Room, poll: dict[str, Any]) -> dict[str, int]:
    found: dict[str, int] = room.results(poll)["results"]["counts"]
    return found


def test_a_vote_waits_for_the_connection(room: Room, phone: Phone, poll: dict[str, Any]) -> None:
    phone.joins_live()
    phone.context.set_offline(True)
    phone.is_offline()
    phone.says("your vote will be kept on this phone")
    phone.says("Stay on this Wi-Fi")
    phone.chooses("Oui")
    phone.chooses("Non")
    phone.says("Your vote waits on this phone")
    assert counts(room, poll) == {"a": 0, "b": 0, "c": 0}
    phone.context.set_offline(False)
    phone.says("Your vote is recorded")
    phone.has_chosen("Non")
    assert counts(room, poll) == {"a": 0, "b": 1, "c": 0}


def test_a_waiting_vote_outlives_the_tab_and_the_server(
    browser: Browser, own_server: Server
) -> None:
    room = Room(own_server)
    poll = room.asks()
    act(room, poll, "open")
    phone = Phone(browser, room).joins_live()
    phone.chooses("Oui")
    phone.says("Your vote is recorded")
    own_server.kill()
    phone.is_offline()
    phone.says("Connection lost: your vote stays recorded")
    phone.chooses("Non")
    phone.says("Your vote waits on this phone")
    phone.closes_the_tab()
    own_server.start()
    phone.joins_live()
    phone.says("Your vote is recorded")
    phone.has_chosen("Non")
    assert counts(room, poll) == {"a": 0, "b": 1, "c": 0}
    phone.context.close()


@pytest.mark.parametrize("meanwhile", ["close", "revote"])
def test_a_vote_that_comes_too_late_is_reported(
    room: Room, phone: Phone, poll: dict[str, Any], meanwhile: str
) -> None:
    phone.joins_live()
    phone.context.set_offline(True)
    phone.is_offline()
    phone.chooses("Oui")
    phone.says("Your vote waits on this phone")
    act(room, poll, meanwhile)
    phone.context.set_offline(False)
    notice = phone.page.locator("#notice")
    expect(notice).to_contain_text("it was not counted")
    phone.has_chosen()
    phone.page.get_by_role("button", name="Understood").click()
    expect(notice).to_be_hidden()
    phone.page.reload()
    phone.is_connected()
    expect(notice).to_be_hidden()
    assert counts(room, poll) == {"a": 0, "b": 0, "c": 0}


def test_an_answer_the_server_refuses_stays_to_be_corrected(room: Room, phone: Phone) -> None:
    act(room, room.asks("open_text"), "open")
    phone.joins_live()
    phone.writes("\u200b")
    phone.sends()
    phone.says("Not sent yet: please correct your answer.")
    expect(phone.fields.first).to_have_value("\u200b")
    phone.writes("Par où commencer ?")
    phone.sends()
    phone.says("Your vote is recorded")


def test_two_tabs_of_a_phone_say_the_same(room: Room, phone: Phone, poll: dict[str, Any]) -> None:
    phone.joins_live()
    other = phone.opens_another_tab()
    other.chooses("Oui")
    for tab in (other, phone):
        tab.has_chosen("Oui")
        tab.says("Your vote is recorded")
    phone.chooses("Non")
    for tab in (phone, other):
        tab.has_chosen("Non")
        tab.says("Your vote is recorded")
    assert counts(room, poll) == {"a": 0, "b": 1, "c": 0}


def test_coming_back_shows_what_is_now(room: Room, phone: Phone, poll: dict[str, Any]) -> None:
    phone.joins_live()
    phone.chooses("Oui")
    phone.says("Your vote is recorded")
    phone.page.goto(f"{room.server.url}/healthz")
    act(room, poll, "close")
    phone.page.go_back()
    phone.says("The results are shown")
    phone.has_chosen("Oui")


def test_a_session_that_is_gone_is_said(room: Room, phone: Phone) -> None:
    phone.joins_live()
    phone.context.set_offline(True)
    phone.is_offline()
    room.server.api("DELETE", f"/sessions/{room.id}")
    phone.context.set_offline(False)
    phone.asks("This session no longer exists")
    expect(phone.page.get_by_role("link", name="Type another code")).to_be_visible()


@pytest.mark.parametrize(
    "kind, fills, answered",
    [
        ("yes_no", lambda plain: plain.chooses("Yes"), "Your vote is recorded"),
        ("word_cloud", lambda plain: plain.writes("a", "b"), "Your 2 answers are recorded"),
    ],
)
def test_without_javascript_every_state_is_said_as_with_it(
    browser: Browser,
    room: Room,
    phone: Phone,
    kind: str,
    fills: Callable[[Phone], None],
    answered: str,
) -> None:
    plain = Phone(browser, room, java_script_enabled=False).joins()
    phone.joins_live()

    def both_say(text: str) -> None:
        plain.page.get_by_role("link", name="Refresh").click()
        phone.says(text)
        assert plain.foot == phone.foot
        assert plain.page.locator("h1").inner_text() == phone.page.locator("h1").inner_text()

    plain.says("Waiting for the host")
    poll = room.asks(kind, results="hidden", opens="by_hand")
    host = room.facilitator()
    host.does("next")
    both_say("The vote is about to open")
    host.does("open", round=0)
    both_say("The vote is open")
    for one in (plain, phone):
        fills(one)
    plain.sends()
    if kind == "word_cloud":
        phone.sends()
    both_say(answered)
    assert room.results(poll)["answered"] == 2
    host.does("close")
    both_say("The vote is closed")
    host.does("reveal")
    both_say("The results are shown")
    host.does("end")
    both_say("The session has ended.")
    plain.context.close()


def test_a_plain_form_outlasts_a_phone_whose_clock_is_ahead(
    browser: Browser, room: Room, phone: Phone, poll: dict[str, Any]
) -> None:
    phone.context.add_init_script("{ const now = Date.now; Date.now = () => now() + 3600000; }")
    phone.joins_live()
    phone.chooses("Oui")
    phone.says("Your vote is recorded")
    plain = Phone(
        browser, room, java_script_enabled=False, storage_state=phone.context.storage_state()
    ).joins()
    phone.page.wait_for_timeout(1500)  # the server tells its time to the second
    plain.chooses("Non")
    plain.sends()
    plain.says("Your vote is recorded")
    plain.has_chosen("Non")
    assert counts(room, poll) == {"a": 0, "b": 1, "c": 0}
    plain.context.close()
