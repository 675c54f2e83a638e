"""Keys and clicker: they run the session, in a facilitator's browser only."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.asking import deeds
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]

TITLES = ["Première ?", "Deuxième ?", "Troisième ?"]


@pytest.fixture
def clicked(hall: Room, wall: Walls) -> Wall:
    """A host's wall, at the join page, with three questions to come."""
    for title in TITLES:
        hall.asks(title=title, results="hidden" if title == TITLES[0] else "shown")
    return wall(hall, key="facilitator_key")


def test_every_arrow_and_page_key_goes_through_the_running_order(clicked: Wall) -> None:
    press = clicked.page.keyboard.press
    for key, title in zip(("ArrowRight", "ArrowDown", "PageDown"), TITLES, strict=True):
        press(key)
        clicked.asks(title)
    press("ArrowLeft")
    clicked.asks(TITLES[1])
    press("PageDown")
    clicked.asks(TITLES[2])
    press("ArrowUp")
    clicked.asks(TITLES[1])
    press("PageUp")
    clicked.asks(TITLES[0])


def test_space_takes_the_next_step_but_never_ends_the_session(clicked: Wall, hall: Room) -> None:
    press = clicked.page.keyboard.press
    press("Space")
    clicked.asks(TITLES[0])
    clicked.stands("Vote open")
    press("Space")
    clicked.stands("Vote closed", "Results hidden")
    press("Space")
    expect(clicked.page.locator(".now")).not_to_contain_text("Results hidden")
    for title in TITLES[1:]:
        press("Space")
        clicked.asks(title)
        press("Space")
        clicked.stands("Vote closed")
    done = deeds(hall)
    press("Space")
    press("b")  # what comes after it, on the same connection, has been done
    clicked.shows("blank")
    assert deeds(hall) == [*done, "blank"]


def test_b_and_j_lead_away_and_back(clicked: Wall) -> None:
    press = clicked.page.keyboard.press
    press("b")
    clicked.shows("blank")
    press("b")
    clicked.shows("join")
    press("ArrowRight")
    clicked.shows("poll")
    press("j")
    clicked.shows("join")
    press("j")
    clicked.shows("poll")
    press("B")
    clicked.shows("blank")
    press("j")
    clicked.shows("join")
    press("B")
    clicked.shows("blank")
    press("b")
    clicked.shows("poll")


def test_f_is_for_everybody(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    full = "() => Boolean(document.fullscreenElement)"
    projected.page.keyboard.press("f")
    projected.page.wait_for_function(full)
    projected.page.keyboard.press("f")
    projected.page.wait_for_function(f"() => !({full})()")
    projected.page.get_by_role("button", name="Full screen").click()
    projected.page.wait_for_function(full)


def test_a_press_that_comes_twice_is_one_step(clicked: Wall, hall: Room) -> None:
    twice = """(key) => {
      for (const time of [1, 2]) {
        document.body.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
      }
    }"""
    for title in TITLES[:2]:
        clicked.page.evaluate(twice, "PageDown")
        clicked.asks(title)
    clicked.page.keyboard.press("b")
    clicked.shows("blank")
    assert deeds(hall).count("open") == 2


def test_a_key_that_is_held_is_one_press(clicked: Wall, hall: Room) -> None:
    hold = clicked.page.keyboard.down
    for title in TITLES[:2]:
        hold("PageDown")
        for _ in range(3):
            hold("PageDown")  # the keyboard repeats it
        clicked.asks(title)
        for _ in range(3):
            hold("PageDown")
        clicked.page.keyboard.up("PageDown")
    clicked.page.keyboard.press("b")
    clicked.shows("blank")
    assert deeds(hall).count("open") == 2


def test_keys_with_a_modifier_are_the_browsers(clicked: Wall, hall: Room) -> None:
    for modifier in ("Control", "Alt", "Meta", "Shift"):
        for key in ("ArrowDown", "PageDown", "b"):
            clicked.page.keyboard.press(f"{modifier}+{key}")
    clicked.page.keyboard.press("ArrowRight")
    clicked.asks(TITLES[0])
    assert "blank" not in deeds(hall)
    assert deeds(hall).count("open") == 1


def test_keys_that_are_typed_are_text(clicked: Wall, hall: Room) -> None:
    clicked.page.evaluate("document.body.append(document.createElement('textarea'))")
    clicked.page.locator("textarea").press_sequentially("b j")
    clicked.page.keyboard.press("ArrowRight")
    expect(clicked.page.locator("textarea")).to_have_value("b j")
    clicked.page.locator("textarea").blur()
    clicked.page.keyboard.press("ArrowRight")
    clicked.asks(TITLES[0])
    assert "blank" not in deeds(hall)


def test_space_on_a_button_presses_the_button(clicked: Wall, hall: Room) -> None:
    clicked.page.get_by_role("button", name="Keys").focus()
    clicked.page.keyboard.press("Space")
    expect(clicked.page.get_by_role("heading", name="Keys and clicker")).to_be_visible()
    clicked.page.keyboard.press("Escape")
    clicked.page.keyboard.press("b")
    clicked.shows("blank")
    assert "open" not in deeds(hall)


@pytest.mark.parametrize("key, query", [("screen_key", ""), ("facilitator_key", "&preview")])
def test_other_walls_have_no_keys(hall: Room, wall: Walls, key: str, query: str) -> None:
    hall.asks(title=TITLES[0])
    hall.asks(title=TITLES[1])
    projected = wall(hall, key=key, query=query)
    for press in ("ArrowRight", "PageDown", "Space", "b", "j"):
        projected.page.keyboard.press(press)
    expect(projected.page.get_by_role("button", name="Keys")).to_have_count(0)
    hall.facilitator().does("next")
    projected.asks(TITLES[0])
    assert not [frame for frame in projected.sent if "control" in frame]
