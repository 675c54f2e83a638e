"""A wall that comes late, or is loaded again, shows what the first one shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.asking import KINDS, VOTES, does, several, voted
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]


def stays_when_loaded_again(wall: Wall) -> None:
    before = wall.page.locator("main").inner_text()
    wall.page.reload()
    expect(wall.page.locator("main")).to_have_text(before, use_inner_text=True)


def test_loading_again_shows_the_same_at_every_step(hall: Room, wall: Walls) -> None:
    poll = hall.asks("single_choice", several(right="b"), results="hidden")
    host = hall.facilitator()
    projected = wall(hall)
    projected.counts_people("The first seat is yours")
    stays_when_loaded_again(projected)

    def at_each_step(step: str, *fact: str) -> None:
        does(hall, poll, step)
        projected.stands(*fact)
        stays_when_loaded_again(projected)

    does(hall, poll, "open")
    voted(hall, poll, "a", "b", "b")
    projected.says("3 people of 3 have answered")
    stays_when_loaded_again(projected)
    at_each_step("reveal", "Vote open")
    at_each_step("hide", "Results hidden")
    at_each_step("close", "Vote closed", "Results hidden")
    at_each_step("reveal", "Vote closed")
    projected.marks_right("Non")
    at_each_step("revote", "Second round")
    for action, view in (("blank", "blank"), ("show_join", "join"), ("end", "end")):
        host.does(action)
        projected.shows(view)
        stays_when_loaded_again(projected)


@pytest.mark.parametrize("kind", KINDS)
def test_a_wall_that_comes_late_shows_the_same(hall: Room, wall: Walls, kind: str) -> None:
    poll = hall.asks(kind)
    does(hall, poll, "open")
    voted(hall, poll, *VOTES[kind])
    results: dict[str, Any] = hall.results(poll)["results"]
    projected = wall(hall)
    projected.says("3 people of 3 have answered")
    projected.shows_results(kind, results)
    stays_when_loaded_again(projected)
    projected.shows_results(kind, results)


def test_a_question_can_be_shown_before_its_vote_opens(hall: Room, wall: Walls) -> None:
    poll = hall.asks(opens="by_hand", title="Prêts ?")
    host = hall.facilitator()
    projected = wall(hall)
    host.does("next")
    projected.asks("Prêts ?")
    projected.stands("Vote about to open")
    expect(projected.page.locator(".bars .text")).to_have_text(["Oui", "Non", "Peut-être"])
    expect(projected.page.locator('[data-slot="answered"]')).to_be_empty()
    stays_when_loaded_again(projected)
    does(hall, poll, "open")
    projected.stands("Vote open")
    projected.says("No answer yet")
