"""Sessions in SQLite."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import fields
from typing import Any

from sqlite_utils import Database

from polling.errors import SessionNotFound
from polling.records import EVERYTHING, Search, Session
from polling.storage.sqlite.connection import BUSY_MS
from polling.storage.sqlite.searching import conditions

_NAMES = [column.name for column in fields(Session)]
_COLUMNS = ", ".join(_NAMES)
_SESSION = f"SELECT {_COLUMNS} FROM sessions WHERE id = ? AND discarded IS NULL"
_BY_CODE = f"SELECT {_COLUMNS} FROM sessions WHERE code = ? AND discarded IS NULL"


class SessionRows:
    """The facet of the store that keeps sessions."""

    db: Database

    def add_session(self, **values: Any) -> Session:
        made: Any = self.db.table("sessions").insert(_stored(values)).last_pk
        return self.session(made)

    def session(self, session: int) -> Session:
        return self._one_session(_SESSION, session)

    def session_by_code(self, code: str) -> Session:
        return self._one_session(_BY_CODE, code)

    def code_is_taken(self, code: str) -> bool:
        return bool(self.db.execute("SELECT 1 FROM sessions WHERE code = ?", [code]).fetchall())

    def sessions(self, limit: int, offset: int = 0, search: Search = EVERYTHING) -> list[Session]:
        which, values = conditions(search)
        sql = f"SELECT {_COLUMNS} FROM sessions WHERE {which} ORDER BY id DESC LIMIT ? OFFSET ?"
        rows = self.db.execute(sql, [*values, limit, offset]).fetchall()
        return [_session(row) for row in rows]

    def count_sessions(self, search: Search = EVERYTHING) -> int:
        which, values = conditions(search)
        sql = f"SELECT count(*) FROM sessions WHERE {which}"
        ((count,),) = self.db.execute(sql, values).fetchall()
        return int(count)

    def change_session(self, session: int, **values: Any) -> Session:
        self.db.table("sessions").update(session, _stored(values))
        return self.session(session)

    def grow_rev(self, session: int) -> int:
        sql = "UPDATE sessions SET rev = rev + 1 WHERE id = ? RETURNING rev"
        (rev,) = self.db.execute(sql, [session]).fetchall()[0]
        return int(rev)

    def delete_session(self, session: int) -> None:
        self.session(session)
        self.db.table("sessions").delete(session)

    def erase_keys(self, ended_before: str) -> list[int]:
        sql = (
            "UPDATE sessions SET key = NULL"
            " WHERE key IS NOT NULL AND status = 'ended' AND ended < ? RETURNING id"
        )
        erased = [session for (session,) in self.db.execute(sql, [ended_before]).fetchall()]
        # Clients count `seq` in milliseconds: it would tell more than the minute that is kept.
        for session in erased:
            self.db.execute(
                "UPDATE ballots SET seq = 0, elapsed = NULL"
                " WHERE poll IN (SELECT id FROM polls WHERE session = ?)",
                [session],
            )
            self.db.execute("UPDATE profiles SET nickname = NULL WHERE session = ?", [session])
        return erased

    def forget_journal_of_writes(self) -> bool:
        """Empties the write-ahead log, where an erased key would still be readable."""
        # Without waiting for a reader to end: the next vote would wait as well.
        self.db.execute("PRAGMA busy_timeout = 0")
        try:
            ((is_busy, _, _),) = self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self.db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not is_busy

    def _one_session(self, sql: str, value: Any) -> Session:
        # A number or a text that the file cannot hold is not in it either.
        with suppress(OverflowError, UnicodeEncodeError):
            for row in self.db.execute(sql, [value]).fetchall():
                return _session(row)
        raise SessionNotFound


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    """`values` with the JSON column as text."""
    if "settings" not in values:
        return values
    return {**values, "settings": json.dumps(values["settings"], ensure_ascii=False)}


def _session(row: tuple[Any, ...]) -> Session:
    values = dict(zip(_NAMES, row, strict=True))
    values["settings"] = json.loads(values["settings"])
    values["rehearsal"] = bool(values["rehearsal"])
    return Session(**values)
