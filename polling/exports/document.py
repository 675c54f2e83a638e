"""All of a session as one JSON document: exact, complete, and without its keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Protocol

from polling.records import JSON, Ballot, Poll, Session, Transition

OF_SESSION = (
    "id", "code", "title", "language", "status", "rev", "rehearsal", "created", "started", "ended",
)  # fmt: skip
"""What leaves the house, named one by one so that a key or a secret never does."""


class Results(Protocol):
    """Who can say `{answered, results}` of a round."""

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]: ...


def pieces(
    session: Session,
    polls: Sequence[Poll],
    results: Results,
    ballots: Iterable[Ballot],
    journal: Sequence[Transition],
    codebook: Sequence[Mapping[str, JSON]],
) -> Iterator[str]:
    """The document, no more than one poll at a time in memory.

    `{session, polls: [{id, …, rounds: [{round, answered, results, ballots: [{participant, slot,
    answer, status, minute}]}]}], journal: [{at, action, …}], codebook: [{poll, …}]}`. `ballots`
    come in the order of `polls`.
    """
    yield f'{{"session": {_text({name: getattr(session, name) for name in OF_SESSION})}'
    yield ',\n"polls": ['
    for number, (poll, own) in enumerate(_with_ballots(polls, ballots)):
        rounds = [
            {
                "round": round,
                **results.of(poll, round),
                "ballots": [_ballot(ballot) for ballot in own if ballot.round == round],
            }
            for round in range(1, poll.round + 1)
        ]
        yield f"{',' if number else ''}\n{_text({**asdict(poll), 'rounds': rounds})}"
    yield f'],\n"journal": {_text([asdict(line) for line in journal])}'
    yield f',\n"codebook": {_text(codebook)}}}\n'


def _with_ballots(
    polls: Iterable[Poll], ballots: Iterable[Ballot]
) -> Iterator[tuple[Poll, list[Ballot]]]:
    groups = groupby(ballots, key=lambda ballot: ballot.poll)
    group = next(groups, None)
    for poll in polls:
        if group is not None and group[0] == poll.id:
            yield poll, list(group[1])
            group = next(groups, None)
        else:
            yield poll, []


def _ballot(ballot: Ballot) -> dict[str, JSON]:
    return {
        "participant": ballot.participant,
        "slot": ballot.slot,
        "answer": ballot.answer,
        "status": ballot.status,
        "minute": ballot.minute,
    }


def _text(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False)
