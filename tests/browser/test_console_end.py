"""The end in the console: named, confirmed, taken back, and looked back from."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.room import Room

Consoles = Callable[..., Console]


def ends(host: Console) -> None:
    host.chooses("Session", "End the session…")
    host.page.get_by_role("dialog").get_by_role("button", name="End the session").click()
    expect(host.page.get_by_role("heading", name="The session has ended")).to_be_visible()


def test_an_end_is_taken_back_and_phones_are_where_they_were(
    room: Room, console: Consoles, phone: Callable[..., Phone], axe: Callable[[Page], list[str]]
) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    host.does("Start with question 1")
    host.says("Vote open")
    voter = phone().joins_live()
    voter.chooses("Non")
    host.says("1 answer")
    host.chooses("Session", "End the session…")
    expect(host.page.get_by_role("dialog")).to_contain_text("The vote on “Qui ?” is open")
    host.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    ends(host)
    expect(voter.page.get_by_role("heading", name="Qui ?")).to_be_hidden()
    assert axe(host.page) == []
    host.page.reload()
    host.presses("Reopen the session")
    host.asks("Qui ?")
    host.says("Vote open", "1 answer of 1")
    host.heard("The session goes on.")
    voter.asks("Qui ?")
    voter.has_chosen("Non")


def test_results_are_looked_back_at(
    room: Room, console: Consoles, axe: Callable[[Page], list[str]]
) -> None:
    first, second = room.asks(title="Une ?"), room.asks(title="Deux ?", results="hidden")
    room.asks(title="Jamais posée ?")
    someone, host = room.attendee(), room.facilitator()
    for poll, answer in ((first, "a"), (second, "b")):
        host.does("open", poll=poll["id"], round=None)
        someone.sees(id=poll["id"], status="open")
        assert someone.votes(answer)["ok"]
    host.does("revote")
    someone.sees(round=2)
    assert someone.votes("c")["ok"]
    host.does("end")
    page = console().opens().page
    counts = page.locator(".results .count")
    page.get_by_role("link", name="Look at the results").click()
    expect(counts).to_have_text(["1", "0", "0"])
    page.get_by_role("link", name="Next question").click()
    expect(page.locator(".current > h2")).to_have_text("Deux ?")
    expect(counts).to_have_text(["0", "0", "1"])
    assert axe(page) == []
    page.get_by_role("link", name="Round 1").click()
    expect(counts).to_have_text(["0", "1", "0"])
    page.reload()
    expect(counts).to_have_text(["0", "1", "0"])
    page.get_by_role("link", name="Une ?").click()
    expect(counts).to_have_text(["1", "0", "0"])
    page.go_back()
    expect(counts).to_have_text(["0", "1", "0"])
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="The session has ended")).to_be_visible()
    expect(page.get_by_role("link", name="Jamais posée ?")).to_have_count(0)
