"""The one writer: votes in groups, transitions between them, and nothing half done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from polling import runtime
from polling.errors import PollClosed, PollingError, PollNotFound, StorageFailed, WrongRound
from polling.records import Poll, Vote
from polling.storage import Store, Writer
from tests.storage.disk import no_room_on_disk

if TYPE_CHECKING:
    from tests.storage.conftest import Implementation


@pytest.fixture
def writer(place: Implementation, poll: Poll) -> Writer:
    """The writer of a server, after a poll was opened."""
    return Writer(place.open(writing=True))


def vote(poll: Poll, who: str = "ann", answer: str = "a", **more: object) -> Vote:
    values = {"poll": poll.id, "round": 1, "slot": "", "seq": 0, **more}
    return Vote(participant=who, answer=f'"{answer}"', **values)  # type: ignore[arg-type]


def together(*calls: Callable[[], object]) -> list[object]:
    """Makes calls that arrive in this order, before any is answered; gives what each gave."""
    given: dict[int, object] = {}
    done = runtime.Outcome()

    def call(number: int, work: Callable[[], object]) -> None:
        try:
            given[number] = work()
        except PollingError as refusal:
            given[number] = type(refusal)
        if len(given) == len(calls):
            done.give()

    for number, work in enumerate(calls):
        runtime.spawn(call, number, work)
    done.wait()
    return [given[number] for number in range(len(calls))]


def test_votes_that_wait_together_are_committed_together(
    writer: Writer, poll: Poll, reader: Store
) -> None:
    before = reader.session(poll.session).rev
    together(*(lambda n=n: writer.cast(vote(poll, f"p{n}")) for n in range(500)))
    assert reader.answered(poll.id, 1) == 500
    assert writer.votes == 500
    assert writer.commits <= 2
    assert reader.session(poll.session).rev - before == writer.commits


def test_a_close_is_a_clean_cut(writer: Writer, poll: Poll, reader: Store) -> None:
    def close() -> None:
        writer.run(lambda store: store.change_poll(poll.id, status="closed"))

    given = together(
        *(lambda n=n: writer.cast(vote(poll, f"before{n}")) for n in range(20)),
        close,
        *(lambda n=n: writer.cast(vote(poll, f"after{n}", "b")) for n in range(20)),
    )
    assert given == [None] * 21 + [PollClosed] * 20
    assert list(reader.tally(poll.id, 1).counts) == [("", "a", 20)]
    assert writer.votes == 20


def test_votes_around_a_new_round_stand_in_the_round_they_were_given_in(
    writer: Writer, poll: Poll, reader: Store
) -> None:
    given = together(
        lambda: writer.cast(vote(poll)),
        lambda: writer.run(lambda store: store.change_poll(poll.id, round=2)) and None,
        lambda: writer.cast(vote(poll, "bob")),
        lambda: writer.cast(vote(poll, "cy", round=2)),
    )
    assert given == [None, None, WrongRound, None]
    assert (reader.answered(poll.id, 1), reader.answered(poll.id, 2)) == (1, 1)


def test_a_refused_vote_takes_no_other_with_it(writer: Writer, poll: Poll, reader: Store) -> None:
    nowhere = replace(vote(poll), poll=10**6)
    given = together(
        lambda: writer.cast(vote(poll, "ann")),
        lambda: writer.cast(nowhere),
        lambda: writer.cast(vote(poll, "bob", round=7)),
        lambda: writer.cast(vote(poll, "cy")),
    )
    assert given == [None, PollNotFound, WrongRound, None]
    assert set(reader.answers(poll.id, 1)) == {"ann", "cy"}


def test_only_refused_votes_leave_the_revision_alone(
    writer: Writer, poll: Poll, reader: Store
) -> None:
    with pytest.raises(WrongRound):
        writer.cast(vote(poll, round=7))
    assert reader.session(poll.session).rev == 0
    assert reader.voted_on(poll.session) == set()


def test_what_fails_leaves_nothing_and_the_writer_goes_on(
    writer: Writer, poll: Poll, reader: Store
) -> None:
    def breaks(store: Store) -> None:
        store.change_session(poll.session, title="never")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        writer.run(breaks)
    assert reader.session(poll.session).title != "never"
    assert writer.run(lambda store: store.change_session(poll.session, title="now")).title == "now"
    assert reader.session(poll.session).title == "now"


def test_a_disk_that_takes_no_more_is_said_and_forgotten_when_it_does_again(
    writer: Writer, poll: Poll, reader: Store
) -> None:
    with no_room_on_disk():
        given = together(*(lambda n=n: writer.cast(vote(poll, f"p{n}")) for n in range(9)))
        assert given == [StorageFailed] * 9
        with pytest.raises(StorageFailed):
            writer.check()
        with pytest.raises(StorageFailed):
            writer.run(lambda store: store.change_poll(poll.id, status="closed"))
    assert (reader.answered(poll.id, 1), writer.votes) == (0, 0)
    assert reader.poll(poll.id).status == "open"
    writer.cast(vote(poll))
    assert reader.answered(poll.id, 1) == 1


def test_another_process_that_writes_too_takes_no_vote_away(
    writer: Writer, poll: Poll, place: Implementation, reader: Store
) -> None:
    """As `link` does while the server runs."""

    def make_links() -> None:
        with closing(place.open(writing=True)) as other:
            for number in range(100):
                with other.transaction():
                    other.add_link(f"link{number}", "now")

    beside = threading.Thread(target=make_links)
    beside.start()
    for number in range(100):
        writer.cast(vote(poll, f"p{number}"))
    beside.join()
    assert reader.answered(poll.id, 1) == 100
    assert reader.link_is_open("link99")


def test_a_transaction_that_has_read_can_write(
    store: Store, place: Implementation, poll: Poll
) -> None:
    """Whoever else wanted to write in between waits."""
    with closing(place.open(writing=True)) as other:
        beside = threading.Thread(target=other.touch)
        with store.transaction():
            store.session(poll.session)
            beside.start()
            beside.join(0.2)
            store.grow_rev(poll.session)
        beside.join()
    assert store.session(poll.session).rev == 1


def test_nothing_is_written_once_it_is_closed(writer: Writer, poll: Poll, reader: Store) -> None:
    given = together(
        lambda: writer.cast(vote(poll)), writer.close, lambda: writer.cast(vote(poll, "bob"))
    )
    assert given == [None, None, StorageFailed]
    assert set(reader.answers(poll.id, 1)) == {"ann"}
