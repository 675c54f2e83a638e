"""Casting: what counts, what replaces, what is refused, and by which name."""

from __future__ import annotations

import pytest

from tests.room import Room, eventually


@pytest.fixture
def asked(room: Room) -> Room:
    """A room that is being asked a question with three options."""
    room.asks()
    room.facilitator().does("next")
    return room


def test_a_vote_is_stored_and_shown(asked: Room) -> None:
    screen, attendee = asked.screen(), asked.attendee()
    assert attendee.votes("a") == {"ok": True}
    screen.shows({"counts": {"a": 1, "b": 0, "c": 0}}, answered=1)


def test_voting_again_replaces(asked: Room) -> None:
    screen, attendee = asked.screen(), asked.attendee()
    attendee.votes("a")
    attendee.votes("b")
    screen.shows({"counts": {"a": 0, "b": 1, "c": 0}}, answered=1)


def test_a_resent_older_vote_is_acknowledged_and_ignored(asked: Room) -> None:
    screen, attendee = asked.screen(), asked.attendee()
    assert attendee.votes("b", seq=7)["ok"]
    assert attendee.votes("a", seq=6)["ok"]
    screen.shows({"counts": {"a": 0, "b": 1, "c": 0}}, answered=1)


def test_a_withdrawn_vote_no_longer_counts_and_stays_withdrawn(asked: Room) -> None:
    screen, attendee = asked.screen(), asked.attendee()
    attendee.votes("a", seq=1)
    assert attendee.votes(None, seq=2)["ok"]
    screen.shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)
    attendee.votes("a", seq=1)
    screen.shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)


def test_coming_back_on_a_new_socket_is_the_same_participant(asked: Room) -> None:
    screen, attendee = asked.screen(), asked.attendee()
    attendee.votes("a")
    attendee.leaves()
    attendee.comes_back()
    assert attendee.state["answer"] == "a"
    attendee.votes("c")
    screen.shows({"counts": {"a": 0, "b": 0, "c": 1}}, answered=1)


def test_a_forged_token_makes_a_new_participant(asked: Room) -> None:
    screen, first = asked.screen(), asked.attendee()
    first.votes("a")
    forger = asked.attendee(participant=first.state["participant"][:-1] + "!")
    assert forger.state["answer"] is None
    forger.votes("b")
    screen.shows({"counts": {"a": 1, "b": 1, "c": 0}}, answered=2)


def test_a_vote_after_the_close_is_refused(asked: Room) -> None:
    attendee, host = asked.attendee(), asked.facilitator()
    host.does("close")
    assert attendee.votes("a")["error"] == "poll-closed"


def test_a_vote_for_an_earlier_round_is_refused(asked: Room) -> None:
    attendee, host = asked.attendee(), asked.facilitator()
    host.does("revote")
    assert attendee.votes("a", round=1)["error"] == "wrong-round"
    assert attendee.sees(round=2)["answer"] is None
    assert attendee.votes("a")["ok"]


def test_a_vote_for_another_session_is_refused(asked: Room) -> None:
    elsewhere = Room(asked.server)
    poll = elsewhere.asks()
    attendee = asked.attendee()
    assert attendee.votes("a", poll=poll["id"], round=1)["error"] == "poll-not-found"
    assert attendee.votes("a", poll=10**9)["error"] == "poll-not-found"


@pytest.mark.parametrize("answer", ["z", 1, ["a"], {"a": 1}, "", True])
def test_an_answer_that_is_none_is_refused_and_says_what_is_expected(
    asked: Room, answer: object
) -> None:
    ack = asked.attendee().votes(answer)
    assert ack["error"] == "answer-invalid"
    assert ack["message"]


@pytest.mark.parametrize(
    "message",
    [
        (), ({},), (None,), (7,), ("vote",), ([1],), ({"poll": "1", "round": 1, "answer": "a"},),
        ({"poll": 1, "round": True, "answer": "a"},), ({"poll": 1, "round": -1, "answer": "a"},),
        ({"poll": 1, "round": 1, "answer": "a", "slot": 1},),
        ({"poll": 1, "round": 1, "answer": "a", "seq": 1.5},), ({"poll": 1, "round": 1},),
        ({"poll": 2**60, "round": 1, "answer": "a"},),
    ],
)  # fmt: skip
def test_a_malformed_vote_is_a_bad_request_and_changes_nothing(
    asked: Room, message: tuple[object, ...]
) -> None:
    attendee = asked.attendee()
    ack = attendee.sends("vote", message)
    assert ack["error"] == "bad-request"
    assert attendee.votes("a")["ok"]


def test_a_client_that_keeps_sending_nonsense_is_cut_off(asked: Room) -> None:
    attendee = asked.attendee()
    for _ in range(21):
        attendee.socket.emit("vote", "nonsense")
    eventually(lambda: not attendee.socket.connected, "being cut off")


def test_votes_beyond_any_finger_are_refused_for_a_while(asked: Room) -> None:
    attendee = asked.attendee()
    acks = [attendee.votes("a", seq=number) for number in range(60)]
    assert any(ack.get("error") == "too-many" for ack in acks)
    assert all(ack["ok"] or ack["error"] == "too-many" for ack in acks)
