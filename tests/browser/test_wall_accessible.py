"""The wall without eyes, without colours, and without motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.asking import DRAWN, VOTES, does, opened, several, voted
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]
Axe = Callable[[Page], list[str]]

RIGHT = {"multiple_choice": several(right="b"), "yes_no": {"right": "no"}}


def is_fine_in_both_themes(projected: Wall, axe: Axe) -> None:
    for theme in ("light", "dark"):
        projected.page.emulate_media(color_scheme=theme)
        assert axe(projected.page) == []


@pytest.mark.parametrize("kind", DRAWN)
def test_axe_finds_nothing_in_a_question(hall: Room, wall: Walls, kind: str, axe: Axe) -> None:
    poll = opened(hall, kind, RIGHT.get(kind), results="hidden")
    projected = wall(hall)
    voted(hall, poll, *VOTES[kind])
    projected.says("3 people of 3 have answered")
    is_fine_in_both_themes(projected, axe)
    does(hall, poll, "close")
    does(hall, poll, "reveal")
    projected.shows_results(kind, hall.results(poll)["results"])
    is_fine_in_both_themes(projected, axe)


def test_axe_finds_nothing_in_the_other_views(hall: Room, wall: Walls, axe: Axe) -> None:
    opened(hall)
    host = hall.facilitator()
    projected = wall(hall, key="facilitator_key")
    projected.page.get_by_role("button", name="Keys").click()
    expect(projected.page.locator("#keys")).to_be_visible()
    assert axe(projected.page) == []
    projected.page.keyboard.press("Escape")
    for action, view in (("show_join", "join"), ("blank", "blank"), ("end", "end")):
        host.does(action)
        projected.shows(view)
        is_fine_in_both_themes(projected, axe)


def items(projected: Wall) -> Locator:
    """What a screen reader finds in the lists of results."""
    return projected.stage.get_by_role("listitem")


def test_bars_are_a_list_of_texts_counts_and_shares(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "single_choice", several(right="b"))
    projected = wall(hall)
    voted(hall, poll, "a", "b", "b")
    projected.shows_bars([1, 2, 0])
    expect(projected.stage).to_match_aria_snapshot(
        """
        - list:
          - listitem: /A Oui 1 33%/
          - listitem: /B Non 2 67%/
          - listitem: /C Peut-être 0 0%/
        """
    )
    does(hall, poll, "close")
    expect(items(projected).nth(1)).to_match_aria_snapshot("- listitem: /B Non Right answer 2 67%/")


def test_yes_and_no_are_headings_with_their_figures(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "yes_no", unsure=True)
    projected = wall(hall)
    voted(hall, poll, "yes", "yes", "no", "unsure")
    projected.shows_sides({"yes": 2, "no": 1, "unsure": 1})
    expect(projected.stage).to_match_aria_snapshot(
        """
        - heading "Yes" [level=2]
        - paragraph: 2 50%
        - heading "No" [level=2]
        - paragraph: 1 25%
        - heading "I don't know" [level=2]
        - paragraph: 1 25%
        """
    )


def test_a_cloud_is_a_ranked_list(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "word_cloud")
    projected = wall(hall)
    voted(hall, poll, ["prix", "besoin"], ["prix"])
    expect(items(projected)).to_have_text(["prix 2", "besoin 1"])
    expect(projected.page.locator(".sky")).to_have_attribute("aria-hidden", "true")
    expect(projected.page.locator(".sky text")).to_have_count(2)


def test_steps_are_told_and_figures_are_not_read_out(hall: Room, wall: Walls) -> None:
    poll = opened(hall, results="hidden")
    projected = wall(hall)
    told = projected.page.get_by_role("status")
    expect(told).to_have_text("Vote open. Results hidden")
    voted(hall, poll, "a")
    projected.says("1 person of 1 has answered")
    expect(told).to_have_text("Vote open. Results hidden")
    does(hall, poll, "close")
    expect(told).to_have_text("Vote closed. Results hidden")
    does(hall, poll, "reveal")
    expect(told).to_have_text("Vote closed. Results shown")


WATCH = """() => {
  window.seen = { figures: new Set(), moving: 0 };
  const count = document.querySelector(".bars .count");
  const note = () => seen.figures.add(count.textContent);
  new MutationObserver(note).observe(count, { childList: true });
  const look = () => {
    seen.moving = Math.max(seen.moving, document.getAnimations().length);
    requestAnimationFrame(look);
  };
  look();
}"""


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_figures_count_and_bars_grow_unless_motion_is_unwanted(
    hall: Room, wall: Walls, motion: Any
) -> None:
    poll = opened(hall, results="hidden")
    projected = wall(hall, reduced_motion=motion)
    voted(hall, poll, *"aaaaaaaa")
    projected.says("8 people of 8 have answered")
    projected.page.evaluate(WATCH)
    does(hall, poll, "reveal")
    projected.shows_bars([8, 0, 0])
    expect(projected.page.locator(".bar").first).to_have_css(
        "transform", "matrix(1, 0, 0, 1, 0, 0)"
    )
    projected.settles()
    figures = set(projected.page.evaluate("[...seen.figures]"))
    moving = projected.page.evaluate("seen.moving")
    if motion == "reduce":
        assert figures == {"8"}
        assert moving == 0
    else:
        assert figures > {"8"}
        assert moving > 0


def test_forced_colours_leave_bars_and_marks(hall: Room, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall, forced_colors="active")
    voted(hall, poll, "a")
    projected.shows_bars([1, 0, 0])
    colours = projected.page.evaluate(
        """() => [".bar", ".bars .track", ".mark svg"].map((each) => {
            const style = getComputedStyle(document.querySelector(each));
            return each === ".mark svg" ? style.fill : style.backgroundColor;
        })"""
    )
    bar, track, mark = colours
    assert bar != track
    assert mark != "rgba(0, 0, 0, 0)"
    assert bar == mark, "both as text is"
