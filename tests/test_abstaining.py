"""Those who would rather not answer: they have answered, and stay out of the figures."""

from __future__ import annotations

from tests.room import Room, eventually

ABSTAINED = {"abstain": True}


def test_abstaining_counts_as_answered_and_stays_out_of_the_counts(room: Room) -> None:
    poll = room.asks(abstain=True)
    host = room.facilitator()
    host.does("next")
    for answer in ("a", ABSTAINED, ABSTAINED):
        assert room.attendee().votes(answer)["ok"]
    eventually(lambda: room.results(poll)["answered"] == 3)
    results = room.results(poll)
    assert results["abstained"] == 2
    assert results["results"]["counts"] == {"a": 1, "b": 0, "c": 0}
    table = room.server.api("GET", f"/sessions/{room.id}/export.csv").text
    assert table.count('"{""abstain"":true}"') == 2


def test_a_question_that_does_not_allow_it_refuses_it(room: Room) -> None:
    poll = room.asks()
    room.facilitator().does("next")
    assert room.attendee().votes(ABSTAINED)["error"] == "answer-invalid"
    assert "abstained" not in room.results(poll)


def test_texts_of_those_who_abstain_are_no_entries(room: Room) -> None:
    poll = room.asks("open_text", abstain=True)
    room.facilitator().does("next")
    room.attendee().votes("Du temps")
    room.attendee().votes(ABSTAINED)
    results = room.results(poll)
    assert [entry["text"] for entry in results["results"]["entries"]] == ["Du temps"]
    assert (results["answered"], results["abstained"]) == (2, 1)
