"""Paper ballots: counted by people, entered by the host, and marked wherever they count."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Axe = Callable[[Page], list[str]]


def test_a_host_enters_the_ballots_of_those_without_a_phone(
    room: Room,
    console: Callable[..., Console],
    wall: Callable[..., Wall],
    phone: Callable[..., Phone],
    axe: Axe,
) -> None:
    room.asks(phones="live")
    host, projected, hand = console().opens_live(), wall(room), phone().joins_live()
    host.does("Start with question 1")
    voter = room.attendee()
    voter.sees(status="open")
    assert voter.votes("a")["ok"]
    projected.shows_bars([1, 0, 0])
    projected.says("1 personne sur 2 a répondu")
    expect(hand.page.locator("[data-part=paper]").first).to_be_hidden()

    page = host.page
    page.get_by_text("Session", exact=True).click()
    page.get_by_role("link", name="Paper: posters, ballots, counts").click()
    with page.expect_download() as printed:
        page.get_by_role("button", name="Poster, A4").click()
    assert printed.value.suggested_filename == f"{room.code}-poster-a4.pdf"
    page.get_by_role("link", name="Enter a count").click()

    # With the keyboard alone, and one tick too few.
    page.get_by_label("Ballots, all of them").focus()
    for typed in ("12", "1", "4", "6", ""):
        page.keyboard.type(typed)
        page.keyboard.press("Tab")
    expect(page.locator(".sum")).to_have_text("10 of 11: to be checked")
    page.keyboard.press("Enter")
    expect(page.get_by_text("These add up to 10, but 11 ballots are valid.")).to_be_visible()
    expect(page.get_by_label("Oui")).to_have_value("4")
    assert axe(page) == []
    page.get_by_label("Peut-être").fill("1")
    expect(page.locator(".sum")).to_have_text("11 of 11")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("12 paper ballots entered")
    expect(page.get_by_role("link", name="Correct the count")).to_be_visible()
    projected.shows_bars([5, 6, 1], ["42\u202f%", "50\u202f%", "8\u202f%"])
    projected.says("1 personne sur 2 a répondu")
    expect(projected.page.locator("[data-slot=paper]")).to_have_text("et 12 bulletins papier")
    assert projected.crowding(1024, 768) == []
    expect(hand.page.locator("[data-part=paper]").first).to_have_text("Including 12 paper ballots")
    expect(hand.page.locator("[data-part=paper]").first).to_be_visible()
    host.opens()
    host.says("1 answer of 2", "and 12 paper ballots")

    room.facilitator().does("hide")
    projected.stands("Résultats masqués")
    projected.says("1 personne sur 2 a répondu")
    expect(projected.page.locator("[data-slot=paper]")).to_have_text("et 12 bulletins papier")
    assert projected.crowding(1024, 768) == []
