"""Ballots in SQLite. Many are read as one row: C parses it faster than rows are fetched."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress

from sqlite_utils import Database

from polling.errors import EntryNotFound
from polling.records import JSON, Ballot, Certainty, Entry, Vote

# Whole groups travel as one JSON text: a thread that works row by row waits for the
# interpreter at each row (docs/architecture.md).
# What is written anew is another entry: what was approved, pinned or voted up is what was read.
_RECORD = """
INSERT INTO ballots
    (poll, round, participant, slot, answer, seq, status, certainty, elapsed, minute, entry)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       value ->> 6, value ->> 7, value ->> 8, :minute, lower(hex(randomblob(8)))
FROM json_each(:votes) WHERE true
ON CONFLICT (poll, round, participant, slot) DO UPDATE SET
    answer = excluded.answer, seq = excluded.seq, minute = excluded.minute,
    certainty = excluded.certainty, elapsed = excluded.elapsed,
    status = CASE ballots.status WHEN 'hidden' THEN 'hidden' ELSE excluded.status END,
    entry = CASE WHEN ballots.status = 'hidden' OR ballots.answer IS excluded.answer
        THEN ballots.entry ELSE excluded.entry END
WHERE excluded.seq >= ballots.seq"""

_JOIN = """
INSERT OR IGNORE INTO participants (session, pseudonym, joined)
SELECT polls.session, value ->> 2, :minute FROM json_each(:votes)
JOIN polls ON polls.id = value ->> 0"""

_ANSWERS = """
SELECT json_group_array(participant), json_group_array(slot), group_concat(answer)
FROM ballots WHERE poll = ? AND round = ? AND answer IS NOT NULL"""

_OF_PARTICIPANT = """
SELECT slot, answer FROM ballots
WHERE poll = ? AND round = ? AND participant = ? AND answer IS NOT NULL"""

_CERTAINTIES = """
SELECT participant, certainty FROM ballots
WHERE poll = :poll AND round = :round AND answer IS NOT NULL AND certainty IS NOT NULL"""

_ELAPSED = """
SELECT participant, elapsed FROM ballots
WHERE poll = ? AND round = ? AND answer IS NOT NULL AND elapsed IS NOT NULL"""

_WAITING = """
SELECT participant, slot FROM ballots
WHERE poll = :poll AND round = :round AND status = 'pending' AND answer IS NOT NULL
AND (:participant IS NULL OR participant = :participant)"""

_ENTRY = """
SELECT entry, slot, answer, minute, status FROM ballots
WHERE poll = ? AND entry = ? AND answer IS NOT NULL"""

_VOTED_ON = """
SELECT id FROM polls WHERE session = ? AND discarded IS NULL
AND (EXISTS (SELECT 1 FROM ballots WHERE ballots.poll = polls.id)
OR EXISTS (SELECT 1 FROM hand_counts WHERE hand_counts.poll = polls.id))"""

_PARTICIPANTS = "SELECT json_group_array(pseudonym) FROM participants WHERE session = ?"

_BALLOTS = """
SELECT ballots.poll, ballots.round, participant, slot, answer, ballots.status, minute, certainty
FROM polls JOIN ballots ON ballots.poll = polls.id
WHERE polls.session = ? AND discarded IS NULL AND answer IS NOT NULL
ORDER BY polls.position, polls.id, ballots.round, participant, slot"""


class BallotRows:
    """The facet of the store that keeps ballots."""

    db: Database

    def record(self, votes: Sequence[Vote], minute: str) -> None:
        rows = [
            (
                *(v.poll, v.round, v.participant, v.slot, v.answer, v.seq),
                *(v.status, v.certainty, v.elapsed),
            )
            for v in votes
        ]
        values = {"votes": json.dumps(rows), "minute": minute}
        self.db.execute(_RECORD, values)
        self.db.execute(_JOIN, values)

    def answers_of(self, poll: int, round: int, participant: str) -> dict[str, JSON]:
        rows = self.db.execute(_OF_PARTICIPANT, [poll, round, participant]).fetchall()
        return {slot: json.loads(answer) for slot, answer in rows}

    def answers(self, poll: int, round: int) -> dict[str, dict[str, JSON]]:
        (columns,) = self.db.execute(_ANSWERS, [poll, round]).fetchall()
        found: dict[str, dict[str, JSON]] = {}
        for participant, slot, answer in zip(*_lists(*columns), strict=True):
            found.setdefault(participant, {})[slot] = answer
        return found

    def certainties(
        self, poll: int, round: int, participant: str | None = None
    ) -> dict[str, Certainty]:
        sql = _CERTAINTIES if participant is None else f"{_CERTAINTIES} AND participant = :who"
        which = {"poll": poll, "round": round, "who": participant}
        return dict(self.db.execute(sql, which).fetchall())

    def elapsed(self, poll: int, round: int) -> dict[str, int]:
        return dict(self.db.execute(_ELAPSED, [poll, round]).fetchall())

    def waiting(
        self, poll: int, round: int, participant: str | None = None
    ) -> dict[str, list[str]]:
        which = {"poll": poll, "round": round, "participant": participant}
        found: dict[str, list[str]] = {}
        for who, slot in self.db.execute(_WAITING, which).fetchall():
            found.setdefault(who, []).append(slot)
        return found

    def voted_on(self, session: int) -> set[int]:
        return {poll for (poll,) in self.db.execute(_VOTED_ON, [session]).fetchall()}

    def entry(self, poll: int, entry: str) -> Entry:
        with suppress(UnicodeEncodeError):
            for id, slot, answer, *rest in self.db.execute(_ENTRY, [poll, entry]).fetchall():
                return Entry(id, slot, json.loads(answer), *rest)
        raise EntryNotFound

    def set_entry_status(self, poll: int, entry: str, status: str) -> None:
        # A text that the file cannot hold is not in it either.
        with suppress(UnicodeEncodeError):
            sql = "UPDATE ballots SET status = ? WHERE poll = ? AND entry = ?"
            if self.db.execute(sql, [status, poll, entry]).rowcount:
                return
        raise EntryNotFound

    def ballots(self, session: int) -> Iterator[Ballot]:
        return map(Ballot._make, self.db.execute(_BALLOTS, [session]))

    def clear_ballots(self, session: int) -> None:
        for table in ("ballots", "hand_counts"):
            self.db.execute(
                f"DELETE FROM {table} WHERE poll IN (SELECT id FROM polls WHERE session = ?)",
                [session],
            )
        self.db.execute("DELETE FROM participants WHERE session = ?", [session])
        self.db.execute("DELETE FROM profiles WHERE session = ?", [session])

    def participants(self, session: int) -> set[str]:
        ((pseudonyms,),) = self.db.execute(_PARTICIPANTS, [session]).fetchall()
        return set(json.loads(pseudonyms))


def _lists(participants: str, slots: str, answers: str | None) -> tuple[list[JSON], ...]:
    return json.loads(participants), json.loads(slots), json.loads(f"[{answers or ''}]")
