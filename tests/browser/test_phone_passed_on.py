"""A phone that is passed on: nothing of who had it before is left on it, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.asking import opened
from tests.browser.phones import Phone
from tests.room import Room

Phones = Callable[..., Phone]


def shares_phones(room: Room) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"shared_phones": True}})


def test_the_next_person_finds_nothing_of_the_one_before(room: Room, phone: Phones) -> None:
    poll = opened(room, "open_text")
    mine = phone(reduced_motion="reduce").joins_live()
    way = mine.page.get_by_role("link", name="Pass this phone on")
    expect(way).to_be_hidden()
    shares_phones(room)
    expect(way).to_be_visible()
    mine.writes("Par où commencer ?")
    mine.sends()
    mine.says("Your vote is recorded")
    mine.writes("Par où commencer, et quand ?")
    other = mine.opens_another_tab()
    other.says("Your vote is recorded")
    way.click()
    mine.page.get_by_role("button", name="Pass the phone").click()
    expect(mine.page.get_by_role("heading", level=1)).to_have_text("Now hand the phone over")
    mine.page.get_by_role("link", name="It is my turn").click()
    mine.is_connected()
    for tab in (mine, other):
        tab.says("The vote is open")
        expect(tab.fields.first).to_have_value("")
    mine.writes("Par la fin.")
    mine.sends()
    mine.says("Your vote is recorded")
    assert room.results(poll)["answered"] == 2


def test_a_vote_that_waits_is_sent_first(room: Room, phone: Phones) -> None:
    shares_phones(room)
    opened(room)
    mine = phone().joins_live()
    asking = mine.context.new_page()
    asking.goto(f"{room.server.url}/{room.code}/pass")
    button, alert = asking.get_by_role("button", name="Pass the phone"), asking.get_by_role("alert")
    expect(button).to_be_visible()
    mine.context.set_offline(True)
    mine.is_offline()
    mine.chooses("Oui")
    expect(alert).to_contain_text("still waits on this phone")
    expect(button).to_be_hidden()
    mine.context.set_offline(False)
    mine.says("Your vote is recorded")
    expect(alert).to_be_hidden()
    expect(button).to_be_visible()
