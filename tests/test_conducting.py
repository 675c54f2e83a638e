"""A poll's life: every transition."""

from __future__ import annotations

import pytest

from tests.room import Room, eventually


def test_next_starts_the_session_and_opens_the_first_poll(room: Room) -> None:
    room.asks()
    host, attendee = room.facilitator(), room.attendee()
    assert host.state["next_step"] == "next"
    host.does("next")
    state = attendee.sees(status="open", round=1, results_shown=True)
    assert (state["view"], state["session"]["status"]) == ("poll", "live")


def test_the_next_step_leads_through_the_whole_session(room: Room) -> None:
    room.asks(results="hidden")
    room.asks(opens="by_hand")
    host = room.facilitator()
    steps = []
    while (step := host.state["next_step"]) is not None:
        steps.append(step)
        rev = host.state["rev"]
        host.does(step)
        eventually(lambda rev=rev: host.state["rev"] > rev, "the transition")
    assert steps == ["next", "close", "reveal", "next", "open", "close", "end"]
    assert host.state["view"] == "end"


def test_opening_a_poll_closes_the_one_that_was_open(room: Room) -> None:
    first, second = room.asks(), room.asks()
    host = room.facilitator()
    host.does("open", poll=first["id"])
    host.does("open", poll=second["id"], round=0)
    host.sees(id=second["id"], status="open")
    statuses = [poll["status"] for poll in host.state["running_order"]]
    assert statuses == ["closed", "open"]


def test_a_closed_poll_resumes_the_same_round_with_its_ballots(room: Room) -> None:
    poll = room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("open", poll=poll["id"])
    attendee.sees(status="open")
    attendee.votes("a")
    host.does("close")
    host.does("open")
    assert attendee.sees(status="open", round=1)["answer"] == "a"
    assert room.results(poll)["results"]["counts"]["a"] == 1


def test_revote_opens_a_round_with_no_ballots_and_keeps_the_first(room: Room) -> None:
    poll = room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("a")
    host.sees(status="open")
    host.does("revote")
    assert attendee.sees(status="open", round=2)["answer"] is None
    attendee.votes("b")
    assert room.results(poll, 1)["results"]["counts"] == {"a": 1, "b": 0, "c": 0}
    assert room.results(poll)["results"]["counts"] == {"a": 0, "b": 1, "c": 0}


def test_previous_and_next_at_the_ends_change_nothing(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    host.sees(status="open")
    for action in ("previous", "next"):
        assert host.does(action)["state"]["poll"]["status"] == "open"


def test_previous_resumes_the_vote_unless_it_is_opened_by_hand(room: Room) -> None:
    at_once, by_hand, last = room.asks(), room.asks(opens="by_hand"), room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(id=at_once["id"])
    attendee.votes("a")
    host.does("next")
    host.does("open")
    host.does("next")
    attendee.sees(id=last["id"], status="open")
    host.does("previous")
    attendee.sees(id=by_hand["id"], status="closed")
    host.does("previous")
    assert attendee.sees(id=at_once["id"], status="open", round=1)["answer"] == "a"


def test_next_waits_for_the_host_where_the_poll_opens_by_hand(room: Room) -> None:
    room.asks(opens="by_hand")
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(status="ready", round=0)
    host.sees(status="ready")
    host.does("open")
    attendee.sees(status="open", round=1)


def test_hidden_results_reach_nobody_but_the_facilitator(room: Room) -> None:
    room.asks(results="hidden")
    host, screen, attendee = room.facilitator(), room.screen(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("a")
    counts = {"counts": {"a": 1, "b": 0, "c": 0}}
    host.shows(counts, answered=1)
    eventually(lambda: screen.results and screen.results[-1]["answered"] == 1, "the count")
    assert screen.results[-1]["results"] is None
    latecomer = room.screen()
    assert (latecomer.state["answered"], latecomer.state["results"]) == (1, None)
    host.does("close")
    assert attendee.sees(status="closed")["results"] is None
    host.does("reveal")
    assert attendee.sees(results_shown=True)["results"]["results"] == counts
    screen.shows(counts, answered=1)
    host.does("hide")
    assert attendee.sees(results_shown=False)["results"] is None


@pytest.mark.parametrize(
    "phones, while_open, after",
    [("closed", False, True), ("live", True, True), ("never", False, False)],
)
def test_phones_show_results_as_their_setting_says(
    room: Room, phones: str, while_open: bool, after: bool
) -> None:
    room.asks(phones=phones)
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("a")
    host.shows({"counts": {"a": 1, "b": 0, "c": 0}}, answered=1)
    attendee.votes("a")
    assert bool(attendee.results) == while_open
    host.does("close")
    assert bool(attendee.sees(status="closed")["results"]) == after


def test_right_answers_show_once_closed_and_shown(room: Room) -> None:
    options = [{"id": "a", "text": "Vrai", "right": True}, {"id": "b", "text": "Faux"}]
    room.asks(content={"options": options})
    host, attendee, screen = room.facilitator(), room.attendee(), room.screen()
    host.does("next")
    for person in (attendee, screen):
        state = person.sees(status="open")
        assert "right" not in str(state["poll"]["content"])
    assert host.sees(status="open")["poll"]["content"]["options"] == options
    host.does("hide")
    host.does("close")
    assert "right" not in str(attendee.sees(status="closed")["poll"]["content"])
    host.does("reveal")
    assert attendee.sees(results_shown=True)["poll"]["content"]["options"] == options


def test_join_and_blank_can_be_shown_and_left(room: Room) -> None:
    room.asks()
    host, screen = room.facilitator(), room.screen()
    host.does("next")
    for action, view in (("show_join", "join"), ("blank", "blank")):
        host.does(action)
        eventually(lambda view=view: screen.state["view"] == view, view)
        host.does(action, on=False)
        eventually(lambda: screen.state["view"] == "poll", "the poll again")


def test_ending_closes_what_is_open(room: Room) -> None:
    poll = room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    host.does("end")
    eventually(lambda: attendee.state["view"] == "end", "the end")
    assert attendee.votes("a", poll=poll["id"], round=1)["error"] == "poll-closed"
    assert host.does("open")["error"] == "session-ended"
    assert host.does("end")["ok"]
    assert room.attendee().state["view"] == "end"


def test_every_transition_stands_in_the_journal(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    for action in ("next", "close", "hide", "reveal", "revote", "end"):
        host.does(action, round=None)
    journal = room.server.api("GET", f"/sessions/{room.id}/export.json").json()["journal"]
    actions = [line["action"] for line in journal]
    assert actions == [
        "create", "add_poll", "start", "open", "close", "hide", "reveal", "revote", "close", "end",
    ]  # fmt: skip
