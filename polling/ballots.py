"""Casting an answer: check it, put it on disk with the group it came with, acknowledge it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import get_args

from polling.changes import Changes
from polling.clock import milliseconds_since
from polling.errors import AnswerInvalid, BadRequest, PollNotFound, TooMany
from polling.kinds import Kind, kind
from polling.kinds.filters import caught
from polling.languages import N_
from polling.records import ABSTAINED, JSON, BallotStatus, Certainty, Poll, Vote
from polling.storage import Store, Writer

Told = Callable[[Exception | None, BallotStatus], None]
"""Called once a vote is on disk, with its status, or with the reason why it is not."""

SEQ_MOST = 2**53
"""What a JavaScript client can count to."""


class Ballots:
    """The way of an answer to the disk."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes
        self._polls: dict[int, Poll] = {}
        """Those being voted on, as they were after the last transition of any session."""
        changes.transition.connect(self._forget, weak=False)
        changes.gone.connect(self._forget, weak=False)

    def cast(
        self,
        session: int,
        participant: str,
        poll: JSON,
        round: JSON,
        answer: JSON,
        slot: JSON = "",
        seq: JSON = 0,
        certainty: JSON = None,
        told: Told | None = None,
    ) -> None:
        """Returns once the answer is on disk; None withdraws it. With `told`, returns at once:
        `told(None, status)` is called when it is on disk, or `told(error, status)`. `certainty`
        says how sure the participant is, where the poll asks for it.

        Raises AnswerInvalid, PollNotFound, BadRequest, TooMany; and PollClosed, WrongRound,
        StorageFailed unless they are told.
        """
        if not all(map(_is_count, (poll, round, seq))) or not isinstance(slot, str):
            raise BadRequest
        asked = self._polls.get(poll) or self._read(poll)
        if asked.session != session:
            raise PollNotFound
        self._check_slot(asked, round, participant, slot)
        cleaned = None if answer is None else _cleaned(slot, answer, asked)
        vote = Vote(
            poll=poll,
            round=round,
            participant=participant,
            slot=slot,
            answer=None if cleaned is None else canonical(cleaned),
            seq=seq,
            status=_status(slot, cleaned, asked),
            certainty=_certainty(certainty, asked),
            elapsed=_elapsed(asked),
        )
        if told is None:
            self._writer.cast(vote)
            self._changes.votes.send(asked)
        else:
            self._writer.cast_soon(vote, partial(self._announce, asked, vote.status, told))

    def _check_slot(self, asked: Poll, round: int, participant: str, slot: str) -> None:
        """Raises AnswerInvalid where there is no such slot, TooMany where all are filled."""
        how = kind(asked.kind)
        how.check_slot(slot, asked)
        if how.takes_slots:
            filled = self._store.answers_of(asked.id, round, participant)
            if slot not in filled and _is_full(how, slot, filled):
                raise TooMany(N_("You have said as much as this question takes."))

    def _read(self, poll: int) -> Poll:
        asked = self._polls[poll] = self._store.poll(poll)
        return asked

    def _forget(self, _session: int) -> None:
        self._polls.clear()

    def _announce(
        self, asked: Poll, status: BallotStatus, told: Told, error: Exception | None
    ) -> None:
        told(error, status)
        if error is None:
            self._changes.votes.send(asked)


def _is_full(how: Kind, slot: str, filled: Mapping[str, JSON]) -> bool:
    if len(filled) >= how.most_slots:
        return True
    if not how.shows_entries or not slot.startswith(how.entry_slots):
        return False
    return sum(each.startswith(how.entry_slots) for each in filled) >= how.most_entries


def _cleaned(slot: str, answer: JSON, poll: Poll) -> JSON:
    if answer == ABSTAINED and poll.settings.get("abstain"):
        return ABSTAINED
    return kind(poll.kind).clean_slot(slot, answer, poll)


def canonical(cleaned: JSON) -> str:
    """The stored form: equal answers are equal texts, so that the database can group them."""
    return json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _status(slot: str, cleaned: JSON, poll: Poll) -> BallotStatus:
    """What waits for approval is what people would read: all of it where the host wants that,
    and otherwise what is on the lists of words."""
    how = kind(poll.kind)
    says_nothing = cleaned is None or cleaned == ABSTAINED
    if says_nothing or not how.shows_entries or not slot.startswith(how.entry_slots):
        return "visible"
    waits = poll.settings.get("moderated") or (poll.filtered and caught(how.entry_text(cleaned)))
    return "pending" if waits else "visible"


def _certainty(said: JSON, poll: Poll) -> Certainty | None:
    if said is None or not poll.settings.get("certainty"):
        return None
    if said not in get_args(Certainty):
        raise AnswerInvalid(N_("Say whether you are sure, hesitant or guessing."))
    how_sure: Certainty = said
    return how_sure


def _elapsed(poll: Poll) -> int | None:
    """Only where a quick answer is worth more: how fast somebody is says who it is."""
    if not poll.settings.get("speed_bonus") or poll.opened is None:
        return None
    return milliseconds_since(poll.opened)


def _is_count(value: JSON) -> bool:
    return type(value) is int and 0 <= value <= SEQ_MOST
