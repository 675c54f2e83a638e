"""The running order and the form of a question, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import APIResponse, Page, Route, expect

from tests.browser.consoles import Console
from tests.room import Room

Consoles = Callable[..., Console]


def polls(room: Room) -> list[dict[str, Any]]:
    """The running order as the API has it."""
    order = room.facilitator().state["running_order"]
    return [room.server.api("GET", f"/polls/{line['id']}").json() for line in order]


def adds(host: Console, kind: str) -> Page:
    """Begins a new question of a kind."""
    host.page.get_by_role("link", name="Add a question").first.click()
    host.page.get_by_role("link", name=kind).click()
    expect(host.page.get_by_role("heading", name="New question")).to_be_visible()
    return host.page


def saves(host: Console) -> None:
    host.page.get_by_role("button", name="Save", exact=True).click()
    expect(host.page.locator("#console")).to_be_visible()


def test_a_question_is_moved_and_keeps_the_focus(room: Room, console: Consoles) -> None:
    for title in ("Une ?", "Deux ?", "Trois ?"):
        room.asks(title=title)
    host, other = console().opens_live(), console().opens_live()
    down = host.unfolds("Une ?").get_by_role("button", name="Move down: Une ?")
    down.press("Enter")
    host.order_is("Deux ?", "Une ?", "Trois ?")
    other.order_is("Deux ?", "Une ?", "Trois ?")
    host.heard("Une ?: now number 2")
    expect(down).to_be_focused()
    down.press("Enter")
    host.order_is("Deux ?", "Trois ?", "Une ?")
    expect(host.line("Une ?").get_by_role("button", name="Move up: Une ?")).to_be_focused()


def test_a_move_is_told_as_it_was_meant_though_the_new_order_is_here_first(
    room: Room, console: Consoles
) -> None:
    for title in ("Une ?", "Deux ?", "Trois ?"):
        room.asks(title=title)
    host = console().opens_live()
    done: list[tuple[Route, APIResponse]] = []

    def answered_late(route: Route) -> None:
        done.append((route, route.fetch(max_redirects=0)))

    host.page.route("**/move", answered_late)
    host.unfolds("Une ?").get_by_role("button", name="Move down: Une ?").press("Enter")
    host.order_is("Deux ?", "Une ?", "Trois ?")
    while not done:  # the answer is here as well, but this side may not have read it yet
        host.page.wait_for_timeout(20)
    ((route, answer),) = done
    route.fulfill(response=answer)
    host.heard("Une ?: now number 2")


def test_keys_in_the_running_order_do_not_drive_the_wall(room: Room, console: Consoles) -> None:
    room.asks(title="Une ?")
    room.asks(title="Deux ?")
    host = console().opens_live()
    host.does("Start with question 1")
    host.asks("Une ?")
    host.unfolds("Deux ?").get_by_role("button", name="Move up: Deux ?").press("ArrowDown")
    host.page.wait_for_timeout(300)
    host.asks("Une ?")
    host.page.locator("h1").click()
    host.page.keyboard.press("PageDown")
    host.asks("Deux ?")
    host.page.keyboard.press("Space")
    host.says("Vote closed")


def test_a_question_is_dragged_and_the_move_is_undone(
    room: Room, console: Consoles, axe: Callable[[Page], list[str]]
) -> None:
    for title in ("Une ?", "Deux ?", "Trois ?"):
        room.asks(title=title)
    host, other = console().opens_live(), console(has_touch=True).opens_live()
    expect(host.page.locator(".lines[data-draggable]")).to_be_visible()
    handle, last = host.line("Une ?").locator(".handle"), host.line("Trois ?")
    start, end = handle.bounding_box(), last.bounding_box()
    assert start
    assert end
    mouse = host.page.mouse
    mouse.move(start["x"] + 8, start["y"] + 8)
    mouse.down()
    mouse.move(start["x"] + 8, start["y"] + 30, steps=4)
    mouse.move(end["x"] + 12, end["y"] + end["height"] - 4, steps=8)
    mouse.up()
    for each in (host, other):
        each.order_is("Deux ?", "Trois ?", "Une ?")
    host.heard("Une ?: now number 3")
    assert axe(host.page) == []
    host.page.keyboard.press("Control+z")
    for each in (host, other):
        each.order_is("Une ?", "Deux ?", "Trois ?")
    host.heard("Undone: Une ?")
    handle.press("ArrowDown")
    host.order_is("Deux ?", "Une ?", "Trois ?")
    expect(handle).to_be_focused()


def test_a_deleted_question_comes_back_to_its_place_with_its_answers(
    room: Room, console: Consoles
) -> None:
    for title in ("Une ?", "Deux ?", "Trois ?"):
        room.asks(title=title)
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes("a")
    host.does("Close the vote")
    host.unfolds("Une ?").get_by_text("Delete", exact=True).click()
    host.page.get_by_role("button", name="Delete the question").click()
    host.order_is("Deux ?", "Trois ?")
    host.unfolds("Trois ?").get_by_text("Delete", exact=True).click()  # nobody has answered it
    host.order_is("Deux ?")
    host.page.reload()  # what was deleted can be undone from anywhere
    bar = host.page.locator(".undo")
    expect(bar).to_contain_text("Deleted: Trois ?")
    bar.get_by_role("button", name="Undo").click()
    host.order_is("Deux ?", "Trois ?")
    expect(bar).to_contain_text("Deleted: Une ?")
    bar.get_by_role("button", name="Undo").click()
    host.order_is("Une ?", "Deux ?", "Trois ?")
    expect(bar).to_be_hidden()
    assert room.results(polls(room)[0])["answered"] == 1


def test_a_question_is_copied_and_deleted_after_a_warning(room: Room, console: Consoles) -> None:
    room.asks(title="Une ?")
    room.asks(title="Deux ?")
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes("a")
    host.says("1 answer of 1")
    host.does("Close the vote")
    deeds = host.unfolds("Une ?")
    expect(deeds).to_contain_text("the wording is frozen")
    deeds.get_by_text("Duplicate", exact=True).click()
    host.order_is("Une ?", "Une ?", "Deux ?")
    deeds.first.get_by_text("Delete", exact=True).click()
    dialog = host.page.get_by_role("dialog")
    expect(dialog).to_contain_text("“Une ?” goes, and 1 answer with it.")
    dialog.get_by_role("button", name="Cancel").click()
    host.order_is("Une ?", "Une ?", "Deux ?")
    deeds.first.get_by_text("Delete", exact=True).click()
    dialog.get_by_role("button", name="Delete the question").click()
    host.order_is("Une ?", "Deux ?")
    assert [poll["status"] for poll in polls(room)] == ["ready", "ready"]


def test_a_question_is_written_with_the_keyboard(room: Room, console: Consoles) -> None:
    host = console().opens()
    page = adds(host, "Multiple choice")
    page.get_by_label("Question", exact=True).fill("Que faire ?")
    expect(page.get_by_role("button", name="Add an option")).to_be_visible()
    page.get_by_label("Option A", exact=True).fill("Rencontrer")
    for text in ("Partager", "Garder", "Rédiger"):
        page.keyboard.press("Enter")
        page.keyboard.type(text)
    page.get_by_role("checkbox", name="Right answer").nth(1).check()
    page.get_by_role("button", name="Remove option C").click()
    page.get_by_label("At most (empty").fill("2")
    page.get_by_label("Keep results hidden until I reveal them").check()
    page.get_by_label("Your notes").fill("Laisser parler.")
    saves(host)
    [poll] = polls(room)
    assert poll["title"] == "Que faire ?"
    assert [option["text"] for option in poll["content"]["options"]] == [
        "Rencontrer", "Partager", "Rédiger",
    ]  # fmt: skip
    assert [option.get("right", False) for option in poll["content"]["options"]] == [
        False, True, False,
    ]  # fmt: skip
    assert (poll["settings"]["max"], poll["settings"]["results"]) == (2, "hidden")
    assert poll["notes"] == "Laisser parler."


@pytest.mark.parametrize(
    "kind, label",
    [("yes_no", "Yes or no"), ("word_cloud", "Word cloud"), ("open_text", "Open text")],
)
def test_the_other_kinds_are_written_too(
    room: Room, console: Consoles, kind: str, label: str
) -> None:
    host = console().opens()
    page = adds(host, label)
    page.get_by_label("Question", exact=True).fill("Alors ?")
    saves(host)
    assert [(poll["kind"], poll["title"]) for poll in polls(room)] == [(kind, "Alors ?")]


def test_what_is_wrong_is_named_and_nothing_is_lost(
    room: Room, console: Consoles, axe: Callable[[Page], list[str]]
) -> None:
    host = console().opens()
    page = adds(host, "Single choice")
    page.get_by_label("Question", exact=True).fill("Que faire ?")
    page.get_by_label("Option B", exact=True).fill("Seule")
    page.get_by_label("Your notes").fill("Mes notes")
    page.get_by_label("I open the vote by hand").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This question needs 2 to 12 options.")
    expect(page.get_by_label("Question", exact=True)).to_have_value("Que faire ?")
    expect(page.get_by_label("Option A", exact=True)).to_have_value("Seule")
    expect(page.get_by_label("Your notes")).to_have_value("Mes notes")
    expect(page.get_by_label("I open the vote by hand")).to_be_checked()
    assert axe(page) == []
    page.get_by_label("Option B", exact=True).fill("Autre")
    saves(host)
    assert len(polls(room)) == 1


def test_a_question_that_was_voted_on_is_frozen_but_for_its_notes(
    room: Room, console: Consoles
) -> None:
    room.asks(title="Une ?")
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    someone.votes("a")
    host.does("Close the vote")
    host.unfolds("Une ?").get_by_text("Edit", exact=True).click()
    page = host.page
    expect(page.get_by_text("its wording is frozen")).to_be_visible()
    expect(page.get_by_label("Question", exact=True)).to_be_disabled()
    expect(page.get_by_label("Option A", exact=True)).to_be_disabled()
    page.get_by_label("Your notes").fill("À retenir")
    page.get_by_label("Never: on the wall only").check()
    saves(host)
    [poll] = polls(room)
    assert (poll["notes"], poll["settings"]["phones"]) == ("À retenir", "never")
    expect(page.locator(".notes")).to_contain_text("À retenir")
    host.unfolds("Une ?").get_by_text("Edit", exact=True).click()
    page.get_by_role("button", name="Duplicate to change").click()
    page.get_by_label("Question", exact=True).fill("Une autre ?")
    saves(host)
    assert [poll["title"] for poll in polls(room)] == ["Une ?", "Une autre ?"]


def test_a_session_is_prepared_without_javascript(room: Room, console: Consoles) -> None:
    for title in ("Une ?", "Deux ?"):
        room.asks(title=title)
    host = console(java_script_enabled=False).opens()
    host.unfolds("Deux ?").get_by_role("button", name="Move up").click()
    host.order_is("Deux ?", "Une ?")
    host.unfolds("Une ?").get_by_role("link", name="Delete").click()
    expect(host.page.get_by_text("Nobody has answered it.")).to_be_visible()
    host.page.get_by_role("button", name="Delete the question").click()
    host.order_is("Deux ?")
    page = adds(host, "Single choice")
    page.get_by_label("Question", exact=True).fill("Trois ?")
    page.get_by_label("Option A", exact=True).fill("Oui")
    page.get_by_label("Option B", exact=True).fill("Non")
    saves(host)
    host.order_is("Deux ?", "Trois ?")
