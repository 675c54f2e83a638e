"""Ballots, as any Store keeps them: what replaces, what counts, what is shown singly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polling.errors import EntryNotFound
from polling.records import Poll, Vote
from polling.storage import Store

if TYPE_CHECKING:
    from tests.storage.conftest import Shelf


def test_voting_again_replaces(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a", seq=1)
    shelf.vote(poll, "bob", "a", seq=1)
    shelf.vote(poll, "ann", "b", seq=2)
    assert shelf.counts(poll) == {"a": 1, "b": 1}
    assert shelf.store.answered(poll.id, 1) == 2


def test_a_lower_seq_is_ignored_and_an_equal_one_replaces(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "b", seq=5)
    shelf.vote(poll, "ann", "a", seq=4)
    assert shelf.counts(poll) == {"b": 1}
    shelf.vote(poll, "ann", "c", seq=5)
    assert shelf.counts(poll) == {"c": 1}
    shelf.vote(poll, "ann", "d", seq=2**53)
    assert shelf.counts(poll) == {"d": 1}


def test_in_one_group_the_last_of_a_participant_stands(shelf: Shelf, poll: Poll) -> None:
    votes = [Vote(poll.id, 1, "ann", "", f'"{answer}"', seq) for answer, seq in
             [("a", 1), ("b", 3), ("c", 2)]]  # fmt: skip
    shelf.store.record(votes, "2030-01-01T09:00Z")
    assert shelf.counts(poll) == {"b": 1}


def test_a_withdrawn_vote_counts_nowhere_but_has_frozen_the_poll(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a", seq=1)
    shelf.vote(poll, "ann", None, seq=2)
    assert shelf.counts(poll) == {}
    assert shelf.store.answered(poll.id, 1) == 0
    assert shelf.store.votes_by_poll(poll.session) == {poll.id: (0, 0)}
    assert shelf.store.answers_of(poll.id, 1, "ann") == shelf.store.answers(poll.id, 1) == {}
    assert list(shelf.store.ballots(poll.session)) == []
    assert shelf.store.voted_on(poll.session) == {poll.id}
    shelf.vote(poll, "ann", "a", seq=1)
    assert shelf.counts(poll) == {}
    shelf.vote(poll, "ann", "b", seq=3)
    assert shelf.counts(poll) == {"b": 1}


def test_rounds_are_counted_apart(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a")
    shelf.vote(poll, "ann", "b", round=2)
    shelf.vote(poll, "bob", "b", round=2)
    assert shelf.counts(poll, 1) == {"a": 1}
    assert shelf.counts(poll, 2) == {"b": 2}
    assert (shelf.store.answered(poll.id, 1), shelf.store.answered(poll.id, 2)) == (1, 2)
    assert shelf.store.answers_of(poll.id, 1, "ann") == {"": "a"}
    shelf.store.change_poll(poll.id, round=2)
    assert shelf.store.votes_by_poll(poll.session) == {poll.id: (2, 3)}


def test_slots_are_counted_apart_and_a_participant_once(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a", slot="one")
    shelf.vote(poll, "ann", "a", slot="two")
    tally = shelf.store.tally(poll.id, 1)
    assert sorted(tally.counts) == [("one", "a", 1), ("two", "a", 1)]
    assert shelf.store.answered(poll.id, 1) == tally.answered == 1
    assert shelf.store.entries(poll.id, 1, "visible", 10).answered == 1
    assert shelf.store.votes_by_poll(poll.session) == {poll.id: (1, 2)}
    assert shelf.store.answers_of(poll.id, 1, "ann") == {"one": "a", "two": "a"}
    assert shelf.store.answers(poll.id, 1) == {"ann": {"one": "a", "two": "a"}}


@pytest.mark.parametrize(
    "answer",
    [
        "<script>alert(1)</script>",
        "l’été ; “ça”",
        "\u202eabc\u202c",
        "👩‍👩‍👧‍👦",
        "x" * 300,
        "'); --",
    ],
)
def test_any_text_comes_back_as_it_was_put(shelf: Shelf, poll: Poll, answer: str) -> None:
    shelf.vote(poll, "ann", answer)
    assert shelf.counts(poll) == {answer: 1}
    (ballot,) = shelf.store.ballots(poll.session)
    assert ballot.answer == f'"{answer}"'


def test_what_waits_or_is_hidden_is_not_counted(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a", status="pending")
    shelf.vote(poll, "bob", "b")
    assert shelf.counts(poll) == {"b": 1}
    assert shelf.store.answered(poll.id, 1) == shelf.store.tally(poll.id, 1).answered == 2
    everything = shelf.store.tally(poll.id, 1, unseen=True)
    assert sorted(everything.counts) == [("", "a", 1), ("", "b", 1)]
    (waiting,) = shelf.store.entries(poll.id, 1, "pending", 10).entries
    shelf.store.set_entry_status(poll.id, waiting.id, "visible")
    assert shelf.counts(poll) == {"a": 1, "b": 1}


def test_who_was_taken_off_the_wall_stays_off_it_when_voting_again(
    shelf: Shelf, poll: Poll
) -> None:
    shelf.vote(poll, "ann", "rude")
    (entry,) = shelf.store.entries(poll.id, 1, "visible", 10).entries
    shelf.store.set_entry_status(poll.id, entry.id, "hidden")
    shelf.vote(poll, "ann", "ruder")
    assert shelf.store.entries(poll.id, 1, "visible", 10).entries == []
    (hidden,) = shelf.store.entries(poll.id, 1, "hidden", 10).entries
    assert (hidden.id, hidden.answer) == (entry.id, "ruder")
    assert shelf.store.answers_of(poll.id, 1, "ann") == {"": "ruder"}


def test_an_approved_entry_waits_again_when_it_is_written_anew(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "fine", status="pending")
    (entry,) = shelf.store.entries(poll.id, 1, "pending", 10).entries
    shelf.store.set_entry_status(poll.id, entry.id, "visible")
    shelf.vote(poll, "ann", "not fine", status="pending")
    assert shelf.store.entries(poll.id, 1, "visible", 10).entries == []


def test_entries_are_the_newest_first_up_to_a_limit_and_all_counted(
    shelf: Shelf, poll: Poll
) -> None:
    for number in (3, 1, 2):
        shelf.vote(poll, f"p{number}", f"t{number}", minute=f"2030-01-01T09:0{number}Z")
    found = shelf.store.entries(poll.id, 1, "visible", 2)
    assert [(entry.answer, entry.minute) for entry in found.entries] == [
        ("t3", "2030-01-01T09:03Z"),
        ("t2", "2030-01-01T09:02Z"),
    ]
    assert found.entries_total == 3
    assert shelf.store.entries(poll.id, 2, "visible", 2).entries_total == 0


def test_an_entry_is_called_by_an_id_that_leads_to_nobody(shelf: Shelf, poll: Poll) -> None:
    for who in ("ann", "bob"):
        shelf.vote(poll, who, "same")
    ids = {entry.id for entry in shelf.store.entries(poll.id, 1, "visible", 10).entries}
    assert len(ids) == 2
    assert not any(who in entry for who in ("ann", "bob") for entry in ids)


def test_an_entry_is_only_found_in_its_own_poll(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a")
    (entry,) = shelf.store.entries(poll.id, 1, "visible", 10).entries
    for where, name in [(poll.id, "nothing"), (poll.id + 1, entry.id)]:
        with pytest.raises(EntryNotFound):
            shelf.store.set_entry_status(where, name, "hidden")
    assert shelf.counts(poll) == {"a": 1}


def test_who_voted_is_a_participant_of_that_session_only(shelf: Shelf, poll: Poll) -> None:
    other = shelf.poll(shelf.session("OTHER2"))
    shelf.vote(poll, "ann", "a")
    shelf.vote(poll, "ann", None, seq=2)
    shelf.vote(other, "bob", "a")
    assert shelf.store.participants(poll.session) == {"ann"}
    assert shelf.store.participants(other.session) == {"bob"}
    assert shelf.store.votes_by_poll(other.session) == {other.id: (1, 1)}
    assert shelf.store.voted_on(other.session) == {other.id}


def test_clearing_empties_one_session(shelf: Shelf, poll: Poll) -> None:
    other = shelf.poll(shelf.session("OTHER2"))
    for each in (poll, other):
        shelf.vote(each, "ann", "a")
    shelf.store.clear_ballots(poll.session)
    assert shelf.counts(poll) == {}
    assert shelf.store.participants(poll.session) == shelf.store.voted_on(poll.session) == set()
    assert shelf.counts(other) == {"a": 1}
    assert shelf.store.participants(other.session) == {"ann"}


def test_ballots_come_by_poll_round_and_participant(shelf: Shelf) -> None:
    session = shelf.session()
    second, first = shelf.poll(session, 2), shelf.poll(session, 1)
    for poll, round, who, slot in [
        (second, 1, "ann", ""), (first, 2, "ann", ""), (first, 1, "bob", "y"),
        (first, 1, "bob", "x"), (first, 1, "ann", ""),
    ]:  # fmt: skip
        shelf.vote(poll, who, "a", round=round, slot=slot)
    assert [
        (ballot.poll, ballot.round, ballot.participant, ballot.slot)
        for ballot in shelf.store.ballots(session.id)
    ] == [
        (first.id, 1, "ann", ""), (first.id, 1, "bob", "x"), (first.id, 1, "bob", "y"),
        (first.id, 2, "ann", ""), (second.id, 1, "ann", ""),
    ]  # fmt: skip


def test_ballots_are_read_as_they_were_when_the_reading_began(
    shelf: Shelf, poll: Poll, reader: Store
) -> None:
    people = [f"p{number:03}" for number in range(300)]
    for who in people[:200]:
        shelf.vote(poll, who, "a")
    ballots = reader.another().ballots(poll.session)
    found = [next(ballots)]
    for who in people[200:]:
        shelf.vote(poll, who, "b")
    shelf.vote(poll, people[150], "b", seq=9)
    found.extend(ballots)
    assert [ballot.participant for ballot in found] == people[:200]
    assert {ballot.answer for ballot in found} == {'"a"'}
    assert reader.answered(poll.id, 1) == 300
