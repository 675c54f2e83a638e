"""Sessions, running orders and the journal, as any Store keeps them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from polling.errors import PollNotFound, SessionNotFound
from polling.records import Poll, Transition
from polling.storage import Store

if TYPE_CHECKING:
    from tests.storage.conftest import Shelf


def test_a_session_begins_as_a_draft_and_is_found_by_id_and_code(shelf: Shelf) -> None:
    made = shelf.session("CAFE23", title="Sourcing « à l’aise » 🧡")
    assert (made.status, made.view, made.rev, made.rehearsal) == ("draft", "join", 0, False)
    assert (made.poll, made.started, made.ended) == (None, None, None)
    assert shelf.store.session(made.id) == shelf.store.session_by_code("CAFE23") == made
    assert made.title == "Sourcing « à l’aise » 🧡"
    assert made.key == b"k" * 32


@pytest.mark.parametrize("number", [0, -1, 10**6, 2**63, 2**80])
def test_what_is_not_there_is_not_found(store: Store, number: int) -> None:
    with pytest.raises(SessionNotFound):
        store.session(number)
    with pytest.raises(SessionNotFound):
        store.session_by_code("NOBODY")
    with pytest.raises(PollNotFound):
        store.poll(number)


def test_sessions_are_listed_the_newest_first_and_by_pages(shelf: Shelf) -> None:
    made = [shelf.session(f"CODE2{number}").id for number in range(5)]
    assert [found.id for found in shelf.store.sessions(10)] == made[::-1]
    assert [found.id for found in shelf.store.sessions(2, 1)] == [made[3], made[2]]
    assert shelf.store.sessions(5, 5) == []
    assert shelf.store.count_sessions() == 5


def test_a_session_changes_only_where_it_is_told_to(shelf: Shelf) -> None:
    other, made = shelf.session("OTHER2"), shelf.session()
    changed = shelf.store.change_session(made.id, status="live", rehearsal=True, started="now")
    assert (changed.status, changed.rehearsal, changed.started) == ("live", True, "now")
    assert (changed.title, changed.code) == (made.title, made.code)
    assert shelf.store.session(other.id) == other


def test_the_revision_grows_by_one(shelf: Shelf) -> None:
    made = shelf.session()
    assert [shelf.store.grow_rev(made.id) for _ in range(3)] == [1, 2, 3]
    assert shelf.store.session(made.id).rev == 3


def test_an_id_is_never_given_twice(shelf: Shelf) -> None:
    first = shelf.session()
    poll = shelf.poll(first)
    shelf.store.delete_session(first.id)
    again = shelf.session()
    assert again.id > first.id
    assert shelf.poll(again).id > poll.id


def test_deleting_a_session_takes_all_that_is_in_it_and_nothing_else(shelf: Shelf) -> None:
    gone, stays = shelf.session("GONE22"), shelf.session("STAYS2")
    polls = [shelf.poll(gone), shelf.poll(stays)]
    for poll in polls:
        shelf.vote(poll, "ann", "a")
        shelf.store.note(poll.session, Transition("now", "open", poll.id, 1, "me", {}))
    shelf.store.delete_session(gone.id)
    with pytest.raises(SessionNotFound):
        shelf.store.delete_session(gone.id)
    with pytest.raises(PollNotFound):
        shelf.store.poll(polls[0].id)
    assert shelf.counts(polls[0]) == {}
    assert list(shelf.store.ballots(gone.id)) == shelf.store.journal(gone.id) == []
    assert shelf.store.participants(gone.id) == set()
    assert shelf.counts(polls[1]) == {"a": 1}
    assert shelf.store.participants(stays.id) == {"ann"}
    assert len(shelf.store.journal(stays.id)) == 1


def test_a_poll_comes_back_as_it_was_put(shelf: Shelf) -> None:
    content = {"options": [{"id": "a", "text": "Été ✓"}], "deep": [1.5, None, True]}
    made = shelf.poll(shelf.session(), content=content, settings={"max": 3}, notes="N.B.")
    assert (made.content, made.settings, made.notes) == (content, {"max": 3}, "N.B.")
    assert (made.results_shown, made.hidden) == (False, ())
    assert shelf.store.poll(made.id) == made


def test_a_poll_changes_only_where_it_is_told_to(shelf: Shelf, poll: Poll) -> None:
    changed = shelf.store.change_poll(
        poll.id, status="closed", results_shown=True, hidden=["mot"], content={"x": 1}
    )
    assert (changed.status, changed.results_shown, changed.hidden) == ("closed", True, ("mot",))
    assert (changed.content, changed.title, changed.round) == ({"x": 1}, poll.title, 1)


def test_the_running_order_is_by_position(shelf: Shelf) -> None:
    session = shelf.session()
    third, first, second = (shelf.poll(session, position) for position in (3, 1, 2))
    assert [poll.id for poll in shelf.store.polls(session.id)] == [first.id, second.id, third.id]
    shelf.store.place_polls([second.id, third.id, first.id])
    order = [(poll.id, poll.position) for poll in shelf.store.polls(session.id)]
    assert order == [(second.id, 1), (third.id, 2), (first.id, 3)]
    shelf.store.delete_poll(third.id)
    assert [poll.id for poll in shelf.store.polls(session.id)] == [second.id, first.id]


def test_deleting_a_poll_takes_its_ballots(shelf: Shelf, poll: Poll) -> None:
    shelf.vote(poll, "ann", "a")
    shelf.store.delete_poll(poll.id)
    assert shelf.counts(poll) == {}
    assert list(shelf.store.ballots(poll.session)) == []


def test_the_journal_keeps_the_order_in_which_things_were_done(shelf: Shelf, poll: Poll) -> None:
    lines = [
        Transition("2030-01-01T09:00:00Z", "open", poll.id, 1, "facilitator 1", {}),
        Transition("2030-01-01T08:00:00Z", "move_poll", poll.id, None, "key", {"position": 2}),
        Transition("2030-01-01T09:00:00Z", "end", None, None, "é", {}),
    ]
    for line in lines:
        shelf.store.note(poll.session, line)
    assert shelf.store.journal(poll.session) == lines


def test_a_transaction_is_all_or_nothing(shelf: Shelf, reader: Store) -> None:
    made = shelf.session()
    with suppress(ZeroDivisionError), shelf.store.transaction():
        shelf.store.change_session(made.id, title="never")
        shelf.poll(made)
        raise ZeroDivisionError
    assert shelf.store.session(made.id) == made
    assert shelf.store.polls(made.id) == []
    with shelf.store.transaction():
        shelf.store.change_session(made.id, title="now")
        assert reader.session(made.id).title == made.title
    assert reader.session(made.id).title == "now"
