"""Paper ballots as somebody counted them, as a flat table: one row for each box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from polling.exports.spreadsheet import Cell
from polling.exports.wording import Translate, for_poll
from polling.kinds import kind
from polling.languages import N_
from polling.records import Poll, Session

FILE = "hand_counts.csv"

COLUMNS = {
    "session": N_("The code of the session"),
    "poll": N_("The number of the question, the same in every export"),
    "position": N_("The place of the question in the running order"),
    "kind": N_("The kind of question"),
    "title": N_("The question as it was asked"),
    "round": N_("The round: 2 when the question was voted on a second time, and so on"),
    "line": N_("Which line of the ballot, as a code; empty where there is one alone"),
    "line_text": N_("The line of the ballot, in words"),
    "box": N_("Which box of the line, as a code: an answer, a grade or a place"),
    "box_text": N_("The box, in words"),
    "count": N_("On how many paper ballots it was ticked"),
    "ballots": N_("How many paper ballots were counted for the question in this round"),
    "blank": N_("How many of them were blank or spoiled"),
    "note": N_("What was noted with the count"),
    "minute": N_("When the count was entered, to the minute, UTC"),
}
"""What each column says. These ballots are in the results, and in no other table."""


def any_counted(polls: Iterable[Poll]) -> bool:
    return any(poll.hand_counts for poll in polls)


def rows(session: Session, polls: Sequence[Poll], translate: Translate) -> Iterator[list[Cell]]:
    """The header, then a row for each box, also for those that nobody ticked."""
    yield list(COLUMNS)
    for poll in polls:
        paper = kind(poll.kind).on_paper(poll) if poll.hand_counts else None
        if paper is None:
            continue
        read = for_poll(poll, translate)
        about: list[Cell] = [session.code, poll.id, poll.position, poll.kind, poll.title]
        for round, counted in sorted(poll.hand_counts.items()):
            for line in paper.lines:
                for box, words in line.boxes.items():
                    yield [
                        *(*about, round, line.id, line.text, box, read(words)),
                        counted.ticks.get(line.id, {}).get(box, 0),
                        *(counted.ballots, counted.blank, counted.note, counted.minute),
                    ]
