"""What a round adds up to, in SQLite. There is no counter: all is counted from rows, so that
nothing can drift."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from polling.records import Entry, Tally
from polling.storage.sqlite.counts import Counts
from polling.storage.store import Pause, at_once

# In the order of the index, which holds all it takes; an answer is JSON, which has no bare line
# break. Counting each answer here would take 0.5 µs for each that differs.
_ANSWERS = """
SELECT status, slot, COUNT(*), COUNT(*) FILTER (WHERE answer = '{"abstain":true}'),
    group_concat(answer, '
') FILTER (WHERE answer <> '{"abstain":true}') FROM ballots
WHERE poll = ? AND round = ? AND answer IS NOT NULL
GROUP BY status, slot"""

# What was said lately: no index holds it, and few polls ask for it.
_ANSWERS_SINCE = _ANSWERS.replace("GROUP BY", "AND minute >= ? GROUP BY")

_HOW_MANY = """
SELECT status, slot, COUNT(*), COUNT(*) FILTER (WHERE answer = '{"abstain":true}') FROM ballots
WHERE poll = ? AND round = ? AND answer IS NOT NULL
GROUP BY status, slot"""

_ENTRIES = """
SELECT json_group_array(json_array(entry, slot, json(answer), minute, status)) FROM (
    SELECT entry, slot, answer, minute, status FROM ballots
    WHERE poll = ? AND round = ? AND status = ? AND answer IS NOT NULL
    AND answer <> '{"abstain":true}' AND substr(slot, 1, length(?)) = ?
    ORDER BY minute DESC, entry LIMIT ?)"""

# By the primary key, in whose order a participant's ballots stand together.
_ANSWERED = """
SELECT COUNT(*) FROM (
    SELECT DISTINCT participant FROM ballots
    WHERE poll = ? AND round = ? AND answer IS NOT NULL)"""

_VOTES_BY_POLL = """
SELECT id,
    (SELECT COUNT(*) FROM (
        SELECT DISTINCT participant FROM ballots
        WHERE ballots.poll = polls.id AND ballots.round = polls.round AND answer IS NOT NULL)),
    (SELECT COUNT(*) FROM ballots WHERE ballots.poll = polls.id AND answer IS NOT NULL)
FROM polls WHERE session = ? AND discarded IS NULL"""


SHOWN = ("visible", "answered")
"""The statuses of ballots that people see."""


class TallyRows:
    """The facet of the store that counts."""

    db: Database

    def tally(
        self,
        poll: int,
        round: int,
        pause: Pause = at_once,
        since: str | None = None,
        unseen: bool = False,
    ) -> Tally:
        sql = _ANSWERS if since is None else _ANSWERS_SINCE
        which = [poll, round] if since is None else [poll, round, since]
        rows = self.db.execute(sql, which).fetchall()
        counted = [
            (slot, answers)
            for status, slot, _, _, answers in rows
            if (unseen or status in SHOWN) and answers is not None
        ]
        return Tally(
            Counts(counted, pause),
            answered=self._answered(poll, round, rows),
            abstained=sum(row[3] for row in rows),
        )

    def entries(self, poll: int, round: int, status: str, limit: int, slots: str = "") -> Tally:
        rows = self.db.execute(_HOW_MANY, [poll, round]).fetchall()
        total = sum(
            row[2] - row[3] for row in rows if row[0] == status and row[1].startswith(slots)
        )
        return Tally(
            entries=self._entries(poll, round, status, slots, slots, limit) if total else [],
            entries_total=total,
            answered=self._answered(poll, round, rows),
            abstained=sum(row[3] for row in rows),
        )

    def answered(self, poll: int, round: int) -> int:
        ((number,),) = self.db.execute(_ANSWERED, [poll, round]).fetchall()
        return int(number)

    def votes_by_poll(self, session: int) -> Mapping[int, tuple[int, int]]:
        rows = self.db.execute(_VOTES_BY_POLL, [session]).fetchall()
        return {poll: (answered, ballots) for poll, answered, ballots in rows}

    def _entries(self, *wanted: int | str) -> list[Entry]:
        ((found,),) = self.db.execute(_ENTRIES, wanted).fetchall()
        return [Entry(*entry) for entry in json.loads(found)]

    def _answered(self, poll: int, round: int, rows: Sequence[Any]) -> int:
        """`answered`, where `rows` say how many ballots there are by status and slot.

        In one slot nobody holds two.
        """
        if len({slot for _, slot, *_ in rows}) > 1:
            return self.answered(poll, round)
        return sum(row[2] for row in rows)
