"""What was deleted and can still be brought back: rows that no other question finds."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from polling.errors import PollNotFound, SessionNotFound

_SESSIONS = "SELECT id, title FROM sessions WHERE discarded IS NOT NULL ORDER BY discarded DESC"
_POLLS = """SELECT id, title FROM polls WHERE session = ? AND discarded IS NOT NULL
    ORDER BY discarded DESC"""


class DiscardedRows:
    """The facet of the store that keeps what is on its way out."""

    db: Database

    def discard_session(self, session: int, at: str) -> None:
        if not self._mark("sessions", "id", session, at):
            raise SessionNotFound
        # So that nobody finds them by themselves, and a late vote finds nothing to count for.
        self._mark("polls", "session", session, at)

    def restore_session(self, session: int) -> None:
        with suppress(OverflowError):
            for (at,) in self._since("sessions", session):
                # Those that were discarded before it are no part of what comes back.
                sql = "UPDATE polls SET discarded = NULL WHERE session = ? AND discarded = ?"
                self.db.execute(sql, [session, at])
                self._unmark("sessions", session)
                return
        raise SessionNotFound

    def discarded_sessions(self) -> list[tuple[int, str]]:
        return [(id, title) for id, title in self.db.execute(_SESSIONS).fetchall()]

    def discarded_polls(self, session: int) -> list[tuple[int, str]]:
        return [(id, title) for id, title in self.db.execute(_POLLS, [session]).fetchall()]

    def discard_poll(self, poll: int, at: str) -> None:
        if not self._mark("polls", "id", poll, at):
            raise PollNotFound

    def restore_poll(self, poll: int, session: int) -> None:
        sql = "SELECT 1 FROM polls WHERE id = ? AND session = ? AND discarded IS NOT NULL"
        with suppress(OverflowError):
            if self.db.execute(sql, [poll, session]).fetchall():
                self._unmark("polls", poll)
                return
        raise PollNotFound

    def delete_discarded(self, before: str) -> int:
        deleted = 0
        for table in ("sessions", "polls"):
            sql = f"DELETE FROM {table} WHERE discarded < ?"
            deleted += self.db.execute(sql, [before]).rowcount
        return deleted

    def _since(self, table: str, id: int) -> list[Any]:
        sql = f"SELECT discarded FROM {table} WHERE id = ? AND discarded IS NOT NULL"
        found: list[Any] = self.db.execute(sql, [id]).fetchall()
        return found

    def _mark(self, table: str, column: str, value: int, at: str) -> int:
        sql = f"UPDATE {table} SET discarded = ? WHERE {column} = ? AND discarded IS NULL"
        return int(self.db.execute(sql, [at, value]).rowcount)

    def _unmark(self, table: str, id: int) -> None:
        self.db.execute(f"UPDATE {table} SET discarded = NULL WHERE id = ?", [id])
