"""Opening the file: look first, refuse in one line what cannot serve, then bring it up to date."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from polling.errors import CannotStart
from polling.languages import N_
from polling.storage.sqlite.connection import connect, connect_scratch, connect_untouched
from polling.storage.sqlite.migrations import migrations
from polling.storage.sqlite.store import SqliteStore

LEAST_FREE_BYTES = 4 * 1024 * 1024


def prepare(path: Path) -> None:
    """Makes `path` a database of this version, after a copy where an older one is changed.

    Raises CannotStart, leaving the file as it was, where it is newer than this program, is not
    ours, is damaged or cannot be written, or where the disk is full.
    """
    try:
        _check_place(path)
        if path.exists() and path.stat().st_size:
            _check_content(path)
            _bring_up_to_date(path)
        else:
            _make(path)
    except sqlite3.OperationalError as error:
        raise _refusal(path, error) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(path, error) from error
    except OSError as error:
        raise _unusable(path, error.strerror) from error


def open_store(path: Path, *, writing: bool = False) -> SqliteStore:
    """A store on a prepared file."""
    return SqliteStore(path, connect(path, writing=writing), writing=writing)


def scratch_store() -> SqliteStore:
    """A store in memory, for what is only tried out: nothing of it ever reaches a disk."""
    db = connect_scratch()
    migrations.apply(db)
    return SqliteStore(Path(), db, writing=True)


def _check_place(path: Path) -> None:
    folder = path.resolve().parent
    if not folder.is_dir():
        raise CannotStart(N_("%(path)s cannot be made: there is no such folder."), path=path)
    if path.exists() and not path.is_file():
        raise CannotStart(N_("%(path)s is not a file."), path=path)
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise CannotStart(N_("%(path)s is read-only."), path=path)
    if not os.access(folder, os.W_OK):
        raise CannotStart(N_("%(path)s stands in a folder that is read-only."), path=path)
    if shutil.disk_usage(folder).free < LEAST_FREE_BYTES:
        raise CannotStart(N_("The disk that holds %(path)s is full."), path=path)


def _check_content(path: Path) -> None:
    with closing(connect_untouched(path)) as db:
        tables = set(db.table_names())
        if tables and migrations.migrations_table not in tables:
            raise CannotStart(N_("%(path)s is not a database of this program."), path=path)
        known = {step.name for step in migrations._migrations}
        newer = {step.name for step in migrations.applied(db)} - known
        if newer:
            raise CannotStart(
                N_("%(path)s was written by a newer version of this program."), path=path
            )
        fault = next(db.query("PRAGMA quick_check(1)"))["quick_check"]
        if fault != "ok":
            raise _damaged(path, fault)


def _make(path: Path) -> None:
    """A new file, for its owner's eyes only: the keys that sign cookies are in it."""
    path.touch(mode=0o600)
    try:
        _bring_up_to_date(path)
    except sqlite3.Error:
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            path.with_name(name).unlink(missing_ok=True)
        raise


def _bring_up_to_date(path: Path) -> None:
    """All steps that are missing, or none of them."""
    with closing(connect(path, writing=True)) as db:
        pending = migrations.pending(db)
        if pending and migrations.applied(db):
            _copy(db, path, pending[0].name)
        with db.atomic():
            migrations.apply(db)
            SqliteStore(path, db, writing=True).touch()


def _copy(db: Database, path: Path, step: str) -> None:
    """A whole copy beside the file, made by SQLite so that the journal's part is in it."""
    copy = path.with_name(f"{path.name}.before-{step}")
    copy.touch()
    shutil.copymode(path, copy)
    try:
        with closing(sqlite3.connect(copy)) as target:
            db.conn.backup(target)
    except sqlite3.Error:
        copy.unlink()
        raise


def _damaged(path: Path, reason: object) -> CannotStart:
    return CannotStart(N_("%(path)s is damaged: %(reason)s."), path=path, reason=reason)


def _refusal(path: Path, error: sqlite3.OperationalError) -> CannotStart:
    reason = str(error)
    if "readonly" in reason:
        return CannotStart(N_("%(path)s is read-only."), path=path)
    if "full" in reason:
        return CannotStart(N_("The disk that holds %(path)s is full."), path=path)
    return _unusable(path, reason)


def _unusable(path: Path, reason: object) -> CannotStart:
    return CannotStart(N_("%(path)s cannot be opened: %(reason)s."), path=path, reason=reason)
