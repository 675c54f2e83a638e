"""What was deleted and can still come back, and what is found by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from polling.errors import PollNotFound, SessionNotFound
from polling.records import Search

if TYPE_CHECKING:
    from tests.storage.conftest import Shelf

EARLIER, LATER, LATEST = (f"2030-01-01T09:00:0{second}.000Z" for second in (1, 2, 3))


def test_a_discarded_session_is_nowhere_until_it_is_restored(shelf: Shelf) -> None:
    gone, stays = shelf.session("GONE22"), shelf.session("STAYS2")
    poll, before = shelf.poll(gone), shelf.poll(gone, 2)
    shelf.vote(poll, "ann", "a")
    shelf.store.discard_poll(before.id, EARLIER)
    shelf.store.discard_session(gone.id, LATER)
    assert [each.id for each in shelf.store.sessions(10)] == [stays.id]
    assert shelf.store.count_sessions() == 1
    assert shelf.store.discarded_sessions() == [(gone.id, gone.title)]
    assert shelf.store.code_is_taken("GONE22")
    assert list(shelf.store.ballots(gone.id)) == []
    for look in (shelf.store.session, lambda id: shelf.store.discard_session(id, LATEST)):
        with pytest.raises(SessionNotFound):
            look(gone.id)
    with pytest.raises(SessionNotFound):
        shelf.store.session_by_code("GONE22")
    with pytest.raises(PollNotFound):  # a vote that comes late finds nothing to count for
        shelf.store.poll(poll.id)

    shelf.store.restore_session(gone.id)
    assert shelf.store.session(gone.id) == gone
    assert [each.id for each in shelf.store.polls(gone.id)] == [poll.id]
    assert shelf.counts(poll) == {"a": 1}
    assert shelf.store.discarded_polls(gone.id) == [(before.id, before.title)]


def test_a_discarded_poll_is_in_no_running_order_and_no_export(shelf: Shelf) -> None:
    session = shelf.session()
    gone, stays = shelf.poll(session, 1), shelf.poll(session, 2)
    for poll in (gone, stays):
        shelf.vote(poll, "ann", "a")
    shelf.store.discard_poll(gone.id, EARLIER)
    assert [each.id for each in shelf.store.polls(session.id)] == [stays.id]
    assert {ballot.poll for ballot in shelf.store.ballots(session.id)} == {stays.id}
    assert shelf.store.voted_on(session.id) == {stays.id}
    assert set(shelf.store.votes_by_poll(session.id)) == {stays.id}
    with pytest.raises(PollNotFound):
        shelf.store.discard_poll(gone.id, LATER)
    with pytest.raises(PollNotFound):
        shelf.store.restore_poll(gone.id, shelf.session("OTHER2").id)
    shelf.store.restore_poll(gone.id, session.id)
    assert shelf.store.poll(gone.id) == gone
    assert shelf.counts(gone) == {"a": 1}


def test_what_nobody_brings_back_is_deleted_for_good(shelf: Shelf) -> None:
    old, new = shelf.session("GONE22"), shelf.session("STAYS2")
    poll = shelf.poll(old)
    shelf.vote(poll, "ann", "a")
    shelf.store.discard_session(old.id, EARLIER)
    shelf.store.discard_session(new.id, LATEST)
    assert shelf.store.delete_discarded(LATER) == 1
    assert shelf.store.delete_discarded(LATER) == 0
    assert shelf.counts(poll) == {}
    with pytest.raises(SessionNotFound):
        shelf.store.restore_session(old.id)
    assert not shelf.store.code_is_taken("GONE22")
    shelf.store.restore_session(new.id)


@pytest.mark.parametrize("number", [0, -1, 2**80])
def test_what_was_never_discarded_cannot_be_restored(shelf: Shelf, number: int) -> None:
    session = shelf.session()
    for restore in (
        lambda: shelf.store.restore_session(number),
        lambda: shelf.store.restore_session(session.id),
        lambda: shelf.store.restore_poll(number, session.id),
    ):
        with pytest.raises((SessionNotFound, PollNotFound)):
            restore()


@pytest.mark.parametrize(
    "text, found",
    [
        ("", ["ETE222", "MARS22"]),
        ("ecologie", ["ETE222"]),
        ("ÉCOLOGIE achats", ["ETE222"]),
        ("mars22", ["MARS22"]),
        ("qui décide", ["MARS22"]),
        ("rédaction", ["MARS22"]),
        ("single_choice", []),
        ("100%", []),
        ("mars écologie", []),
        ("disparue", []),
    ],
)
def test_sessions_are_found_by_all_words_in_titles_codes_and_questions(
    shelf: Shelf, text: str, found: list[str]
) -> None:
    march = shelf.session("MARS22", title="Matinale de mars")
    content = {"options": [{"id": "qui", "text": "La rédaction 🧡"}], "right": "rédaction"}
    shelf.poll(march, title="Qui décide ?", content=content)
    shelf.store.discard_poll(shelf.poll(march, 2, title="Disparue ?").id, EARLIER)
    shelf.session("ETE222", title="L’écologie des achats", status="ended")
    search = Search(text)
    assert [each.code for each in shelf.store.sessions(10, 0, search)] == found
    assert shelf.store.count_sessions(search) == len(found)
    assert [each.code for each in shelf.store.sessions(10, 0, Search(text, "ended"))] == [
        code for code in found if code == "ETE222"
    ]


def test_questions_of_other_sessions_are_found_once_and_the_newest_first(shelf: Shelf) -> None:
    here, march, june = (shelf.session(code) for code in ("HERE22", "MARS22", "JUIN22"))
    content = {"options": [{"id": "a", "text": "La rédaction"}]}
    shelf.poll(here, title="Qui décide ?", content=content)
    shelf.poll(march, title="Qui décide ?", content=content)
    again = shelf.poll(june, title="Qui décide ?", content=content)
    other = shelf.poll(june, 2, title="Une autre ?")
    shelf.store.discard_poll(shelf.poll(june, 3, title="Disparue ?").id, EARLIER)

    def found(text: str, limit: int = 9) -> list[int]:
        return [poll.id for poll in shelf.store.earlier_polls(here.id, text, limit)]

    assert found("") == [other.id, again.id]
    assert found("", 1) == [other.id]
    assert found("REDACTION decide") == [again.id]
    assert found("nulle part") == []
    shelf.store.discard_session(june.id, LATER)
    assert len(found("décide")) == 1
