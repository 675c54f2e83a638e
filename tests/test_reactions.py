"""Applause and the like: added up, told to walls and hosts, and forgotten."""

from __future__ import annotations

from typing import Any

from tests.room import Room, eventually


def test_reactions_reach_wall_and_host(room: Room) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"reactions": True}})
    heard: list[dict[str, Any]] = []
    wall, person = room.screen(), room.attendee()
    wall.socket.on("reactions", heard.append)
    assert person.state["session"]["reactions"] is True
    for reaction in ("applause", "applause", "heart"):
        assert person.sends("react", {"reaction": reaction})["ok"]

    def total(reaction: str) -> int:
        return sum(message["counts"].get(reaction, 0) for message in heard)

    eventually(lambda: (total("applause"), total("heart")) == (2, 1), "the reactions")


def test_where_they_are_off_they_are_refused(room: Room) -> None:
    assert room.attendee().sends("react", {"reaction": "heart"})["error"] == "bad-request"


def test_only_those_there_are(room: Room) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"reactions": True}})
    person = room.attendee()
    for reaction in ("boo", None, 1, ["heart"]):
        assert person.sends("react", {"reaction": reaction})["error"] == "bad-request"
    assert room.screen().sends("react", {"reaction": "heart"})["error"] == "bad-request"


def test_nobody_applauds_without_end(room: Room) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"reactions": True}})
    person = room.attendee()
    answers = [person.sends("react", {"reaction": "laugh"}) for _ in range(40)]
    assert "too-many" in {answer.get("error") for answer in answers}
