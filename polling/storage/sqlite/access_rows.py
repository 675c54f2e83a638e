"""Facilitators and their one-time links in SQLite."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from polling.errors import LinkUsed


class AccessRows:
    """The facet of the store that keeps who may sign in."""

    db: Database

    def add_link(self, fingerprint: str, made: str) -> None:
        self.db.table("links").insert({"fingerprint": fingerprint, "made": made})

    def use_link(self, fingerprint: str, used: str) -> int:
        if not self.link_is_open(fingerprint):
            raise LinkUsed
        facilitator: Any = self.db.table("facilitators").insert({"created": used}).last_pk
        values = {"used": used, "facilitator": facilitator}
        self.db.table("links").update(fingerprint, values)
        return int(facilitator)

    def link_is_open(self, fingerprint: str) -> bool:
        sql = "SELECT 1 FROM links WHERE fingerprint = ? AND used IS NULL"
        return bool(self.db.execute(sql, [fingerprint]).fetchall())

    def has_facilitator(self, facilitator: int) -> bool:
        sql = "SELECT 1 FROM facilitators WHERE id = ?"
        return bool(self.db.execute(sql, [facilitator]).fetchall())
