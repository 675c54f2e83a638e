"""One connection to the file, set up so that what was committed is on disk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from polling.storage.sqlite.searching import PLAIN, plain

BUSY_MS = 5000
"""How long a command beside the running server waits for its turn to write."""


def connect(path: Path, *, writing: bool) -> Database:
    """WAL with `synchronous=FULL`: a commit returns once it would survive a power cut.

    `secure_delete` overwrites what is deleted, so that an erased key is gone from the file. What
    SQLite notes for the time of a statement needs no file of its own. Nobody who commits brings the
    journal into the file: see `checkpoint`.
    """
    connection = sqlite3.connect(path, check_same_thread=False)
    connection.executescript(
        f"""PRAGMA busy_timeout = {BUSY_MS};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 0;
        PRAGMA secure_delete = ON;
        PRAGMA query_only = {"OFF" if writing else "ON"};"""
    )
    connection.create_function(PLAIN, 1, plain, deterministic=True)
    return Database(connection, execute_plugins=False)


def connect_scratch() -> Database:
    """A database in memory, with the same functions and the same rules."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.create_function(PLAIN, 1, plain, deterministic=True)
    return Database(connection, execute_plugins=False)


def connect_untouched(path: Path) -> Database:
    """A connection that cannot change the file, to look before anything is opened for writing.

    Where no journal stands beside the file, none is made either: nobody else writes then.
    """
    has_journal = Path(f"{path}-wal").exists()
    uri = f"{path.resolve().as_uri()}?mode=ro" + ("" if has_journal else "&immutable=1")
    return Database(sqlite3.connect(uri, uri=True), execute_plugins=False, recursive_triggers=False)
