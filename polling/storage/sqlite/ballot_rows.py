"""Ballots in SQLite. There is no counter: a tally is counted from the rows, so it cannot drift."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from sqlite_utils import Database

from polling.errors import EntryNotFound
from polling.records import JSON, Ballot, Entry, Tally, Vote

# Whole groups travel as one JSON text: a thread that works row by row waits for the
# interpreter at each row (docs/architecture.md).
_RECORD = """
INSERT INTO ballots (poll, round, participant, slot, answer, seq, status, minute, entry)
SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       value ->> 6, :minute, lower(hex(randomblob(8)))
FROM json_each(:votes) WHERE true
ON CONFLICT (poll, round, participant, slot) DO UPDATE SET
    answer = excluded.answer, seq = excluded.seq, minute = excluded.minute,
    status = CASE ballots.status WHEN 'hidden' THEN 'hidden' ELSE excluded.status END
WHERE excluded.seq >= ballots.seq"""

_JOIN = """
INSERT OR IGNORE INTO participants (session, pseudonym, joined)
SELECT polls.session, value ->> 2, :minute FROM json_each(:votes)
JOIN polls ON polls.id = value ->> 0"""

_TALLY = """
SELECT slot, answer, COUNT(*) FROM ballots
WHERE poll = ? AND round = ? AND status = 'visible' AND answer IS NOT NULL
GROUP BY slot, answer"""

_ENTRIES = """
SELECT entry, slot, answer, minute FROM ballots
WHERE poll = ? AND round = ? AND status = ? AND answer IS NOT NULL
ORDER BY minute DESC, entry LIMIT ?"""

_COUNT_ENTRIES = """
SELECT COUNT(*) FROM ballots
WHERE poll = ? AND round = ? AND status = ? AND answer IS NOT NULL"""

_ANSWERED = """
SELECT COUNT(DISTINCT participant) FROM ballots
WHERE poll = ? AND round = ? AND answer IS NOT NULL"""

_VOTES_BY_POLL = """
SELECT polls.id,
    COUNT(DISTINCT ballots.participant) FILTER (WHERE ballots.round = polls.round),
    COUNT(ballots.poll)
FROM polls LEFT JOIN ballots ON ballots.poll = polls.id AND ballots.answer IS NOT NULL
WHERE polls.session = ? GROUP BY polls.id"""

_BALLOTS = """
SELECT ballots.poll, ballots.round, participant, slot, answer, ballots.status, minute
FROM polls JOIN ballots ON ballots.poll = polls.id
WHERE polls.session = ? AND answer IS NOT NULL
ORDER BY polls.position, polls.id, ballots.round, participant, slot"""


class BallotRows:
    """The facet of the store that keeps ballots."""

    db: Database

    def record(self, votes: Sequence[Vote], minute: str) -> None:
        rows = [(v.poll, v.round, v.participant, v.slot, v.answer, v.seq, v.status) for v in votes]
        values = {"votes": json.dumps(rows), "minute": minute}
        self.db.execute(_RECORD, values)
        self.db.execute(_JOIN, values)

    def tally(self, poll: int, round: int) -> Tally:
        rows = self.db.execute(_TALLY, [poll, round]).fetchall()
        return Tally(counts=[(slot, json.loads(answer), n) for slot, answer, n in rows])

    def entries(self, poll: int, round: int, status: str, limit: int) -> Tally:
        rows = self.db.execute(_ENTRIES, [poll, round, status, limit]).fetchall()
        (total,) = self.db.execute(_COUNT_ENTRIES, [poll, round, status]).fetchall()[0]
        found = [
            Entry(entry, slot, json.loads(answer), minute, status)  # type: ignore[arg-type]
            for entry, slot, answer, minute in rows
        ]
        return Tally(entries=found, entries_total=total)

    def answered(self, poll: int, round: int) -> int:
        (number,) = self.db.execute(_ANSWERED, [poll, round]).fetchall()[0]
        return int(number)

    def votes_by_poll(self, session: int) -> Mapping[int, tuple[int, int]]:
        rows = self.db.execute(_VOTES_BY_POLL, [session]).fetchall()
        return {poll: (answered, ballots) for poll, answered, ballots in rows}

    def answers_of(self, poll: int, round: int, participant: str) -> dict[str, JSON]:
        rows = self.db.execute(
            "SELECT slot, answer FROM ballots"
            " WHERE poll = ? AND round = ? AND participant = ? AND answer IS NOT NULL",
            [poll, round, participant],
        )
        return {slot: json.loads(answer) for slot, answer in rows.fetchall()}

    def answers(self, poll: int, round: int) -> dict[str, dict[str, JSON]]:
        rows = self.db.execute(
            "SELECT participant, slot, answer FROM ballots"
            " WHERE poll = ? AND round = ? AND answer IS NOT NULL",
            [poll, round],
        )
        found: dict[str, dict[str, JSON]] = {}
        for participant, slot, answer in rows.fetchall():
            found.setdefault(participant, {})[slot] = json.loads(answer)
        return found

    def voted_on(self, session: int) -> set[int]:
        rows = self.db.execute(
            "SELECT id FROM polls WHERE session = ?"
            " AND EXISTS (SELECT 1 FROM ballots WHERE ballots.poll = polls.id)",
            [session],
        )
        return {poll for (poll,) in rows.fetchall()}

    def set_entry_status(self, poll: int, entry: str, status: str) -> None:
        # A text that the file cannot hold is not in it either.
        with suppress(UnicodeEncodeError):
            sql = "UPDATE ballots SET status = ? WHERE poll = ? AND entry = ?"
            if self.db.execute(sql, [status, poll, entry]).rowcount:
                return
        raise EntryNotFound

    def ballots(self, session: int) -> Iterator[Ballot]:
        for poll, round, participant, slot, answer, status, minute in self.db.execute(
            _BALLOTS, [session]
        ):
            yield Ballot(poll, round, participant, slot, json.loads(answer), status, minute)

    def clear_ballots(self, session: int) -> None:
        self.db.execute(
            "DELETE FROM ballots WHERE poll IN (SELECT id FROM polls WHERE session = ?)", [session]
        )
        self.db.execute("DELETE FROM participants WHERE session = ?", [session])

    def participants(self, session: int) -> set[str]:
        rows = self.db.execute("SELECT pseudonym FROM participants WHERE session = ?", [session])
        return {pseudonym for (pseudonym,) in rows.fetchall()}
