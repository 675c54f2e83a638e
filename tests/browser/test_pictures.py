"""Pictures in a browser: chosen in the console, seen on the wall and on phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Locator, expect

from tests.browser.asking import held_back, opened, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall, edges
from tests.drawing import halved, written
from tests.room import OPTIONS, Room


def uploaded(room: Room, width: int = 600, height: int = 400) -> str:
    sent = written(halved(width, height))
    made: str = room.server.api("POST", f"/sessions/{room.id}/images", data=sent).json()["id"]
    return made


def pictured(room: Room, **more: Any) -> dict[str, Any]:
    """The content of a choice whose question and first option have pictures."""
    options = [{**OPTIONS[0], "image": {"image": uploaded(room, 300, 300), "alt": "Un logo"}}]
    return {
        "options": [*options, *OPTIONS[1:]],
        "image": {"image": uploaded(room, **more), "alt": "Un pont"},
    }


def is_drawn_whole(picture: Locator, ratio: float) -> None:
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("(img) => img.naturalWidth") > 0
    left, top, right, bottom = edges(picture)
    assert abs((right - left) / (bottom - top) - ratio) < 0.05


def test_a_picture_is_chosen_described_saved_and_there_again(
    room: Room, console: Callable[..., Console]
) -> None:
    poll = room.asks(title="Lequel ?")
    host = console().opens()
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    field = host.page.locator(".form > fieldset > .row-picture")
    field.locator("summary").click()
    file = {"name": "pont.png", "mimeType": "image/png", "buffer": written(halved())}
    field.get_by_label("Picture JPEG").set_input_files(files=[file])
    expect(field.locator("img")).to_be_visible()
    host.page.get_by_role("button", name="Save", exact=True).click()
    assert field.get_by_label("What it shows").evaluate("(field) => field.validity.valueMissing")
    field.get_by_label("What it shows").fill("Un pont")
    row = host.page.locator(".option-row").nth(1)
    row.locator("summary").click()
    row.get_by_label("Picture JPEG").set_input_files(files=[file])
    row.get_by_label("What it shows").fill("Une rive")
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.page.wait_for_url(f"**/sessions/{room.id}*")
    content = room.server.api("GET", f"/polls/{poll['id']}").json()["content"]
    assert content["image"]["alt"] == "Un pont"
    assert content["options"][1]["image"]["alt"] == "Une rive"
    assert "image" not in content["options"][0]
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    is_drawn_whole(field.locator("img"), 1.5)
    expect(field.get_by_label("What it shows")).to_have_value("Un pont")


def test_a_picture_that_is_too_large_is_said_before_it_is_sent(
    room: Room, console: Callable[..., Console]
) -> None:
    poll = room.asks("yes_no")
    host = console().opens()
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    host.page.locator(".row-picture summary").click()
    file = {"name": "x.png", "mimeType": "image/png", "buffer": bytes(12 * 1024**2 + 1)}
    host.page.get_by_label("Picture JPEG").set_input_files(files=[file])
    said = host.page.get_by_label("Picture JPEG").evaluate("(field) => field.validationMessage")
    assert "at most 12 MB" in said


def test_the_wall_shows_it_beside_the_results_and_an_options_with_its_bar(
    hall: Room, wall: Callable[..., Wall]
) -> None:
    poll = opened(hall, "single_choice", pictured(hall))
    projected = wall(hall)
    voted(hall, poll, "a", "a", "b")
    picture = projected.page.get_by_role("img", name="Un pont")
    is_drawn_whole(picture, 1.5)
    results = edges(projected.page.locator(".results"))
    assert results[2] <= edges(picture)[0] + 1
    assert results[2] > 0.55 * 1920
    is_drawn_whole(projected.page.locator(".bars").get_by_role("img", name="Un logo"), 1)
    projected.shows_bars([2, 1, 0])


def test_a_phone_shows_it_and_nothing_moves_when_it_comes(room: Room, browser: Browser) -> None:
    opened(room, "single_choice", pictured(room))
    mine = Phone(browser, room)
    let_through = held_back(mine.page, "**/images/*")
    mine.page.goto(f"{room.server.url}/{room.code}", wait_until="commit")
    mine.is_connected()
    before = edges(mine.option("Non"))
    let_through()
    is_drawn_whole(mine.page.get_by_role("img", name="Un pont"), 1.5)
    is_drawn_whole(mine.page.get_by_role("img", name="Un logo"), 1)
    assert edges(mine.option("Non")) == before
    assert not mine.overflows()
    expect(mine.page.get_by_role("radio", name="Un logo Oui")).to_have_count(1)
    mine.context.close()


def test_without_javascript_the_pictures_are_there(room: Room, browser: Browser) -> None:
    opened(room, "single_choice", pictured(room, width=400, height=900))
    mine = Phone(browser, room, java_script_enabled=False).joins()
    is_drawn_whole(mine.page.get_by_role("img", name="Un pont"), 4 / 9)
    is_drawn_whole(mine.page.get_by_role("img", name="Un logo"), 1)
    assert not mine.overflows()
    mine.context.close()
