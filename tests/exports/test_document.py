"""Everything as one JSON document: exact, complete, and without keys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import count, islice
from typing import Any

from polling.exports.document import pieces
from polling.records import JSON, Ballot, Poll, Transition
from tests.exports.examples import (
    SESSION,
    ballot,
    canonical,
    every_valid_answer,
    one_of_every_kind,
    poll_of,
)

JOURNAL = [Transition("2026-11-23T09:04:00Z", "open", 101, 1, "facilitator 1", {"why": "é"})]


class Counted:
    """Results that name what they were asked for."""

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        return {"answered": 1, "results": {"asked": [poll.id, round]}}


def document(polls: Sequence[Poll], ballots: Sequence[Ballot], **more: Any) -> dict[str, Any]:
    text = "".join(
        pieces(
            SESSION,
            polls,
            Counted(),
            iter(ballots),
            {},
            more.get("journal", []),
            more.get("codebook", []),
        )
    )
    found: dict[str, Any] = json.loads(text)
    return found


def test_every_ballot_is_there_as_it_was_given() -> None:
    polls = one_of_every_kind()
    ballots = every_valid_answer(polls)
    found = [
        Ballot(poll["id"], round["round"], **{**given, "answer": canonical(given["answer"])})
        for poll in document(polls, ballots)["polls"]
        for round in poll["rounds"]
        for given in round["ballots"]
    ]

    assert found == ballots


def test_polls_come_in_running_order_with_all_they_were_asked_with() -> None:
    polls = one_of_every_kind()
    found = document(polls, [])["polls"]

    assert [(poll["id"], poll["title"]) for poll in found] == [(p.id, p.title) for p in polls]
    assert [(poll["content"], poll["settings"]) for poll in found] == [
        (poll.content, poll.settings) for poll in polls
    ]


def test_each_round_has_its_own_results_and_ballots() -> None:
    poll = poll_of("yes_no", round=3)
    given = [ballot(poll, "yes", "ada", 1), ballot(poll, "no", "ada", 3)]
    (found,) = document([poll], given)["polls"]

    assert [round["results"]["asked"] for round in found["rounds"]] == [
        [poll.id, 1],
        [poll.id, 2],
        [poll.id, 3],
    ]
    assert [[b["answer"] for b in round["ballots"]] for round in found["rounds"]] == [
        ["yes"],
        [],
        ["no"],
    ]


def test_a_ballot_is_written_as_soon_as_it_is_read() -> None:
    """An endless hall: a document that was gathered first would never begin."""
    poll = poll_of("yes_no")
    endless = (ballot(poll, "yes", f"p{number}") for number in count())
    written = pieces(SESSION, [poll], Counted(), endless, {}, [], [])

    assert "".join(islice(written, 1000)).count('"participant"') > 900


def test_polls_that_nobody_answered_are_there_too() -> None:
    polls = [poll_of("yes_no", 1), poll_of("yes_no", 2), poll_of("yes_no", 3, round=0)]
    found = document(polls, [ballot(polls[1], "yes")])["polls"]

    assert [[len(round["ballots"]) for round in poll["rounds"]] for poll in found] == [[0], [1], []]


def test_the_journal_and_the_codebook_come_last() -> None:
    found = document([], [], journal=JOURNAL, codebook=[{"column": "answer"}])

    assert list(found) == ["session", "polls", "profiles", "journal", "codebook"]
    assert found["journal"] == [
        {
            "at": "2026-11-23T09:04:00Z",
            "action": "open",
            "poll": 101,
            "round": 1,
            "by": "facilitator 1",
            "details": {"why": "é"},
        }
    ]
    assert found["codebook"] == [{"column": "answer"}]


def test_no_key_leaves_with_it() -> None:
    found = document([], [])["session"]

    assert found["code"] == SESSION.code
    assert not [name for name in found if "key" in name]
    assert not {SESSION.screen_key, SESSION.facilitator_key} & {str(v) for v in found.values()}
