"""A wall that has lost its server says so, and finds its way back by itself."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.asking import deeds, does, first_figure, held_back, opened, voted
from tests.browser.wall import Wall, edges
from tests.room import Room
from tests.running import Server

Walls = Callable[..., Wall]


def only_the_connection_failed(wall: Wall) -> None:
    """The browser tells of it in its console; nothing else may stand there."""
    assert [each for each in wall.errors if "ERR_" not in each and "WebSocket" not in each] == []
    wall.errors.clear()


def test_a_server_that_was_killed_is_missed_and_found_again(
    own_server: Server, wall: Walls
) -> None:
    room = Room(own_server, language="en")
    poll = opened(room, results="hidden")
    projected = wall(room)
    (person,) = voted(room, poll, "a")
    projected.says("1 person of 1 has answered")
    expect(projected.page.get_by_role("alert")).to_have_count(0)
    person.leaves()
    own_server.kill()
    projected.is_lost()
    sign = projected.page.get_by_role("alert")
    expect(sign).to_contain_text("Connection lost: last heard from the server at ")
    foot = edges(sign)[3]
    for part in ("h1:visible", ".stage", ".poll footer"):
        assert edges(projected.page.locator(part))[1] >= foot, "the last results are in sight"
    projected.says("1 person of 1 has answered")
    own_server.start()
    does(room, poll, "close")
    does(room, poll, "reveal")
    projected.is_back()
    projected.stands("Vote closed")
    projected.shows_bars([1, 0, 0], ["100%", "0%", "0%"])
    only_the_connection_failed(projected)


def test_a_wall_without_network_says_so(hall: Room, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall)
    projected.shows_bars([0, 0, 0])
    projected.page.context.set_offline(True)
    projected.is_lost()
    voted(hall, poll, "b")
    projected.shows_bars([0, 0, 0])
    projected.page.context.set_offline(False)
    projected.is_back()
    projected.shows_bars([0, 1, 0])
    only_the_connection_failed(projected)


def test_what_a_bad_network_kept_back_comes_with_the_network(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    projected.page.route("**/kinds/*.js", lambda route: route.abort())
    opened(hall)
    projected.page.reload()
    projected.asks("Une question ?")
    expect(projected.page.locator(".bars li")).to_have_count(0)
    projected.page.unroute_all()
    projected.page.context.set_offline(True)
    projected.is_lost()
    projected.page.context.set_offline(False)
    projected.shows_bars([0, 0, 0])
    projected.is_back()
    only_the_connection_failed(projected)


def test_an_answer_that_overtakes_its_kinds_module_is_shown(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    let_through = held_back(projected.page, "**/kinds/single_choice.js")
    projected.page.reload()
    voted(hall, opened(hall), "a")
    projected.says("1 person of 1 has answered")
    let_through()
    assert first_figure(projected.page) == "1"


def test_a_key_pressed_while_nobody_hears_it_is_not_done_later(
    own_server: Server, wall: Walls
) -> None:
    room = Room(own_server, language="en")
    opened(room)
    projected = wall(room, key="facilitator_key")
    projected.shows_bars([0, 0, 0])
    own_server.kill()
    projected.is_lost()
    projected.page.keyboard.press("b")
    own_server.start()
    projected.is_back()
    projected.page.keyboard.press("j")
    projected.shows("join")
    assert "blank" not in deeds(room)
    only_the_connection_failed(projected)
