"""A reveal is a moment: bars first, then which answer is right; at once for who wants no movement,
and on a page that is loaded afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.asking import does, opened, several, voted
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]

WATCH = """() => {
  window.seen = [];
  const note = () => {
    const frame = document.querySelector(".stage [data-results]");
    if (!frame) return;
    const judged = frame.classList.contains("judged");
    const marks = ".verdict:not([hidden]), .hole .word:not(:empty), .sign";
    const said = [...frame.querySelectorAll(marks)]
      .some((each) => each.checkVisibility({ visibilityProperty: true }));
    const now = [frame.dataset.results, judged, said].join(" ");
    if (seen.at(-1) !== now) seen.push(now);
  };
  note();
  const root = document.querySelector(".stage");
  new MutationObserver(note).observe(root, { subtree: true, childList: true, attributes: true });
}"""

RIGHT: dict[str, tuple[dict[str, Any], Any, str]] = {
    "multiple_choice": (several(right="b"), ["b"], "li.right"),
    "true_false": ({"right": "true"}, {"choice": "true"}, ".side.right"),
    "ranking": (
        {"options": [{"id": one, "text": f"Lot {one}"} for one in "abc"], "right": list("cba")},
        ["c", "b", "a"],
        "th .verdict",
    ),
    "fill_blanks": (
        {"parts": ["Le code de la ", " publique"], "blanks": [{"id": "b1", "right": ["commande"]}]},
        {"b1": "commande"},
        ".hole",
    ),
    "find_number": ({"right": 42}, 42, '[data-figure="sought"]'),
}


@pytest.mark.parametrize("kind", list(RIGHT))
def test_bars_come_first_and_then_what_is_right(hall: Room, wall: Walls, kind: str) -> None:
    content, answer, sign = RIGHT[kind]
    poll = opened(hall, kind, content, results="hidden")
    projected = wall(hall, reduced_motion="no-preference")
    voted(hall, poll, answer)
    projected.says("1 person of 1 has answered")
    does(hall, poll, "close")
    projected.stands("Vote closed", "Results hidden")
    projected.page.evaluate(WATCH)
    does(hall, poll, "reveal")
    frame = projected.stage.locator(".judged[data-results]")
    expect(frame).to_be_visible()
    expect(frame.locator(sign).first).to_be_visible()
    seen = projected.page.evaluate("seen")
    assert "shown false false" in seen, "figures alone, for a moment"
    assert seen[-1].startswith("shown true")
    does(hall, poll, "hide")
    expect(projected.stage.locator(".judged[data-results]")).to_have_count(0)


def test_who_wants_no_movement_or_comes_late_sees_it_all_at_once(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "multiple_choice", several(right="b"), results="hidden")
    projected = wall(hall)
    voted(hall, poll, ["b"])
    projected.says("1 person of 1 has answered")
    does(hall, poll, "close")
    projected.stands("Vote closed", "Results hidden")
    projected.page.evaluate(WATCH)
    does(hall, poll, "reveal")
    projected.marks_right("Non")
    assert "shown false false" not in projected.page.evaluate("seen")
    late = wall(hall, reduced_motion="no-preference")
    late.page.wait_for_function("() => document.querySelector('.stage .bars li')")
    assert late.page.locator(".stage .judged").count() == 1
    assert late.page.locator(".stage .revealing").count() == 0


def test_the_others_are_grey_and_hatched_and_nothing_is_told_by_colour_alone(
    hall: Room, wall: Walls
) -> None:
    poll = opened(hall, "multiple_choice", several(right="b"))
    projected = wall(hall)
    voted(hall, poll, ["a"], ["b"])
    does(hall, poll, "close")
    projected.marks_right("Non")
    rows = projected.page.locator(".bars li")
    for row, right in ((0, False), (1, True)):
        bar = rows.nth(row).locator(".bar")
        hatch = bar.evaluate("(bar) => getComputedStyle(bar).backgroundImage")
        assert ("repeating-linear-gradient" in hatch) is not right
        outline = rows.nth(row).evaluate("(row) => getComputedStyle(row, '::before').borderStyle")
        assert (outline == "solid") is right
