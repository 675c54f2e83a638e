"""The form of a question: how it will look, and what was typed that is never lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.consoles import Console
from tests.room import Room

Consoles = Callable[..., Console]


def writes(room: Room, host: Console, kind: str = "single_choice") -> Page:
    host.page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind={kind}")
    return host.page


def test_phone_and_wall_show_what_is_being_written(
    room: Room, console: Consoles, axe: Callable[[Page], list[str]]
) -> None:
    page = writes(room, console().opens())
    wall = page.frame_locator("[data-screen=wall]")
    phone = page.frame_locator("[data-screen=phone]")
    expect(page.locator(".waits")).to_contain_text("2 to 12 options")
    page.get_by_label("Question", exact=True).fill("Que faire ?")
    page.get_by_label("Option A", exact=True).fill("Rencontrer")
    page.get_by_label("Option B", exact=True).fill("Attendre")
    expect(wall.locator("h1:visible")).to_have_text("Que faire\u202f?")
    expect(phone.locator(".choice")).to_have_count(2)
    expect(page.locator(".waits")).to_be_hidden()
    expect(wall.locator(".now")).to_contain_text("Vote ouvert")
    page.get_by_role("checkbox", name="Right answer").first.check()
    page.get_by_label("With results").check(force=True)
    expect(wall.locator(".answered")).to_contain_text("32")
    expect(phone.locator("#results")).to_contain_text("Rencontrer")
    page.get_by_role("button", name="Remove option B").click()
    page.get_by_label("Option B", exact=True).fill("Partager")
    expect(phone.locator("#results")).to_contain_text("Partager")
    page.get_by_label("Option B", exact=True).fill("")  # the last that could be shown stays
    expect(page.locator(".waits")).to_be_visible()
    expect(phone.locator("#results")).to_contain_text("Partager")
    assert axe(page) == []
    assert room.facilitator().state["running_order"] == []


def test_the_preview_is_no_stop_of_the_keyboard(room: Room, console: Consoles) -> None:
    page = writes(room, console().opens(), "yes_no")
    expect(page.frame_locator("[data-screen=phone]").locator("#question")).to_be_visible()
    page.locator("[name=moment]").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") != "IFRAME"


def test_what_was_typed_is_taken_up_again_after_the_way_back(room: Room, console: Consoles) -> None:
    host = console().opens()
    page = writes(room, host)
    page.on("dialog", lambda dialog: dialog.accept())
    draft = page.locator("#draft")
    page.get_by_label("Question", exact=True).fill("Que faire ?")
    page.get_by_role("button", name="Add an option").click()
    for letter in "ABCD":
        page.get_by_label(f"Option {letter}", exact=True).fill(f"Réponse {letter}")
    page.get_by_label("Your notes").fill("Une ligne\nune autre")
    expect(page.get_by_text("Not saved yet")).to_be_visible()
    host.opens()
    writes(room, host)
    expect(draft).to_be_visible()
    draft.get_by_role("button", name="Take it up again").click()
    expect(page.get_by_label("Question", exact=True)).to_have_value("Que faire ?")
    expect(page.get_by_label("Option D", exact=True)).to_have_value("Réponse D")
    expect(page.get_by_label("Your notes")).to_have_value("Une ligne\nune autre")
    expect(draft).to_be_hidden()
    assert room.facilitator().state["running_order"] == []
    page.keyboard.press("Control+s")
    host.order_is("Que faire ?")
    writes(room, host)
    expect(page.get_by_label("Option A", exact=True)).to_be_visible()
    expect(draft).to_be_hidden()


def test_an_expired_form_loses_nothing(room: Room, console: Consoles) -> None:
    host = console().opens()
    page = writes(room, host, "yes_no")
    page.get_by_label("Question", exact=True).fill("On continue ?")
    page.evaluate("document.querySelector('#poll [name=csrf_token]').value = 'old'")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("This form has expired")).to_be_visible()
    writes(room, host, "yes_no")
    page.get_by_role("button", name="Take it up again").click()
    expect(page.get_by_label("Question", exact=True)).to_have_value("On continue ?")
    page.get_by_role("button", name="Save and add another").click()
    expect(page.get_by_role("status")).to_contain_text("Saved: On continue ?")
    writes(room, host, "yes_no")
    expect(page.locator("#draft")).to_be_hidden()
