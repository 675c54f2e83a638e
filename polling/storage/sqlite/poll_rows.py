"""Polls in SQLite."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from polling.errors import PollNotFound
from polling.records import Poll


class PollRows:
    """The facet of the store that keeps running orders."""

    db: Database

    def add_poll(self, **values: Any) -> Poll:
        made: Any = self.db.table("polls").insert(_columns(values)).last_pk
        return self.poll(made)

    def poll(self, poll: int) -> Poll:
        # An id that is more than the file can count to is not in it either.
        with suppress(OverflowError):
            for row in self.db.query("SELECT * FROM polls WHERE id = ?", [poll]):
                return _poll(row)
        raise PollNotFound

    def polls(self, session: int) -> list[Poll]:
        rows = self.db.query("SELECT * FROM polls WHERE session = ? ORDER BY position", [session])
        return [_poll(row) for row in rows]

    def change_poll(self, poll: int, **values: Any) -> Poll:
        self.db.table("polls").update(poll, _columns(values))
        return self.poll(poll)

    def delete_poll(self, poll: int) -> None:
        self.db.table("polls").delete(poll)

    def place_polls(self, polls: Sequence[int]) -> None:
        for position, poll in enumerate(polls, start=1):
            self.db.execute("UPDATE polls SET position = ? WHERE id = ?", [position, poll])


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    """`values` with JSON columns as text."""
    as_json: dict[str, Any] = {
        name: json.dumps(values[name], ensure_ascii=False)
        for name in ("content", "settings", "hidden")
        if name in values
    }
    return {**values, **as_json}


def _poll(row: dict[str, Any]) -> Poll:
    return Poll(
        **{
            **row,
            "content": json.loads(row["content"]),
            "settings": json.loads(row["settings"]),
            "hidden": tuple(json.loads(row["hidden"])),
            "results_shown": bool(row["results_shown"]),
        }
    )
