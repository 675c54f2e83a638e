"""What one participant answered, question by question, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from polling.kinds import kind
from polling.kinds.summary import Cell, Words
from polling.records import ABSTAINED, JSON, Poll, Session
from polling.results import may_see_right_answers
from polling.storage import Store

Told = list[tuple[Words, Cell]]
"""What each part of an answer is about, "" for the question itself, and what was said."""


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """The answer in one round. `score`, from 0 to 1, is there where right answers were shown."""

    poll: Poll
    round: int
    told: Told
    abstained: bool
    score: float | None


def own_answers(session: Session, participant: str, store: Store) -> list[OwnAnswer]:
    """In running order; questions that were left out are left out here."""
    return [
        answer
        for poll in store.polls(session.id)
        for round in range(1, poll.round + 1)
        for answer in _of(poll, round, store.answers_of(poll.id, round, participant))
    ]


def _of(poll: Poll, round: int, said: Mapping[str, JSON]) -> Iterator[OwnAnswer]:
    if ABSTAINED in said.values():
        yield OwnAnswer(poll, round, [], True, None)
        return
    how = kind(poll.kind)
    told = [part for slot, answer in said.items() for part in how.in_words(slot, answer, poll)]
    if told:
        yield OwnAnswer(poll, round, told, False, _score(poll, said))


def _score(poll: Poll, said: Mapping[str, JSON]) -> float | None:
    if kind(poll.kind).takes_slots or not may_see_right_answers("attendee", poll):
        return None
    return kind(poll.kind).score(said[""], poll)
