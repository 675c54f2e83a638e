"""What the database of a running server holds, read from beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from tests.running import Server


def on_disk(server: Server) -> bytes:
    """Every byte of the database and of the journal beside it."""
    return b"".join(path.read_bytes() for path in server.database.parent.glob("sessions.db*"))


def rows(server: Server, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()
