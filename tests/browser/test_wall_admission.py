"""Who may see the wall, and the key that opens it and is not to be projected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.wall import Wall
from tests.room import Room, eventually

Walls = Callable[..., Wall]


@pytest.mark.parametrize("key", ["screen_key", "facilitator_key"])
def test_the_key_leaves_the_address_bar(hall: Room, wall: Walls, key: str) -> None:
    address = f"{hall.server.url}/{hall.code}/screen"
    projected = wall(hall, key=key, query="&theme=dark")
    assert projected.page.url == f"{address}?theme=dark"
    projected.page.reload()
    projected.shows("join")
    projected.page.goto(address)
    projected.shows("join")
    assert hall.session[key] not in projected.page.content()
    devtools = projected.page.context.new_cdp_session(projected.page)
    entries = devtools.send("Page.getNavigationHistory")["entries"]
    visited = [entry["url"] for entry in entries]
    assert visited[-2:] == [f"{address}?theme=dark", address]
    assert hall.session[key] not in str(visited)


@pytest.mark.parametrize("query", ["", "?key=", "?key=of-another-room"])
def test_nobody_else_gets_in(hall: Room, browser: Browser, query: str) -> None:
    context = Wall.context(browser, locale="en-GB")
    page = context.new_page()
    answer = page.goto(f"{hall.server.url}/{hall.code}/screen{query}")
    assert answer
    assert answer.status == 403
    expect(page.locator("body.door h1")).to_be_visible()
    assert hall.session["title"] not in page.content()
    context.close()


def test_a_screen_key_opens_its_own_room_only(hall: Room, room: Room, wall: Walls) -> None:
    projected = wall(hall)
    answer = projected.page.request.get(f"{room.server.url}/{room.code}/screen")
    assert answer.status == 403
    assert projected.page.request.get(f"{hall.server.url}/{hall.code}/screen").ok


def test_a_picture_of_the_wall_is_no_wall(hall: Room, wall: Walls) -> None:
    host = hall.facilitator()

    def screens() -> Any:
        return host.presence[-1]["screens"] if host.presence else None

    wall(hall, query="&preview")
    projected = wall(hall)
    eventually(lambda: screens() == 1, "one wall is counted")
    expect(projected.page.get_by_role("button", name="Full screen")).to_have_count(1)
    projected.page.close()
    eventually(lambda: screens() == 0, "no wall is counted, though the picture is still there")
