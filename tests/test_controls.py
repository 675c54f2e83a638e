"""Controls that come late, or twice, or from where none may come."""

from __future__ import annotations

import pytest

from tests.room import Room


def test_a_second_click_does_no_harm(room: Room) -> None:
    polls = [room.asks() for _ in range(3)]
    host = room.facilitator()
    for _ in range(2):
        ack = host.does("next", poll=None)
        assert ack["ok"]
        assert ack["state"]["poll"]["id"] == polls[0]["id"]
    host.sees(id=polls[0]["id"])
    for _ in range(2):
        ack = host.does("next", poll=polls[0]["id"], round=1)
    assert ack["state"]["poll"]["id"] == polls[1]["id"]
    host.sees(id=polls[1]["id"])
    for _ in range(2):
        ack = host.does("revote", poll=polls[1]["id"], round=1)
    assert ack["state"]["poll"]["round"] == 2


def test_two_facilitators_see_the_same(room: Room) -> None:
    poll = room.asks()
    one, other = room.facilitator(), room.facilitator()
    one.does("next")
    assert other.sees(id=poll["id"], status="open") == one.sees(id=poll["id"], status="open")
    other.does("close")
    one.sees(status="closed")


def test_a_stale_control_is_answered_with_the_current_state(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.sees(round=1)
    host.does("revote")
    stale = host.does("close", round=1)
    assert stale["ok"]
    assert stale["state"]["poll"]["status"] == "open"


def test_a_step_of_whoever_saw_another_question_or_round_changes_nothing(room: Room) -> None:
    first, second = room.asks(), room.asks()
    one, other = room.facilitator(), room.facilitator()
    one.does("next")
    other.does("next", poll=first["id"])
    for action in ("next", "previous", "end", "blank", "show_join"):
        state = one.does(action, poll=first["id"], round=1)["state"]
        assert (state["view"], state["poll"]["id"]) == ("poll", second["id"]), action
    other.does("revote")
    for action in ("next", "previous", "end", "blank", "show_join"):
        state = one.does(action, poll=second["id"], round=1)["state"]
        assert (state["view"], state["poll"]["round"]) == ("poll", 2), action
    assert one.does("end", poll=second["id"], round=2)["state"]["view"] == "end"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"action": 1},
        {"action": "explode"},
        {"action": "hide_entry"},
        {"action": "blank", "on": "yes"},
        {"action": "close", "poll": "1"},
        {"action": "close", "poll": True},
        {"action": "close", "round": "1"},
        {"action": "close", "round": 1.0},
        {"action": "next", "poll": [1]},
        {"action": "end", "round": {}},
    ],
)
def test_a_control_that_is_none_is_a_bad_request(room: Room, message: dict[str, object]) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    assert host.sends("control", message)["error"] == "bad-request"
    assert host.state["poll"]["status"] == "open"


def test_only_facilitators_control(room: Room) -> None:
    room.asks()
    for person in (room.attendee(), room.screen()):
        assert person.sends("control", {"action": "next"})["error"] == "key-required"
