"""A vote that closes by itself, and more time."""

from __future__ import annotations

from polling.clock import milliseconds_since
from tests.room import PATIENCE_S, Room, eventually
from tests.running import Server


def test_without_a_setting_nobody_counts(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    state = host.sees(status="open")
    assert state["poll"]["closes_at"] is None
    assert "closes_in" not in state


def test_a_vote_closes_by_itself_and_late_answers_still_count_for_a_moment(room: Room) -> None:
    room.asks(seconds=5)
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    state = attendee.sees(status="open")
    assert 0 < state["closes_in"] <= 5000
    closes_at = state["poll"]["closes_at"]
    eventually(lambda: milliseconds_since(closes_at) > 0, "the end of the countdown")
    assert attendee.votes("a")["ok"]
    eventually(lambda: attendee.state["poll"]["status"] == "closed", "the vote closed")
    assert attendee.votes("b")["error"] == "poll-closed"
    assert attendee.state["poll"]["closes_at"] is None


def test_more_time_puts_the_end_off(room: Room) -> None:
    room.asks(seconds=60)
    host = room.facilitator()
    host.does("next")
    before = host.sees(status="open")["closes_in"]
    host.does("extend", seconds=30)
    eventually(lambda: host.state["closes_in"] > before + 20_000, "more time")


def test_a_countdown_can_be_started_and_stopped_while_people_vote(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.does("extend", seconds=30)
    eventually(lambda: host.state["poll"]["closes_at"], "a countdown")
    host.does("stop_countdown")
    host.sees(closes_at=None, status="open")


def test_no_time_is_given_where_nobody_votes(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.does("close")
    rev = host.sees(status="closed")["rev"]
    host.does("extend", seconds=30)
    assert room.server.api("GET", f"/sessions/{room.id}").json()["rev"] == rev


def test_what_is_no_time_is_refused(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    for seconds in (0, -5, 3601, 1.5, "30", None, True):
        assert host.does("extend", seconds=seconds)["error"] == "bad-request"


def test_a_countdown_outlives_a_restart(own_server: Server) -> None:
    room = Room(own_server)
    poll = room.asks(seconds=5)
    room.facilitator().does("next")
    own_server.restart()

    def is_closed() -> bool:
        return own_server.api("GET", f"/polls/{poll['id']}").json()["status"] == "closed"

    assert PATIENCE_S > 10
    eventually(is_closed, "the vote closed")
    room.empty()
