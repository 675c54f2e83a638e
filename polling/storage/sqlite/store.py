"""The whole Store: one connection and what may be asked of it, a facet a file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from polling.storage.sqlite.access_rows import AccessRows
from polling.storage.sqlite.ballot_rows import BallotRows
from polling.storage.sqlite.connection import connect
from polling.storage.sqlite.discarded_rows import DiscardedRows
from polling.storage.sqlite.image_rows import ImageRows
from polling.storage.sqlite.journal_rows import JournalRows
from polling.storage.sqlite.poll_rows import PollRows
from polling.storage.sqlite.profile_rows import ProfileRows
from polling.storage.sqlite.server_rows import ServerRows
from polling.storage.sqlite.session_rows import SessionRows
from polling.storage.sqlite.tally_rows import TallyRows
from polling.storage.sqlite.theme_rows import ThemeRows


class SqliteStore(
    SessionRows,
    PollRows,
    DiscardedRows,
    BallotRows,
    TallyRows,
    ProfileRows,
    JournalRows,
    ServerRows,
    AccessRows,
    ImageRows,
    ThemeRows,
):
    """See polling.storage.store.Store, which it answers."""

    def __init__(self, path: Path, db: Database, *, writing: bool) -> None:
        self._path = path
        self._writing = writing
        self.db = db

    @contextmanager
    def transaction(self) -> Iterator[None]:
        # Locked from its beginning: one that has read and then finds that another process wrote
        # (`link`, while the server runs) could no longer write.
        # A reader's transaction is one moment of the file.
        self.db.execute("BEGIN IMMEDIATE" if self._writing else "BEGIN")
        try:
            yield
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise

    def another(self) -> SqliteStore:
        return SqliteStore(self._path, connect(self._path, writing=False), writing=False)

    def checkpoint(self) -> None:
        # What a reader still needs, or the disk does not take, stays in the journal until then.
        with suppress(sqlite3.Error):
            self.db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    def close(self) -> None:
        self.db.close()
