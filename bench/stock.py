"""Ballots by the hundred thousand, written straight into the file of a server that is stopped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

MINUTE = "2026-03-12T09:30Z"

_BALLOT = """
INSERT INTO ballots (poll, round, participant, slot, answer, status, seq, minute, entry)
VALUES (?, 1, ?, '', ?, 'visible', 1, ?, ?)"""

_PARTICIPANT = """
INSERT OR IGNORE INTO participants (session, pseudonym, joined)
SELECT session, participant, minute FROM ballots JOIN polls ON polls.id = ballots.poll
WHERE ballots.poll = ?"""


def fill(database: Path, poll: int, answers: Iterable[str]) -> None:
    """One ballot in round 1 for each of `answers` (canonical JSON texts), of as many participants.

    They are the same people in every poll.
    """
    rows = (
        (poll, f"{number:016x}", answer, MINUTE, f"{poll:04x}{number:012x}")
        for number, answer in enumerate(answers)
    )
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        db.executemany(_BALLOT, rows)
        db.execute(_PARTICIPANT, [poll])
