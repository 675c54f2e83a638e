"""A wall that is loaded again, as one that comes late, shows what the first one shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.asking import does, several, voted
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]


def stays_when_loaded_again(wall: Wall, *lines: str) -> None:
    """Waits for `lines`, in this order with others between them and the last of them last."""
    shown = wall.page.locator("main")
    in_order = ".*".join(r"\s+".join(map(re.escape, line.split())) for line in lines)
    expect(shown).to_have_text(re.compile(rf"{in_order}\s*$", re.DOTALL), use_inner_text=True)
    before = shown.inner_text()
    wall.page.reload()
    expect(shown).to_have_text(before, use_inner_text=True)


def test_loading_again_shows_the_same_at_every_step(hall: Room, wall: Walls) -> None:
    poll = hall.asks("single_choice", several(right="b"), results="hidden")
    host = hall.facilitator()
    projected = wall(hall)
    stays_when_loaded_again(projected, "Take part from your phone", "The first seat is yours")
    does(hall, poll, "open")
    voted(hall, poll, "a", "b", "b")
    hidden, shown = ["A Oui B Non C"], ["A Oui 1 33%", "B Non 2 67%", "C"]
    answered = "3 people of 3 have answered"
    stays_when_loaded_again(projected, "Results hidden Vote open", *hidden, answered)
    for step, *lines in (
        ("reveal", "Question 1 of 1 Vote open", *shown, answered),
        ("hide", "Results hidden Vote open", *hidden, answered),
        ("close", "Results hidden Vote closed", *hidden, answered),
        ("reveal", "Vote closed", "B Non Right answer 2 67%", answered),
        ("revote", "Second round Results hidden Vote open", *hidden, "No answer yet"),
    ):
        does(hall, poll, step)
        stays_when_loaded_again(projected, *lines)
    for action, *lines in (
        ("blank", "Nothing is shown for now"),
        ("show_join", "Take part from your phone", "3 people in the room"),
        ("end", "Thank you, and see you soon", "3 people took part", hall.code),
    ):
        host.does(action)
        stays_when_loaded_again(projected, *lines)


def test_a_question_can_be_shown_before_its_vote_opens(hall: Room, wall: Walls) -> None:
    poll = hall.asks(opens="by_hand", title="Prêts ?")
    host = hall.facilitator()
    projected = wall(hall)
    host.does("next")
    stays_when_loaded_again(projected, "Vote about to open", "Prêts ?", "A Oui B Non C", hall.code)
    does(hall, poll, "open")
    projected.stands("Vote open")
    projected.says("No answer yet")
