"""Pins on a picture in a browser: pointing, choosing a zone, numbers; the wall; the editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from tests.browser.asking import does, opened, voted
from tests.browser.consoles import Console
from tests.browser.wall import Wall, edges
from tests.drawing import halved, written
from tests.room import Room, eventually

ZONES = [
    {"id": "a", "text": "La rive rouge", "x": 0, "y": 0, "width": 0.5, "height": 1, "right": True},
    {"id": "b", "text": "La rive bleue", "x": 0.5, "y": 0, "width": 0.5, "height": 1},
]


def pinned(room: Room, *zones: Any) -> dict[str, Any]:
    sent = written(halved(600, 400))
    image = room.server.api("POST", f"/sessions/{room.id}/images", data=sent).json()["id"]
    return {"image": image, "alt": "Deux rives", **({"zones": list(zones)} if zones else {})}


def answer(room: Room, poll: dict[str, Any]) -> Any:
    """The only one there is."""
    rows = room.server.api("GET", f"/sessions/{room.id}/export.json").json()["polls"]
    (found,) = [each for each in rows if each["id"] == poll["id"]]
    ballots = [ballot for round in found["rounds"] for ballot in round["ballots"]]
    return ballots[0]["answer"] if ballots else None


def is_near(found: Any, wanted: list[float]) -> bool:
    return bool(found) and all(abs(a - b) < 0.02 for a, b in zip(found, wanted, strict=True))


def test_a_tap_is_an_answer_and_keys_and_numbers_move_it(room: Room, phone: Any) -> None:
    poll = opened(room, "pin", pinned(room))
    mine = phone().joins_live()
    left, top, right, bottom = edges(mine.page.get_by_role("img", name="Deux rives"))
    mine.page.touchscreen.tap(left + (right - left) * 0.25, top + (bottom - top) * 0.5)
    mine.says("Your vote is recorded")
    assert is_near(answer(room, poll), [0.25, 0.5])
    pin = mine.page.get_by_role("button", name="Your pin")
    x, y, x2, y2 = edges(pin)
    assert min(x2 - x, y2 - y) >= 48
    pin.focus()
    mine.page.keyboard.press("ArrowRight")
    mine.page.keyboard.press("Shift+ArrowUp")
    eventually(lambda: is_near(answer(room, poll), [0.26, 0.4]), "the moved pin")
    expect(pin).to_be_focused()
    mine.page.locator(".otherwise summary").click()
    expect(mine.page.get_by_label("From the left")).not_to_have_value("")
    mine.page.get_by_label("From the left").fill("80")
    mine.page.get_by_label("From the top").fill("10")
    mine.page.keyboard.press("Tab")
    eventually(lambda: answer(room, poll) == [0.8, 0.1], "the numbers")
    mine.page.reload()
    expect(mine.page.get_by_role("button", name="Your pin: 80 across, 10 down")).to_be_visible()
    assert not mine.overflows()


def test_who_cannot_point_chooses_a_zone_by_keyboard(room: Room, phone: Any) -> None:
    poll = opened(room, "pin", pinned(room, *ZONES))
    mine = phone().joins_live()
    mine.page.locator(".otherwise summary").press("Enter")
    mine.page.get_by_role("radio", name="La rive bleue").press("Space")
    mine.says("Your vote is recorded")
    assert answer(room, poll) == [0.75, 0.5]


def test_without_javascript_a_zone_or_numbers_are_sent(room: Room, phone: Any) -> None:
    poll = opened(room, "pin", pinned(room, *ZONES))
    mine = phone(java_script_enabled=False).joins()
    mine.page.get_by_label("La rive rouge").check()
    mine.sends()
    mine.says("Your vote is recorded")
    assert answer(room, poll) == [0.25, 0.5]
    mine.page.get_by_label("Somewhere else").check()
    mine.page.get_by_label("From the left").fill("90")
    mine.page.get_by_label("From the top").fill("20")
    mine.sends()
    assert answer(room, poll) == [0.9, 0.2]


def test_the_wall_counts_pins_by_zone_and_shows_the_right_one_at_the_end(
    hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "pin", pinned(hall, *ZONES))
    projected = wall(hall)
    voted(hall, poll, [0.1, 0.5], [0.2, 0.4], [0.9, 0.9])
    expect(projected.stage.locator(".inside .count")).to_have_text(["2", "1"])
    expect(projected.stage.locator(".inside .share")).to_have_text(["67%", "33%"])
    painted = """(canvas) => {
        const { width, height } = canvas;
        const pen = canvas.getContext("2d");
        const ink = (x, y) => pen.getImageData(x * width, y * height, 1, 1).data[3];
        return [ink(0.11, 0.515), ink(0.5, 0.1)];
    }"""
    there, nowhere = projected.stage.locator("canvas").evaluate(painted)
    assert (there > 0, nowhere) == (True, 0)
    expect(projected.stage.locator(".outlines")).to_be_hidden()
    expect(projected.stage.locator(".verdict:visible")).to_have_count(0)
    does(hall, poll, "close")
    expect(projected.stage.locator(".inside .right")).to_contain_text("La rive rouge")
    expect(projected.stage.locator(".verdict:visible")).to_have_text("Right answer")
    zone, picture = (
        edges(projected.stage.locator(".outlines span")),
        edges(projected.page.get_by_role("img", name="Deux rives")),
    )
    assert abs(zone[0] - picture[0]) < 2
    assert abs((zone[2] - zone[0]) * 2 - (picture[2] - picture[0])) < 4


def test_zones_are_drawn_on_the_picture_in_the_editor(
    room: Room, console: Callable[..., Console]
) -> None:
    poll = room.asks("pin", pinned(room))
    host = console().opens()
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    sheet = host.page.locator(".sheet")
    left, top, right, bottom = edges(sheet.locator("img"))
    width, height = right - left, bottom - top
    host.page.mouse.move(left + 0.5 * width, top + 0.25 * height)
    host.page.mouse.down()
    host.page.mouse.move(left + 0.1 * width, top + 0.75 * height, steps=4)
    host.page.mouse.up()
    expect(host.page.get_by_label("Zone 1", exact=True)).to_be_focused()
    host.page.keyboard.type("La rive rouge")
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.page.wait_for_url(f"**/sessions/{room.id}*")
    (zone,) = room.server.api("GET", f"/polls/{poll['id']}").json()["content"]["zones"]
    assert zone["text"] == "La rive rouge"
    assert is_near([zone["x"], zone["y"]], [0.1, 0.25])
    assert is_near([zone["width"], zone["height"]], [0.4, 0.5])
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    box = edges(sheet.locator(".zone"))
    assert abs(box[0] - (edges(sheet.locator("img"))[0] + 0.1 * width)) < 4
