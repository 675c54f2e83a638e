"""Polls over the API: written, ordered, run, and their results read."""

from __future__ import annotations

from typing import Any

import pytest

from tests.room import Room


def call(room: Room, method: str, poll: dict[str, Any], path: str = "", body: Any = None) -> Any:
    """The JSON that a call on `poll` answers with."""
    return room.server.api(method, f"/polls/{poll['id']}{path}", body).json()


def order(room: Room) -> list[int]:
    polls = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    assert [poll["position"] for poll in polls] == list(range(1, len(polls) + 1))
    return [poll["id"] for poll in polls]


def test_a_poll_is_added_with_its_defaults(room: Room) -> None:
    poll = room.asks("yes_no", {}, title="Déjà fait ?", results="hidden")

    assert set(poll) == {
        "id", "session", "kind", "title", "content", "settings", "notes", "position", "status",
        "round", "results_shown", "frozen", "standing", "closes_at", "draws", "hand_counts",
    }  # fmt: skip
    assert (poll["session"], poll["position"], poll["status"]) == (room.id, 1, "ready")
    assert poll["settings"] == {
        "results": "hidden", "phones": "closed", "opens": "at_once", "unsure": False,
        "seconds": None, "rounds": 1, "abstain": False,
        "points": 0, "speed_bonus": False, "certainty": False,
    }  # fmt: skip
    assert call(room, "GET", poll) == poll


def test_polls_are_in_running_order(room: Room) -> None:
    first, second, third = room.asks(), room.asks(), room.asks()
    call(room, "PATCH", third, "", {"position": 1})

    assert order(room) == [third["id"], first["id"], second["id"]]


def test_a_poll_can_be_rewritten_until_it_is_voted_on(room: Room) -> None:
    poll = room.asks("yes_no", {}, title="Avant ?")
    changed = call(room, "PATCH", poll, "", {"title": "Après ?", "settings": {"unsure": True}})

    assert (changed["title"], changed["settings"]["unsure"]) == ("Après ?", True)
    assert changed["settings"]["results"] == "shown"


def test_the_wording_of_an_open_poll_is_frozen(room: Room) -> None:
    poll = room.asks()
    assert call(room, "POST", poll, "/open")["frozen"]
    answer = room.server.api("PATCH", f"/polls/{poll['id']}", {"title": "Autre chose ?"})

    assert (answer.status_code, answer.json()["error"]) == (409, "poll-frozen")


def test_notes_and_place_of_a_frozen_poll_can_change(room: Room) -> None:
    poll, other = room.asks(), room.asks()
    call(room, "POST", poll, "/open")
    changed = call(room, "PATCH", poll, "", {"notes": "Deux minutes.", "position": 2})

    assert (changed["notes"], changed["frozen"]) == ("Deux minutes.", True)
    assert order(room) == [other["id"], poll["id"]]


def test_a_refused_change_moves_nothing(room: Room) -> None:
    poll, other = room.asks(), room.asks()
    call(room, "POST", poll, "/open")
    call(room, "PATCH", poll, "", {"title": "Autre chose ?", "position": 2})

    assert order(room) == [poll["id"], other["id"]]


def test_a_copy_stands_behind_the_original_and_can_be_rewritten(room: Room) -> None:
    poll, other = room.asks(), room.asks()
    call(room, "POST", poll, "/open")
    copy = call(room, "POST", poll, "/duplicate")

    assert order(room) == [poll["id"], copy["id"], other["id"]]
    assert (copy["frozen"], copy["round"], copy["content"]) == (False, 0, poll["content"])


def test_a_poll_is_deleted_but_not_while_it_is_open(room: Room) -> None:
    poll = room.asks()
    call(room, "POST", poll, "/open")
    refused = room.server.api("DELETE", f"/polls/{poll['id']}")
    call(room, "POST", poll, "/close")

    assert (refused.status_code, refused.json()["error"]) == (409, "poll-open")
    assert room.server.api("DELETE", f"/polls/{poll['id']}").status_code == 204
    assert order(room) == []


