"""The wall's twin in a browser: in step, read by ear or in large type, and a way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.asking import does
from tests.browser.phones import Phone
from tests.room import OPTIONS, Room

Phones = Callable[..., Phone]

HEARS = """() => {
  window.heard = [];
  const region = document.getElementById("announcements");
  new MutationObserver(() => heard.push(region.textContent)).observe(region, {childList: true});
}"""


def test_the_wall_is_a_tap_away_and_follows_in_step(
    room: Room, phone: Phones, axe: Callable[..., list[str]]
) -> None:
    right = {"options": [{**OPTIONS[0], "right": True}, *OPTIONS[1:]]}
    poll = room.asks("single_choice", right, "Et vous ?", results="hidden")
    mine = phone(reduced_motion="reduce").joins_live()
    mine.page.get_by_role("link", name="See the wall").click()
    mine.is_connected()
    page = mine.page
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Take part from your phone")
    expect(page.locator("#projected")).to_contain_text(room.code)
    page.evaluate(HEARS)
    does(room, poll, "open")
    expect(heading).to_have_text("Et vous ?")
    expect(page.locator("#projected .state")).to_have_text("Vote open · Results hidden")
    heading.evaluate("(element) => { element.stays = true; }")
    for _ in range(3):
        person = room.attendee()
        assert person.votes("a")["ok"]
    expect(page.locator("#projected .count")).to_have_text("3 people of 4 have answered")
    assert heading.evaluate("(element) => element.stays"), "what has not changed is not touched"
    does(room, poll, "close")
    does(room, poll, "reveal")
    table = page.get_by_role("table", name="How many people gave each answer")
    expect(table.get_by_role("columnheader")).to_have_text(["Answer", "People", "Share"])
    row = table.get_by_role("row").filter(has_text="Oui")
    expect(row.get_by_role("rowheader")).to_contain_text("Right answer")
    expect(row.get_by_role("cell")).to_have_text(["3", "100%"])
    heard = page.evaluate("heard")
    assert heard == [
        "Et vous ? – Vote open · Results hidden",
        "Et vous ? – Vote closed · Results hidden",
        "Et vous ? – Vote closed",
    ], "each vote is not read out"
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert axe(page) == []
    page.get_by_role("link", name="Back to the vote").click()
    mine.asks("Et vous ?")


def test_its_text_grows_by_steps_and_loses_nothing(room: Room, phone: Phones) -> None:
    poll = room.asks("single_choice", None, "Anticonstitutionnellement ?")
    does(room, poll, "open")
    assert room.attendee().votes("a")["ok"]
    mine = phone(viewport={"width": 320, "height": 568})
    mine.page.goto(f"{room.server.url}/{room.code}/wall")
    count = mine.page.get_by_role("cell").first
    expect(count).to_have_text("1")

    def height() -> float:
        size: float = count.evaluate("(cell) => parseFloat(getComputedStyle(cell).fontSize)")
        return size

    first, larger = height(), mine.page.get_by_role("button", name="Larger text")
    while larger.get_attribute("aria-disabled") != "true":
        larger.click()
    assert height() >= 2.5 * first
    assert not mine.overflows()
    mine.page.reload()
    expect(larger).to_have_attribute("aria-disabled", "true")
    assert height() >= 2.5 * first, "it is kept"


def test_without_javascript_it_can_be_asked_again(room: Room, phone: Phones) -> None:
    plain = phone(java_script_enabled=False)
    plain.page.goto(f"{room.server.url}/{room.code}/wall")
    poll: dict[str, Any] = room.asks(title="Et vous ?")
    does(room, poll, "open")
    plain.page.get_by_role("link", name="Refresh").click()
    plain.asks("Et vous ?")
    expect(plain.page.locator("#connection")).to_be_hidden()
