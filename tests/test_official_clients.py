"""The official JavaScript client, also where WebSocket is blocked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.crowd import Crowd
from tests.room import Room, eventually


@pytest.fixture
def crowd(room: Room) -> Iterator[Crowd]:
    people = Crowd(room.server.url, room.code)
    yield people
    people.leaves()


def test_a_crowd_votes_over_long_polling(room: Room, crowd: Crowd) -> None:
    poll = room.asks()
    host = room.facilitator()
    crowd.joins(12, transports=["polling"])
    host.does("next")
    eventually(
        lambda: all(state["poll"] for state in crowd.states()), "everybody sees the question"
    )
    acks = crowd.votes(
        [{"who": who, "poll": poll["id"], "round": 1, "answer": "b"} for who in range(12)]
    )
    assert acks == [{"ok": True}] * 12
    host.shows({"counts": {"a": 0, "b": 12, "c": 0}}, answered=12)
    host.does("close")
    eventually(
        lambda: all(state["poll"]["status"] == "closed" for state in crowd.states()),
        "everybody sees the close",
    )
    assert all(state["answer"] == "b" for state in crowd.states())


def test_both_transports_meet_in_one_room(room: Room, crowd: Crowd) -> None:
    poll = room.asks()
    host = room.facilitator()
    crowd.joins(5, transports=["polling"])
    crowd.joins(5, transports=["websocket"])
    host.does("next")
    eventually(lambda: all(state["poll"] for state in crowd.states()), "everybody sees it")
    votes = [{"who": who, "poll": poll["id"], "round": 1, "answer": "a"} for who in range(10)]
    assert all(ack["ok"] for ack in crowd.votes(votes))
    host.shows({"counts": {"a": 10, "b": 0, "c": 0}}, answered=10)


def test_who_came_by_long_polling_goes_on_by_websocket(room: Room, crowd: Crowd) -> None:
    poll = room.asks()
    host = room.facilitator()
    crowd.joins(8, transports=["polling", "websocket"])
    for _ in range(6):  # states that must arrive whatever carries them, in order
        host.does("show_join")
        host.does("show_join", on=False)
    host.does("next")
    eventually(lambda: crowd.transports() == ["websocket"] * 8, "everybody is upgraded")
    eventually(lambda: all(state["poll"] for state in crowd.states()), "everybody sees it")
    votes = [{"who": who, "poll": poll["id"], "round": 1, "answer": "c"} for who in range(8)]
    assert crowd.votes(votes) == [{"ok": True}] * 8
    host.does("close")
    eventually(
        lambda: all(state["poll"]["status"] == "closed" for state in crowd.states()),
        "everybody sees the close",
    )
    eventually(
        lambda: host.presence and host.presence[-1]["connected"] == 8, "each is counted once"
    )
