"""What the wall keeps to itself: results that are hidden, right answers before their time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.asking import DRAWN, VOTES, does, opened, several, voted
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]

RESULTS = ('"counts"', '"words":[', '"entries"')
"""How results begin in a message."""


def knows_results(wall: Wall) -> bool:
    """Whether figures have come to the browser at all, shown or not."""
    page = wall.page.request.get(wall.page.url).text().replace('": ', '":')
    return any(name in text for name in RESULTS for text in (page, *wall.received))


@pytest.mark.parametrize("kind", DRAWN)
def test_results_are_in_the_page_only_while_they_are_shown(
    hall: Room, wall: Walls, kind: str
) -> None:
    poll = opened(hall, kind, results="hidden")
    projected = wall(hall)
    projected.stands("Results hidden", "Vote open")
    projected.says("No answer yet")
    voted(hall, poll, *VOTES[kind])
    projected.says("3 people of 3 have answered")
    projected.holds_no_results()
    does(hall, poll, "close")
    projected.stands("Results hidden", "Vote closed")
    projected.says("3 people of 3 have answered")
    projected.holds_no_results()
    projected.page.reload()
    projected.says("3 people of 3 have answered")
    projected.holds_no_results()
    assert not knows_results(projected)
    does(hall, poll, "reveal")
    projected.shows_results(kind, hall.results(poll)["results"])
    expect(projected.page.locator(".now")).not_to_contain_text("Results hidden")
    assert knows_results(projected)
    does(hall, poll, "hide")
    projected.stands("Results hidden")
    projected.holds_no_results()
    does(hall, poll, "reveal")
    projected.shows_results(kind, hall.results(poll)["results"])


def test_right_answers_show_once_closed_and_shown(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "multiple_choice", several(right="ac"), results="hidden")
    projected = wall(hall)
    voted(hall, poll, *VOTES["multiple_choice"])
    projected.says("3 people of 3 have answered")
    projected.marks_right()
    does(hall, poll, "reveal")
    projected.shows_bars([2, 2, 0])
    projected.marks_right()
    does(hall, poll, "hide")
    does(hall, poll, "close")
    projected.stands("Results hidden", "Vote closed")
    projected.marks_right()
    assert '"right":' not in projected.page.request.get(projected.page.url).text()
    assert not [frame for frame in projected.received if '"right"' in frame]
    does(hall, poll, "reveal")
    projected.marks_right("Oui", "Peut-être")
    does(hall, poll, "hide")
    projected.marks_right()


def test_the_right_one_of_yes_and_no(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "yes_no", {"right": "no"})
    projected = wall(hall)
    voted(hall, poll, "yes", "no")
    projected.shows_sides({"yes": 1, "no": 1})
    projected.marks_right()
    assert not [frame for frame in projected.received if '"right"' in frame]
    does(hall, poll, "close")
    projected.marks_right("No")


def test_a_second_round_begins_at_nothing(hall: Room, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall)
    first, second = voted(hall, poll, "a", "b")
    projected.shows_bars([1, 1, 0])
    does(hall, poll, "revote")
    projected.stands("Second round", "Vote open")
    projected.says("No answer yet")
    projected.shows_bars([0, 0, 0], ["", "", ""])
    first.sees(round=2)
    first.votes("c")
    projected.shows_bars([0, 0, 1], ["0%", "0%", "100%"])
    projected.says("1 person of 2 has answered")
    does(hall, poll, "revote")
    projected.stands("Round 3")
    second.sees(round=3)
    assert hall.results(poll, 1)["results"] == {"counts": {"a": 1, "b": 1, "c": 0}}
