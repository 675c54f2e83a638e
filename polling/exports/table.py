"""The answers as a flat table: one row for each ballot."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from polling.exports.spreadsheet import Cell
from polling.exports.wording import Translate, for_poll
from polling.kinds import kind
from polling.languages import N_
from polling.records import JSON, Ballot, Poll, Session

COLUMNS = {
    "session": N_("The code of the session"),
    "poll": N_("The number of the question, the same in every export"),
    "position": N_("The place of the question in the running order"),
    "kind": N_("The kind of question"),
    "title": N_("The question as it was asked"),
    "round": N_("The round: 2 when the question was voted on a second time, and so on"),
    "participant": N_("The pseudonym of a device in this session"),
    "slot": N_("Which answer of the participant, where a question takes several"),
    "answer": N_("The whole answer, as JSON"),
    "status": N_("Whether the answer may be shown on the wall"),
    "minute": N_("When the answer was given, to the minute, UTC"),
}
"""What every row starts with, and what each of these columns says."""


def rows(
    session: Session, polls: Sequence[Poll], ballots: Iterable[Ballot], translate: Translate
) -> Iterator[list[Cell]]:
    """The header, then a row for each ballot, whatever their number, one at a time.

    After `COLUMNS` come the parts of the answers, as each poll's kind names them, in running
    order; polls that name a part alike share its column. A kind's own words for a value
    ("Yes") are in the reader's language.
    """
    parts = _part_names(polls)
    yield [*COLUMNS, *parts]
    by_id = {poll.id: (poll, _words(poll, translate)) for poll in polls}
    for ballot in ballots:
        poll, words = by_id[ballot.poll]
        row = kind(poll.kind).row(ballot.answer, poll)
        cells = (row.get(part, "") for part in parts)
        yield [*_start(session, poll, ballot), *(words.get(cell, cell) for cell in cells)]


def _part_names(polls: Iterable[Poll]) -> list[str]:
    names = (column.name for poll in polls for column in kind(poll.kind).columns(poll))
    return list(dict.fromkeys(names))


def _words(poll: Poll, translate: Translate) -> dict[Cell, str]:
    """The meanings of coded values that are not what the reader would read."""
    read = for_poll(poll, translate)
    return {
        meaning: read(meaning)
        for column in kind(poll.kind).columns(poll)
        for meaning in column.values.values()
    }


def _start(session: Session, poll: Poll, ballot: Ballot) -> list[Cell]:
    return [
        session.code,
        poll.id,
        poll.position,
        poll.kind,
        poll.title,
        ballot.round,
        ballot.participant,
        ballot.slot,
        _compact(ballot.answer),
        ballot.status,
        ballot.minute,
    ]


def _compact(answer: JSON) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
