"""Paper ballots that somebody counted are in the results, and nowhere else."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.console import Console
from tests.room import Room, eventually


def counts(room: Room, poll: dict[str, Any], query: str = "", **body: Any) -> Any:
    """The answer of the API to a count."""
    return room.server.api("PUT", f"/polls/{poll['id']}/hand-count{query}", body)


def opened(room: Room, poll: dict[str, Any], action: str = "open") -> None:
    assert room.server.api("POST", f"/polls/{poll['id']}/{action}").ok


def journal(room: Room) -> list[dict[str, Any]]:
    exported = room.server.api("GET", f"/sessions/{room.id}/export.json").json()
    lines: list[dict[str, Any]] = exported["journal"]
    return lines


def test_they_are_added_to_the_answers_of_phones_and_told_apart(room: Room):
    poll = room.asks(phones="live", abstain=True)
    host, wall, phone, other = room.facilitator(), room.screen(), room.attendee(), room.attendee()
    host.does("open", poll=poll["id"])
    phone.sees(status="open")
    other.sees(status="open")
    phone.votes("a")
    other.votes({"abstain": True})

    told = counts(room, poll, ballots=12, blank=1, ticks={"": {"a": 7, "b": 4}}, note="Salle B")

    assert told.status_code == 200, told.text
    both = {"ballots": 12, "blank": 1}
    expected = {"answered": 2, "abstained": 1, "by_hand": both}
    results = {"counts": {"a": 8, "b": 4, "c": 0}}
    assert told.json() == {"poll": poll["id"], "round": 1, **expected, "results": results}
    wall.shows(results, answered=2)
    told_to_all = {**expected, "results": results}
    everybody = (host, wall, phone)
    eventually(
        lambda: all(person.state["results"] == told_to_all for person in everybody), "the results"
    )
    assert wall.state["answered"] == 2
    (line,) = host.state["running_order"]
    assert (line["answered"], line["ballots"], line["by_hand"]) == (2, 14, 12)
    entered = journal(room)[-1]
    assert (entered["action"], entered["by"]) == ("enter_hand_count", "api")
    assert entered["details"] == {
        "ballots": 12, "blank": 1, "ticks": {"": {"a": 7, "b": 4}}, "note": "Salle B",
    }  # fmt: skip


def test_votes_that_come_later_leave_them_in(room: Room):
    poll = room.asks()
    opened(room, poll)
    counts(room, poll, ballots=2, ticks={"": {"b": 2}})
    wall, phone = room.screen(), room.attendee()
    phone.votes("b")
    wall.shows({"counts": {"a": 0, "b": 3, "c": 0}}, answered=1)
    assert wall.results[-1]["by_hand"] == {"ballots": 2, "blank": 0}


def test_a_correction_replaces_and_the_journal_keeps_both(room: Room):
    poll = room.asks()
    opened(room, poll)
    counts(room, poll, ballots=3, ticks={"": {"a": 3}})
    counts(room, poll, ballots=4, ticks={"": {"c": 4}})
    assert room.results(poll)["results"] == {"counts": {"a": 0, "b": 0, "c": 4}}
    entered = [line["details"]["ballots"] for line in journal(room) if "hand" in line["action"]]
    assert entered == [3, 4]

    assert room.server.api("DELETE", f"/polls/{poll['id']}/hand-count").status_code == 204
    told = room.results(poll)
    assert told["results"] == {"counts": {"a": 0, "b": 0, "c": 0}}
    assert "by_hand" not in told
    assert journal(room)[-1]["action"] == "take_back_hand_count"


def test_each_round_has_its_own(room: Room):
    poll = room.asks()
    opened(room, poll)
    counts(room, poll, ballots=3, ticks={"": {"a": 3}})
    opened(room, poll, "revote")
    assert room.results(poll)["results"]["counts"]["a"] == 0
    counts(room, poll, ballots=1, ticks={"": {"a": 1}})
    counts(room, poll, "?round=1", ballots=2, ticks={"": {"a": 2}})
    assert [room.results(poll, n)["results"]["counts"]["a"] for n in (1, 2)] == [2, 1]


def test_they_freeze_the_wording_and_no_phone_has_voted(room: Room):
    poll = room.asks()
    opened(room, poll)
    opened(room, poll, "close")
    counts(room, poll, ballots=1, ticks={"": {"a": 1}})
    refused = room.server.api("PATCH", f"/polls/{poll['id']}", {"title": "Autre chose ?"})
    assert refused.json()["error"] == "poll-frozen"


def test_they_can_be_entered_after_the_end(room: Room):
    poll = room.asks()
    opened(room, poll)
    assert room.server.api("POST", f"/sessions/{room.id}/end").ok
    assert counts(room, poll, ballots=1, ticks={"": {"a": 1}}).status_code == 200


@pytest.mark.parametrize(
    "kind, query, body",
    [
        ("single_choice", "", {"ballots": 2, "ticks": {"": {"a": 3}}}),
        ("single_choice", "", {"ballots": 2**70, "ticks": {"": {"a": 1}}}),
        ("single_choice", "?round=2", {"ballots": 1, "ticks": {"": {"a": 1}}}),
        ("single_choice", "?round=0", {"ballots": 1, "ticks": {"": {"a": 1}}}),
        ("word_cloud", "", {"ballots": 1, "ticks": {}}),
    ],
)
def test_a_count_that_cannot_be_right_changes_nothing(
    room: Room, kind: str, query: str, body: dict[str, Any]
):
    poll = room.asks(kind)
    opened(room, poll)
    before = journal(room)
    refused = counts(room, poll, query, **body)
    assert (refused.status_code, refused.json()["error"]) == (400, "count-invalid")
    assert "by_hand" not in room.results(poll)
    assert journal(room) == before


def test_before_the_vote_opens_there_is_no_round_to_count(room: Room):
    refused = counts(room, room.asks(), ballots=1, ticks={"": {"a": 1}})
    assert (refused.status_code, refused.json()["details"]["field"]) == (400, "round")


def test_those_of_a_rehearsal_are_thrown_away(room: Room):
    console = Console(room)
    console.sends(f"/console/sessions/{room.id}/rehearse")
    poll = room.asks()
    opened(room, poll)
    counts(room, poll, ballots=1, ticks={"": {"a": 1}})
    console.sends(f"/console/sessions/{room.id}/clear")
    opened(room, poll)
    told = room.results(poll)
    assert "by_hand" not in told
    assert told["results"]["counts"]["a"] == 0


def test_a_copy_has_none_and_a_deleted_poll_takes_them_along(room: Room):
    poll = room.asks()
    opened(room, poll)
    counts(room, poll, ballots=1, ticks={"": {"a": 1}})
    opened(room, poll, "close")
    copy = room.server.api("POST", f"/polls/{poll['id']}/duplicate").json()
    assert copy["hand_counts"] == {}
    assert room.server.api("DELETE", f"/polls/{poll['id']}").status_code == 204
    assert list(table(room)) == []


def table(room: Room) -> csv.DictReader[str]:
    file = room.server.api("GET", f"/sessions/{room.id}/hand_counts.csv").text
    return csv.DictReader(io.StringIO(file, newline=""))


def test_exports_have_them_in_a_table_of_their_own(room: Room):
    statements = [{"id": "s1", "text": "=Un"}, {"id": "s2", "text": "Deux"}]
    poll = room.asks("scale", {"statements": statements, "max": 3})
    opened(room, poll)
    ticks = {"s1": {"3": 2}, "s2": {"1": 1, "2": 1}}
    assert counts(room, poll, ballots=3, blank=1, ticks=ticks, note="@Salle").ok

    rows = list(table(room))

    assert [(row["line"], row["box"], row["count"]) for row in rows] == [
        ("s1", "1", "0"), ("s1", "2", "0"), ("s1", "3", "2"),
        ("s2", "1", "1"), ("s2", "2", "1"), ("s2", "3", "0"),
    ]  # fmt: skip
    assert {(row["ballots"], row["blank"], row["note"]) for row in rows} == {("3", "1", "'@Salle")}
    assert rows[0]["line_text"] == "'=Un"
    export = room.server.api("GET", f"/sessions/{room.id}/export.csv").text
    assert len(export.splitlines()) == 1  # nobody's ballot was made up
    explained = room.server.api("GET", f"/sessions/{room.id}/codebook.csv").text
    assert "hand_counts.csv: ballots" in explained
    exported = room.server.api("GET", f"/sessions/{room.id}/export.json").json()["polls"][0]
    assert exported["hand_counts"]["1"]["ticks"] == ticks
    assert exported["rounds"][0]["by_hand"] == {"ballots": 3, "blank": 1}
