"""True or false: every choice counts, and reasons are read where they may be."""

from __future__ import annotations

import pytest

from polling.errors import AnswerInvalid
from polling.kinds import kind
from polling.records import Entry, Tally
from tests.room import Room, eventually

judge = kind("true_false")
WHY = {"choice": "true", "why": "C’est dans le code."}


def entry(id: str, answer: dict) -> Entry:
    return Entry(id=id, slot="", answer=answer, minute="2026-01-01T09:00Z", status="visible")


def test_choices_are_counted_and_reasons_shown(ask):
    no = {"choice": "false"}
    tally = Tally(
        counts=[("", WHY, 1), ("", no, 3), ("", {**no, "why": "Caché"}, 1)],
        entries=[entry("e2", no), entry("e1", WHY)],
        entries_total=2,
    )
    assert judge.results(tally, ask("true_false")) == {
        "counts": {"true": 1, "false": 4},
        "entries": [
            {
                "id": "e1",
                "choice": "true",
                "text": "C’est dans le code.",
                "minute": "2026-01-01T09:00Z",
            }
        ],
        "more": 0,
    }


def test_older_reasons_are_counted_at_most(ask):
    tally = Tally(counts=[("", WHY, 5), ("", {"choice": "true"}, 400)], entries=[entry("e", WHY)])
    poll = ask("true_false")
    assert judge.results(tally, poll)["more"] == 0
    long = Tally(tally.counts, tally.entries, entries_total=405)
    assert judge.results(long, poll)["more"] == 4


def test_a_blank_reason_is_none(ask):
    poll = ask("true_false")
    assert judge.clean({"choice": "true", "why": " \u200b"}, poll) == {"choice": "true"}
    assert judge.clean({"choice": "true", "why": " Oui \r\n non "}, poll)["why"] == "Oui\nnon"


def test_reasons_are_refused_where_none_are_asked_for(ask):
    poll = ask("true_false", justified=False)
    assert judge.clean({"choice": "false"}, poll) == {"choice": "false"}
    with pytest.raises(AnswerInvalid, match="No reasons"):
        judge.clean(WHY, poll)


def test_the_choice_alone_is_right_or_wrong(ask):
    poll = ask("true_false", {"right": "true"})
    assert (judge.score(WHY, poll), judge.score({"choice": "false"}, poll)) == (1, 0)
    assert judge.score(WHY, ask("true_false")) is None


@pytest.mark.parametrize(
    "values, answer",
    [
        (["true"], {"choice": "true"}),
        (["false", "Parce que."], {"choice": "false", "why": "Parce que."}),
        (["Parce que."], {"why": "Parce que."}),
        ([], {}),
    ],
)
def test_a_form_gives_the_choice_and_after_it_the_reason(values: list, answer: dict):
    assert judge.from_form({"answer": values}) == answer


def test_taking_a_reason_off_the_wall_leaves_the_vote(room: Room):
    room.asks("true_false", {}, moderated=True)
    host, screen, attendee = room.facilitator(), room.screen(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes(WHY)
    eventually(lambda: host.results and host.results[-1]["results"]["pending"], "what waits")
    (waiting,) = host.results[-1]["results"]["pending"]
    assert (waiting["choice"], waiting["text"]) == ("true", WHY["why"])
    counts = {"true": 1, "false": 0}
    screen.shows({"counts": counts, "entries": [], "more": 0}, answered=1)
    host.sees(status="open")
    host.does("approve", entry=waiting["id"])
    eventually(lambda: screen.state["results"]["results"]["entries"], "the reason")
    host.does("hide_entry", entry=waiting["id"])
    screen.shows({"counts": counts, "entries": [], "more": 0}, answered=1)
