"""A grid in a browser: tapping, dragging, keys and numbers; the wall; the editor."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.asking import opened, voted
from tests.browser.consoles import Console
from tests.browser.test_kind_pin import answer, is_near
from tests.browser.wall import Wall, edges
from tests.room import Room

CONTENT: dict[str, Any] = {
    "x": {"left": "Facile", "right": "Difficile"},
    "y": {"bottom": "Peu utile", "top": "Très utile"},
    "options": [{"id": "a", "text": "Allotir"}, {"id": "b", "text": "Publier"}],
}


def centre(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def tap(page: Page, x: float, y: float) -> None:
    """From the lower left."""
    left, top, right, bottom = edges(page.locator("#fields .plane"))
    page.touchscreen.tap(left + (right - left) * x, bottom - (bottom - top) * y)


def test_things_are_tapped_one_after_the_other_moved_and_sent(room: Room, phone: Any) -> None:
    poll = opened(room, "grid", CONTENT)
    mine = phone().joins_live()
    tap(mine.page, 0.2, 0.9)
    expect(mine.page.locator(".in-hand")).to_have_text("Publier")
    tap(mine.page, 0.8, 0.3)
    assert answer(room, poll) is None
    expect(mine.page.locator("#fields[data-unsent]")).to_have_count(1)
    mine.sends()
    mine.says("Your vote is recorded")
    found = answer(room, poll)
    assert is_near(found["a"], [0.2, 0.9])
    assert is_near(found["b"], [0.8, 0.3])
    pin = mine.page.locator(".plane").get_by_role("button", name="A. Allotir")
    pin.focus()
    mine.page.keyboard.press("Shift+ArrowDown")
    mine.page.keyboard.press("ArrowRight")
    mine.sends()
    mine.says("Your vote is recorded")
    expect(mine.page.locator("#fields[data-unsent]")).to_have_count(0)
    assert is_near(answer(room, poll)["a"], [0.21, 0.8])
    mine.page.reload()
    expect(mine.page.locator(".plane").get_by_role("button", name="B. Publier")).to_be_visible()
    mine.page.get_by_role("button", name="Withdraw").click()
    mine.says("Your answer is withdrawn")
    assert not mine.overflows()


def test_numbers_alone_will_do_and_half_of_them_will_not(room: Room, phone: Any) -> None:
    poll = opened(room, "grid", CONTENT)
    mine = phone().joins_live()
    mine.page.locator(".otherwise summary").press("Enter")
    second = mine.page.get_by_role("group", name="Publier")
    second.get_by_label("Across").fill("25")
    mine.sends()
    mine.says("Give both numbers")
    second.get_by_label("Up").fill("60")
    mine.sends()
    mine.says("Your vote is recorded")
    assert answer(room, poll) == {"b": [0.25, 0.6]}


def test_without_javascript_numbers_are_sent(room: Room, phone: Any) -> None:
    poll = opened(room, "grid", CONTENT)
    mine = phone(java_script_enabled=False).joins()
    first = mine.page.get_by_role("group", name="Allotir")
    first.get_by_label("Across").fill("0")
    first.get_by_label("Up").fill("100")
    mine.sends()
    mine.says("Your vote is recorded")
    assert answer(room, poll) == {"a": [0.0, 1.0]}
    expect(first.get_by_label("Up")).to_have_value("100.0")


def test_the_wall_puts_marks_at_the_means_apart_and_counts_who_placed_what(
    hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "grid", CONTENT)
    projected = wall(hall)
    voted(hall, poll, {"a": [0.2, 0.2], "b": [0.5, 0.5]}, {"a": [0.8, 0.8]})
    expect(projected.stage.locator(".legend-of-marks .count")).to_have_text(["2", "1"])
    marks = projected.stage.locator(".means .mark")
    expect(marks.nth(1)).to_be_visible()
    one, other = edges(marks.nth(0)), edges(marks.nth(1))
    apart = math.dist(centre(one), centre(other))
    assert apart > 0.95 * (one[2] - one[0])
    plane = edges(projected.stage.locator(".plane"))
    for place in range(2):
        true = edges(projected.stage.locator("g circle").nth(place))
        assert math.dist(centre(true), centre(plane)) < 4
    rows = projected.stage.locator("table tbody tr")
    assert [row.locator("td").all_inner_texts() for row in rows.all()] == [
        ["2", "50", "50"],
        ["1", "50", "50"],
    ]


def test_the_editor_writes_a_grid_and_reads_it_back(
    room: Room, console: Callable[..., Console]
) -> None:
    host = console().opens()
    host.page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=grid")
    host.page.get_by_label("Question", exact=True).fill("Par quoi commencer ?")
    host.page.get_by_label("Thing 1").fill("Allotir")
    host.page.get_by_label("Thing 2").fill("Publier")
    for label, text in (
        ("On the left", "Facile"), ("On the right", "Difficile"),
        ("At the bottom", "Peu utile"), ("At the top", "Très utile"),
    ):  # fmt: skip
        host.page.get_by_label(label).fill(text)
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.page.wait_for_url(f"**/sessions/{room.id}*")
    (poll,) = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    assert poll["content"] == CONTENT
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    expect(host.page.get_by_label("On the right")).to_have_value("Difficile")