def test_a_poll_is_run_step_by_step(room: Room) -> None:
    poll = room.asks(results="hidden")
    steps = ["/open", "/close", "/reveal", "/hide", "/revote"]
    seen = [call(room, "POST", poll, step) for step in steps]

    assert [(now["status"], now["round"], now["results_shown"]) for now in seen] == [
        ("open", 1, False),
        ("closed", 1, False),
        ("closed", 1, True),
        ("closed", 1, False),
        ("open", 2, False),
    ]


def test_opening_a_poll_starts_the_session_and_closes_the_open_one(room: Room) -> None:
    first, second = room.asks(), room.asks()
    call(room, "POST", first, "/open")
    call(room, "POST", second, "/open")

    assert call(room, "GET", first)["status"] == "closed"
    session = room.server.api("GET", f"/sessions/{room.id}").json()
    assert (session["status"], session["poll"], session["view"]) == ("live", second["id"], "poll")


def test_a_control_reaches_the_people_in_the_room(room: Room) -> None:
    poll = room.asks()
    attendee = room.attendee()
    call(room, "POST", poll, "/open")

    attendee.sees(id=poll["id"], status="open")


def test_results_can_be_read_whatever_the_room_may_see(room: Room) -> None:
    poll = room.asks(results="hidden", phones="never")
    call(room, "POST", poll, "/open")
    for answer in ("a", "a", "b"):
        assert room.attendee().votes(answer)["ok"]

    assert room.results(poll) == {
        "poll": poll["id"],
        "round": 1,
        "answered": 3,
        "results": {"counts": {"a": 2, "b": 1, "c": 0}},
    }


def test_each_round_keeps_its_results(room: Room) -> None:
    poll = room.asks()
    attendee = room.attendee()
    for step, answer in (("/open", "a"), ("/revote", "b")):
        now = call(room, "POST", poll, step)
        attendee.sees(id=poll["id"], round=now["round"])
        attendee.votes(answer)

    assert room.results(poll, 1)["results"] == {"counts": {"a": 1, "b": 0, "c": 0}}
    assert room.results(poll, 2) == room.results(poll)
    assert room.results(poll)["results"] == {"counts": {"a": 0, "b": 1, "c": 0}}


def test_a_round_that_has_not_been_has_no_results(room: Room) -> None:
    poll = room.asks()
    answer = room.server.api("GET", f"/polls/{poll['id']}/results?round=1")

    assert (answer.status_code, answer.json()["error"]) == (400, "bad-request")
    assert room.results(poll) == {
        "poll": poll["id"],
        "round": 0,
        "answered": 0,
        "results": {"counts": {"a": 0, "b": 0, "c": 0}},
    }


@pytest.mark.parametrize("step", ["open", "close", "reveal", "hide", "revote", "duplicate"])
def test_nothing_is_run_once_the_session_has_ended(room: Room, step: str) -> None:
    poll = room.asks()
    room.server.api("POST", f"/sessions/{room.id}/end")
    answer = room.server.api("POST", f"/polls/{poll['id']}/{step}")

    assert (answer.status_code, answer.json()["error"]) == (409, "session-ended")


def test_a_poll_that_is_not_there_is_not_found(room: Room) -> None:
    for method, path in (("GET", ""), ("PATCH", ""), ("DELETE", ""), ("POST", "/open")):
        answer = room.server.api(method, f"/polls/999999{path}", {})

        assert (answer.status_code, answer.json()["error"]) == (404, "poll-not-found")


def test_every_kind_says_what_it_expects(room: Room) -> None:
    found = room.server.api("GET", "/kinds", headers={"Accept-Language": "en"}).json()["kinds"]
    by_name = {kind["name"]: kind for kind in found}

    assert {"single_choice", "multiple_choice", "yes_no", "word_cloud", "open_text"} <= set(by_name)
    for kind in found:
        assert kind["label"]
        assert kind["hint"]
        assert set(kind["schemas"]) == {"content", "settings", "answer"}
        assert "results" in kind["schemas"]["settings"]["properties"]
    assert "max_words" in by_name["word_cloud"]["schemas"]["settings"]["properties"]
