"""Polls in SQLite."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, fields
from typing import Any

from sqlite_utils import Database

from polling.errors import PollNotFound
from polling.records import HandCount, Poll
from polling.storage.sqlite.searching import poll_conditions

_NAMES = [column.name for column in fields(Poll)]
_FILTERED = """(SELECT coalesce(sessions.settings ->> 'filter', 1) FROM sessions
    WHERE sessions.id = polls.session)"""
"""It is the session that is set to it; one from before there was such a setting is, too."""
_HAND_COUNTS = """(SELECT json_group_object(round, json_array(ballots, blank, json(ticks), note,
    minute)) FROM hand_counts WHERE hand_counts.poll = polls.id)"""
"""They come with the poll: whoever tells results looks for none."""
_ELSEWHERE = {"filtered": _FILTERED, "hand_counts": _HAND_COUNTS}
_COLUMNS = ", ".join(_ELSEWHERE.get(name, name) for name in _NAMES)
_POLL = f"SELECT {_COLUMNS} FROM polls WHERE id = ? AND discarded IS NULL"
_COUNTING_DOWN = f"""SELECT {_COLUMNS} FROM polls
    WHERE status = 'open' AND closes_at IS NOT NULL AND discarded IS NULL"""
_RUNNING_ORDER = f"""SELECT {_COLUMNS} FROM polls
    WHERE session = ? AND discarded IS NULL ORDER BY position"""


class PollRows:
    """The facet of the store that keeps running orders."""

    db: Database

    def add_poll(self, **values: Any) -> Poll:
        made: Any = self.db.table("polls").insert(_stored(values)).last_pk
        return self.poll(made)

    def poll(self, poll: int) -> Poll:
        # An id that is more than the file can count to is not in it either.
        with suppress(OverflowError):
            for row in self.db.execute(_POLL, [poll]).fetchall():
                return _poll(row)
        raise PollNotFound

    def polls(self, session: int) -> list[Poll]:
        return [_poll(row) for row in self.db.execute(_RUNNING_ORDER, [session]).fetchall()]

    def earlier_polls(self, session: int, text: str, limit: int) -> list[Poll]:
        which, values = poll_conditions(text)
        sql = f"""SELECT max(polls.id) AS newest FROM polls
            JOIN sessions ON sessions.id = polls.session
            WHERE polls.session != ? AND {which}
            GROUP BY polls.kind, polls.title, polls.content ORDER BY newest DESC LIMIT ?"""
        found = self.db.execute(sql, [session, *values, limit]).fetchall()
        return [self.poll(newest) for (newest,) in found]

    def counting_down(self) -> list[Poll]:
        return [_poll(row) for row in self.db.execute(_COUNTING_DOWN).fetchall()]

    def change_poll(self, poll: int, **values: Any) -> Poll:
        self.db.table("polls").update(poll, _stored(values))
        return self.poll(poll)

    def delete_poll(self, poll: int) -> None:
        self.db.table("polls").delete(poll)

    def set_hand_count(self, poll: int, round: int, count: HandCount) -> None:
        row = {**asdict(count), "poll": poll, "round": round, "ticks": json.dumps(count.ticks)}
        self.db.table("hand_counts", pk=("poll", "round")).upsert(row)

    def drop_hand_count(self, poll: int, round: int) -> None:
        self.db.execute("DELETE FROM hand_counts WHERE poll = ? AND round = ?", [poll, round])

    def place_polls(self, polls: Sequence[int]) -> None:
        for position, poll in enumerate(polls, start=1):
            self.db.execute("UPDATE polls SET position = ? WHERE id = ?", [position, poll])


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    """`values` with JSON columns as text."""
    as_json: dict[str, Any] = {
        name: json.dumps(values[name], ensure_ascii=False)
        for name in ("content", "settings", "hidden", "draws")
        if name in values
    }
    return {**values, **as_json}


def _poll(row: tuple[Any, ...]) -> Poll:
    values = dict(zip(_NAMES, row, strict=True))
    values["content"] = json.loads(values["content"])
    values["settings"] = json.loads(values["settings"])
    values["results_shown"] = bool(values["results_shown"])
    values["standing"] = bool(values["standing"])
    values["filtered"] = bool(values["filtered"])
    values["hidden"] = tuple(json.loads(values["hidden"]))
    values["draws"] = tuple(json.loads(values["draws"]))
    values["hand_counts"] = {
        int(round): HandCount(*counted)
        for round, counted in json.loads(values["hand_counts"]).items()
    }
    return Poll(**values)
