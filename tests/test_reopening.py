"""The end of a session taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.room import Room, eventually


def ended(room: Room, minutes_ago: int) -> None:
    then = f"strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-{minutes_ago} minutes')"
    with closing(sqlite3.connect(room.server.database)) as database, database:
        database.execute(f"UPDATE sessions SET ended = {then} WHERE id = {room.id}")


def journal(room: Room) -> list[str]:
    lines = room.server.api("GET", f"/sessions/{room.id}/export.json").json()["journal"]
    return [line["action"] for line in lines]


def test_the_session_goes_on_where_it_was(room: Room) -> None:
    poll, beside = room.asks(seconds=60), room.asks("qa")
    host, screen, attendee = room.facilitator(), room.screen(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("a")
    host.does("end")
    eventually(lambda: attendee.state["view"] == "end", "the end")
    assert 0 < host.state["reopens_in"] <= 600_000
    assert "reopens_in" not in screen.state

    assert host.does("reopen")["ok"]
    for person in (screen, attendee):
        state = person.sees(id=poll["id"], status="open", round=1, closes_at=None)
        assert (state["view"], state["session"]["status"]) == ("poll", "live")
    assert attendee.state["answer"] == "a"
    assert attendee.votes("b")["ok"]
    assert "reopens_in" not in host.state
    assert room.results(poll)["results"]["counts"] == {"a": 0, "b": 1, "c": 0}
    assert room.server.api("GET", f"/polls/{beside['id']}").json()["status"] == "ready"
    assert room.server.api("GET", f"/sessions/{room.id}").json()["ended"] is None


@pytest.mark.parametrize("view", ["join", "blank"])
def test_the_wall_shows_again_what_it_showed(room: Room, view: str) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.does("close")
    host.does("show_join" if view == "join" else view)
    host.does("end")
    host.does("reopen")
    assert (host.state["view"], host.state["poll"]["status"]) == (view, "closed")


def test_a_draft_that_was_ended_is_a_draft_again(room: Room) -> None:
    room.asks()
    assert room.server.api("POST", f"/sessions/{room.id}/end").ok
    again = room.server.api("POST", f"/sessions/{room.id}/reopen").json()
    assert (again["status"], again["view"]) == ("draft", "join")


def test_a_second_click_and_one_that_comes_late_do_no_harm(room: Room) -> None:
    first = room.asks()
    host = room.facilitator()
    host.does("next")
    assert host.does("reopen")["ok"]
    host.does("end")
    for _ in range(2):
        assert host.does("reopen", poll=first["id"], round=1)["ok"]
    assert (journal(room).count("reopen"), host.state["view"]) == (1, "poll")


def test_after_ten_minutes_the_end_is_final(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.does("end")
    ended(room, minutes_ago=11)
    assert host.does("reopen")["error"] == "reopen-too-late"
    assert "reopens_in" not in room.facilitator().state
    assert "reopen" not in journal(room)
    refused = room.server.api("POST", f"/sessions/{room.id}/reopen")
    assert (refused.status_code, refused.json()["error"]) == (409, "reopen-too-late")


def test_the_ten_minutes_begin_anew_with_the_next_end(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.does("end")
    ended(room, minutes_ago=9)
    host.does("reopen")
    host.does("end")
    assert host.state["reopens_in"] > 590_000
