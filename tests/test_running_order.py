"""The running order while people look at it and others change it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.console import Console
from tests.room import Room, eventually


def test_two_who_edit_different_things_at_once_both_have_their_way(room: Room) -> None:
    path = f"/polls/{room.asks()['id']}"
    with ThreadPoolExecutor() as pool:
        for number in range(20):
            changes = {"title": f"Question {number}", "notes": f"Notes {number}"}
            sent = [{name: value} for name, value in changes.items()]
            list(pool.map(lambda change: room.server.api("PATCH", path, change), sent))
            poll = room.server.api("GET", path).json()
            assert {name: poll[name] for name in changes} == changes


@pytest.mark.parametrize("position, order", [(10**30, [1, 2, 0]), (-(10**30), [0, 1, 2])])
def test_far_out_of_bounds_means_last_or_first(room: Room, position: int, order: list[int]) -> None:
    polls = [room.asks()["id"] for _ in range(3)]
    answer = Console(room).sends(f"/console/polls/{polls[0]}/move", position=position)
    assert answer.status_code == 200
    found = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    assert [poll["id"] for poll in found] == [polls[place] for place in order]


@pytest.mark.parametrize("action, view", [("end", "end"), ("blank", "blank"), ("close", "join")])
def test_deleting_what_was_on_the_wall_brings_nothing_else_back(
    room: Room, action: str, view: str
) -> None:
    poll = room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    host.does("close")
    host.does(action)
    assert room.server.api("DELETE", f"/polls/{poll['id']}").status_code == 204
    eventually(lambda: attendee.state["poll"] is None, "no question")
    assert attendee.state["view"] == view
