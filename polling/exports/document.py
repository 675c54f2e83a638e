"""All of a session as one JSON document: exact, complete, and without its keys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from typing import Protocol

from polling.exports import people
from polling.records import JSON, Ballot, Poll, Profile, Session, Transition

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
    profiles: Mapping[str, Profile],
    journal: Sequence[Transition],
    codebook: Sequence[Mapping[str, JSON]],
) -> Iterator[str]:
    """The document, a ballot at a time.

    `{session, polls: [{id, …, rounds: [{round, answered, results, ballots: [{participant, slot,
    answer, status, minute}]}]}], profiles: [{participant, nickname, team, site}], journal: [{at,
    action, …}], codebook: [{poll, …}]}`. `ballots` come in the order of `polls` and of their
    rounds; `profiles` hold what the session asks for, and who was passed a phone.
    """
    yield f'{{"session": {_text({name: getattr(session, name) for name in OF_SESSION})}'
    yield ',\n"polls": ['
    groups = groupby(ballots, key=itemgetter(0, 1))
    coming, own = next(groups, _NO_MORE)
    for number, poll in enumerate(polls):
        yield f'{"," if number else ""}\n{_open(asdict(poll))}, "rounds": ['
        for round in range(1, poll.round + 1):
            about = {"round": round, **results.of(poll, round)}
            yield f'{"," if round > 1 else ""}\n{_open(about)}, "ballots": ['
            if coming == (poll.id, round):
                yield from _ballots(own)
                coming, own = next(groups, _NO_MORE)
            yield "]}"
        yield "]}"
    said = people.said(session, profiles)
    yield f'],\n"profiles": {_text([{"participant": who, **own} for who, own in said.items()])}'
    yield f',\n"journal": {_text([asdict(line) for line in journal])}'
    yield f',\n"codebook": {_text(codebook)}}}\n'


def _ballots(ballots: Iterable[Ballot]) -> Iterator[str]:
    between = "\n"
    for _, _, participant, slot, answer, status, minute, certainty in ballots:
        by = _open({"participant": participant, "slot": slot})
        sure = {"certainty": certainty} if certainty else {}
        since = _text({"status": status, "minute": minute, **sure})[1:]
        # The answer is JSON already.
        yield f'{between}{by}, "answer": {answer}, {since}'
        between = ",\n"


def _open(value: Mapping[str, JSON]) -> str:
    """An object that more is to be added to, and that is not closed yet."""
    return _text(value)[:-1]


_text = json.JSONEncoder(ensure_ascii=False).encode
_NO_MORE: tuple[tuple[int, int] | None, Iterable[Ballot]] = (None, ())
