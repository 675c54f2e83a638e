"""Paper ballots that somebody counted: entered, corrected and taken back."""

from __future__ import annotations

from collections.abc import Callable

from polling.changes import Changes
from polling.clock import minute
from polling.errors import CountInvalid
from polling.kinds import kind
from polling.kinds.paper import Paper, checked_ticks
from polling.languages import N_
from polling.records import JSON, HandCount, Poll
from polling.sessions.journal import note as noted
from polling.storage import Store, Writer

NOTE_LENGTH = 500


class HandCounts:
    """One count for each round of a poll, beside its ballots. Also after the session's end:
    counting takes its time."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes

    def enter(
        self,
        poll_id: int,
        round: int,
        ballots: int,
        blank: int,
        ticks: JSON,
        note: str = "",
        by: str = "",
    ) -> Poll:
        """Stores a count, in place of an earlier one, which the journal keeps.

        `blank` of the `ballots` are blank or spoiled; `ticks` is `{line: {box: how many}}` of the
        kind's `on_paper`. Raises CountInvalid, PollNotFound.
        """

        def work(store: Store) -> None:
            poll = store.poll(poll_id)
            paper = countable(poll, round)
            if len(note) > NOTE_LENGTH:
                raise CountInvalid(
                    N_("A note has at most %(most)s characters."), most=NOTE_LENGTH, field="note"
                )
            checked = checked_ticks(paper, ticks, ballots, blank)
            store.set_hand_count(
                poll_id, round, HandCount(ballots, blank, checked, note.strip(), minute())
            )
            noted(
                store, poll.session, "enter_hand_count", by, poll_id, round,
                ballots=ballots, blank=blank, ticks=checked, note=note.strip(),
            )  # fmt: skip

        return self._announced(poll_id, work)

    def take_back(self, poll_id: int, round: int, by: str = "") -> Poll:
        """As if nothing had been counted. Raises PollNotFound."""

        def work(store: Store) -> None:
            poll = store.poll(poll_id)
            if round in poll.hand_counts:
                store.drop_hand_count(poll_id, round)
                noted(store, poll.session, "take_back_hand_count", by, poll_id, round)

        return self._announced(poll_id, work)

    def _announced(self, poll_id: int, work: Callable[[Store], None]) -> Poll:
        self._writer.run(work)
        poll = self._store.poll(poll_id)
        self._changes.transition.send(poll.session)
        return poll


def countable(poll: Poll, round: int) -> Paper:
    """What there is to count in a round of `poll`. Raises CountInvalid."""
    paper = kind(poll.kind).on_paper(poll)
    if paper is None:
        raise CountInvalid(N_("Paper ballots of this kind of question cannot be counted here."))
    if not 1 <= round <= poll.round:
        raise CountInvalid(
            N_("Open the vote first: a count belongs to one of its rounds."), field="round"
        )
    return paper
