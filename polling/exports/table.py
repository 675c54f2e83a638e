"""The answers as a flat table: one row for each ballot."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from polling.exports import people
from polling.exports.spreadsheet import Cell
from polling.exports.wording import Translate, for_poll
from polling.kinds import Column, kind
from polling.languages import N_
from polling.records import ABSTAINED, Ballot, Poll, Profile, Session

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

CERTAINTY = Column(
    "certainty",
    N_("How sure the participant was of the answer"),
    {"sure": N_("Sure"), "hesitant": N_("Hesitant"), "guess": N_("A guess")},
)
"""What follows them where a question asked for it."""

REMEMBERED = 5000
"""Answers of a poll whose parts are not taken apart anew: most people choose among a few."""


def rows(
    session: Session,
    polls: Sequence[Poll],
    ballots: Iterable[Ballot],
    profiles: Mapping[str, Profile],
    translate: Translate,
) -> Iterator[list[Cell]]:
    """The header, then a row for each ballot, whatever their number, one at a time.

    After `COLUMNS` comes what participants said of themselves, and then the parts of the
    answers, as each poll's kind names them, in running order; polls that name a part alike share
    its column. A kind's own words for a value ("Yes") are in the reader's language.
    """
    names = _part_names(polls)
    sure = asks_certainty(polls)
    of_people = [column.name for column in people.columns(session, profiles)]
    said = {who: [*own.values()] for who, own in people.said(session, profiles).items()}
    silent = people.silent(session, profiles)
    yield [*COLUMNS, *of_people, *([CERTAINTY.name] if sure else []), *names]
    by_id = {poll.id: (_start(session, poll), _parts(poll, names, translate)) for poll in polls}
    for ballot in ballots:
        start, parts = by_id[ballot.poll]
        certainty = [ballot.certainty] if sure else []
        # From `round` to `minute`, a ballot's fields are the columns.
        yield [
            *start,
            *ballot[1:7],
            *said.get(ballot.participant, silent),
            *certainty,
            *parts(ballot.slot, ballot.answer),
        ]


def asks_certainty(polls: Iterable[Poll]) -> bool:
    """Whether any question asked people how sure they are."""
    return any(poll.settings.get("certainty") for poll in polls)


def _part_names(polls: Iterable[Poll]) -> list[str]:
    names = (column.name for poll in polls for column in kind(poll.kind).columns(poll))
    return list(dict.fromkeys(names))


def _start(session: Session, poll: Poll) -> list[Cell]:
    return [session.code, poll.id, poll.position, poll.kind, poll.title]


def _parts(
    poll: Poll, names: Sequence[str], translate: Translate
) -> Callable[[str, str], list[Cell]]:
    """What gives the cells in the columns `names` of an answer in a slot."""
    words = _words(poll, translate)
    row_of = kind(poll.kind).row_slot

    @lru_cache(maxsize=REMEMBERED)
    def parts(slot: str, answer: str) -> list[Cell]:
        said = json.loads(answer)
        row = {} if said == ABSTAINED else row_of(slot, said, poll)
        cells = (row.get(name, "") for name in names)
        return [words.get(cell, cell) for cell in cells]

    return parts


def _words(poll: Poll, translate: Translate) -> dict[Cell, str]:
    """The meanings of coded values that are not what the reader would read."""
    read = for_poll(poll, translate)
    return {
        meaning: read(meaning)
        for column in kind(poll.kind).columns(poll)
        for meaning in column.values.values()
    }
