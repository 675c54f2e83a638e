"""What each column and each coded value of the answers' table means, poll by poll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from polling.exports import hand_counts, people
from polling.exports.spreadsheet import Cell
from polling.exports.table import CERTAINTY, COLUMNS, asks_certainty
from polling.exports.wording import Translate, for_poll
from polling.kinds import Column, kind
from polling.languages import N_
from polling.records import Poll, Profile, Session

HEADER = ("poll", "title", "rounds", "column", "description", "value", "meaning")

NOBODY: Mapping[str, Profile] = MappingProxyType({})

STATUSES = {
    "visible": N_("May be shown"),
    "pending": N_("Waits for the host's approval"),
    "hidden": N_("Taken off the wall by the host"),
    "answered": N_("Answered by the host"),
}


def rows(
    session: Session,
    polls: Sequence[Poll],
    translate: Translate,
    profiles: Mapping[str, Profile] = NOBODY,
) -> Iterator[list[Cell]]:
    """The header, the columns that every row starts with, then those of each poll's answers.

    A column of coded values takes a row for each value. The columns of every row stand under
    no poll, and so do those of the paper ballots where any were counted.
    """
    yield list(HEADER)
    for name, description in COLUMNS.items():
        values = STATUSES if name == "status" else {}
        yield from _column([None] * 3, Column(name, description, values), translate)
    for column in people.columns(session, profiles):
        yield from _column([None] * 3, column, translate)
    if asks_certainty(polls):
        yield from _column([None] * 3, CERTAINTY, translate)
    if hand_counts.any_counted(polls):
        for name, description in hand_counts.COLUMNS.items():
            column = Column(f"{hand_counts.FILE}: {name}", description)
            yield from _column([None] * 3, column, translate)
    for poll in polls:
        start: list[Cell] = [poll.id, poll.title, poll.round]
        for column in kind(poll.kind).columns(poll):
            yield from _column(start, column, for_poll(poll, translate))


def _column(start: list[Cell], column: Column, translate: Translate) -> Iterator[list[Cell]]:
    about = [*start, column.name, translate(column.description)]
    if not column.values:
        yield [*about, None, None]
    for value, meaning in column.values.items():
        yield [*about, value, translate(meaning)]
