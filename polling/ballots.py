"""Casting an answer: check it, put it on disk with the group it came with, acknowledge it."""

from __future__ import annotations

import json
from functools import partial

from polling.changes import Changes
from polling.errors import AnswerInvalid, BadRequest, PollNotFound
from polling.kinds import kind
from polling.records import JSON, Poll, Vote
from polling.storage import Store, Writer
from polling.storage.writer import Told

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
        told: Told | None = None,
    ) -> None:
        """Returns once the answer is on disk; None withdraws it. With `told`, returns at once:
        `told(None)` is called when it is on disk, or `told(error)`.

        Raises AnswerInvalid, PollNotFound, BadRequest; and PollClosed, WrongRound, StorageFailed
        unless they are told.
        """
        if not all(map(_is_count, (poll, round, seq))) or not isinstance(slot, str):
            raise BadRequest
        asked = self._polls.get(poll) or self._read(poll)
        if asked.session != session:
            raise PollNotFound
        if slot != "":
            raise AnswerInvalid
        vote = Vote(
            poll=poll,
            round=round,
            participant=participant,
            slot=slot,
            answer=None if answer is None else _canonical(answer, asked),
            seq=seq,
            status="pending" if asked.settings.get("moderated") else "visible",
        )
        if told is None:
            self._writer.cast(vote)
            self._changes.votes.send(asked)
        else:
            self._writer.cast_soon(vote, partial(self._announce, asked, told))

    def _read(self, poll: int) -> Poll:
        asked = self._polls[poll] = self._store.poll(poll)
        return asked

    def _forget(self, _session: int) -> None:
        self._polls.clear()

    def _announce(self, asked: Poll, told: Told, error: Exception | None) -> None:
        told(error)
        if error is None:
            self._changes.votes.send(asked)


def _canonical(answer: JSON, poll: Poll) -> str:
    """The stored form: equal answers are equal texts, so that the database can group them."""
    cleaned = kind(poll.kind).clean(answer, poll)
    return json.dumps(cleaned, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _is_count(value: JSON) -> bool:
    return type(value) is int and 0 <= value <= SEQ_MOST
