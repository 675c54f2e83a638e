"""What only SQLite can promise: where commits go, how a tally is found, what erasing leaves."""

from __future__ import annotations

import secrets
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from polling.errors import CannotStart
from polling.storage.sqlite import (
    ballot_rows,
    open_store,
    poll_rows,
    prepare,
    session_rows,
    tally_rows,
)
from polling.storage.sqlite.migrations import migrations
from polling.storage.sqlite.store import SqliteStore
from tests.storage.disk import no_room_on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "sessions.db"
    prepare(made)
    return made


def pragma(store: SqliteStore, name: str) -> object:
    ((value,),) = store.db.execute(f"PRAGMA {name}").fetchall()
    return value


@pytest.mark.parametrize("writing", [True, False])
def test_a_commit_survives_a_power_cut(path: Path, writing: bool) -> None:
    with closing(open_store(path, writing=writing)) as store:
        assert pragma(store, "journal_mode") == "wal"
        assert pragma(store, "synchronous") == 2  # FULL
        assert pragma(store, "foreign_keys") == 1
        assert pragma(store, "secure_delete") == 1
        assert pragma(store, "query_only") == (0 if writing else 1)


def test_a_reading_connection_writes_nothing(path: Path) -> None:
    with closing(open_store(path)) as store, pytest.raises(sqlite3.OperationalError):
        store.touch()


def alone(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What the file says without its journal, as if that were lost."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as db:
        return db.execute(sql).fetchall()


def test_the_journal_is_brought_into_the_file_by_a_reader_and_never_by_a_commit(
    path: Path,
) -> None:
    many = "SELECT COUNT(*) FROM links"
    with closing(open_store(path, writing=True)) as store, closing(open_store(path)) as reader:
        for number in range(1500):  # each writes a page: SQLite would do it after a thousand
            with store.transaction():
                store.add_link(f"link{number}", "now")
        assert alone(path, many) == [(0,)]
        reader.checkpoint()
        assert alone(path, many) == [(1500,)]


def plan(path: Path, sql: str) -> list[str]:
    """How SQLite goes about it."""
    values = [1] * sql.count("?")
    with closing(open_store(path)) as store:
        rows = store.db.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()
    return [row[3] for row in rows]


@pytest.mark.parametrize(
    "sql", [tally_rows._ANSWERS, tally_rows._HOW_MANY, ballot_rows._ANSWERS], ids=range(3)
)
def test_a_round_is_counted_by_an_index_alone_and_in_its_order(path: Path, sql: str) -> None:
    (step,) = plan(path, sql)
    assert step == "SEARCH ballots USING COVERING INDEX ballots_tally (poll=? AND round=?)"


LIVE = [
    tally_rows._ENTRIES, tally_rows._ANSWERED, tally_rows._VOTES_BY_POLL, ballot_rows._BALLOTS,
    ballot_rows._OF_PARTICIPANT, ballot_rows._VOTED_ON, ballot_rows._PARTICIPANTS,
    poll_rows._POLL, poll_rows._RUNNING_ORDER, session_rows._SESSION, session_rows._BY_CODE,
]  # fmt: skip


@pytest.mark.parametrize("sql", LIVE)
def test_what_is_asked_while_people_vote_leaves_the_ballots_of_others_alone(
    path: Path, sql: str
) -> None:
    steps = [step for step in plan(path, sql) if step.startswith(("SEARCH", "SCAN"))]
    assert [step for step in steps if "(subquery" not in step and "=?)" not in step] == []


@pytest.mark.parametrize(
    "sql", [tally_rows._ANSWERED, tally_rows._VOTES_BY_POLL, ballot_rows._BALLOTS]
)
def test_what_may_be_long_is_in_order_already(path: Path, sql: str) -> None:
    assert not [step for step in plan(path, sql) if "TEMP B-TREE" in step]


def test_the_file_is_for_its_owner_only(path: Path) -> None:
    """The key that signs every cookie is in it."""
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_only_one_file_is_left_when_all_connections_are_closed(path: Path) -> None:
    with closing(open_store(path, writing=True)) as store:
        store.touch()
        assert len(list(path.parent.iterdir())) == 3
    assert list(path.parent.iterdir()) == [path]


def on_disk(path: Path) -> bytes:
    """Every byte of the file and of what stands beside it."""
    return b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_an_erased_key_is_nowhere_in_the_file_nor_beside_it(path: Path) -> None:
    """Not even where rows have grown and moved from page to page."""
    keys = [secrets.token_bytes(32) for _ in range(120)]
    with closing(open_store(path, writing=True)) as store:
        for number, key in enumerate(keys):
            with store.transaction():
                made = store.add_session(
                    code=f"CODE{number}", title="t", language="fr", created="now", key=key,
                    screen_key="s", facilitator_key="f",
                )  # fmt: skip
                store.change_session(made.id, title="x" * (number * 37 % 200))
        for number in range(0, 120, 7):
            with store.transaction():
                store.delete_session(number + 1)
        for number in range(120):
            if number % 7:
                with store.transaction():
                    store.change_session(
                        number + 1, title="y" * (number * 53 % 200), status="ended", ended="2030"
                    )
        assert keys[1] in on_disk(path)
        with store.transaction():
            store.erase_keys("2031")
        assert store.forget_journal_of_writes()
        kept = on_disk(path)
    assert not any(key in kept for key in keys)
    assert not any(key[:12] in kept or key[-12:] in kept for key in keys)


def test_what_was_erased_waits_for_a_long_read_without_holding_up_votes(path: Path) -> None:
    with (
        closing(open_store(path, writing=True)) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as reading,
    ):
        store.touch()
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM server").fetchone()
        store.touch()
        assert not store.forget_journal_of_writes()
        assert pragma(store, "busy_timeout") == 5000
        reading.execute("COMMIT")
        assert store.forget_journal_of_writes()


# An older file is brought up to date after a copy of it was made.


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of this program that has one step more."""
    monkeypatch.setattr(migrations, "_migrations", [*migrations._migrations])

    @migrations()
    def m999_a_later_step(db: Database) -> None:
        db.execute("ALTER TABLE sessions ADD COLUMN theme TEXT")


@pytest.fixture
def broken(newer: None) -> None:
    """One step more again, which does not work out."""

    @migrations()
    def m999_b_broken_step(db: Database) -> None:
        db.execute("CREATE TABLE half (done)")
        db.execute("SELECT * FROM nothing")


COPY = "sessions.db.before-m999_a_later_step"


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [row[1] for row in db.execute("PRAGMA table_info(sessions)").fetchall()]


def test_an_older_file_is_copied_before_it_is_changed(
    path: Path, request: pytest.FixtureRequest
) -> None:
    with closing(open_store(path, writing=True)) as store:
        store.add_link("kept", "now")
    request.getfixturevalue("newer")
    prepare(path)
    copy = path.with_name(COPY)
    assert ("theme" in columns(path), "theme" in columns(copy)) == (True, False)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(open_store(copy)) as store:
        assert store.link_is_open("kept")


def test_what_was_only_in_the_journal_is_in_the_copy(
    path: Path, request: pytest.FixtureRequest
) -> None:
    with closing(open_store(path, writing=True)) as store:
        store.add_link("kept", "now")
        request.getfixturevalue("newer")
        prepare(path)
    with closing(open_store(path.with_name(COPY))) as copied:
        assert copied.link_is_open("kept")


def test_a_copy_is_made_once(path: Path, newer: None) -> None:
    prepare(path)
    copy = path.with_name(COPY)
    assert copy.exists()
    copy.unlink()
    prepare(path)
    assert not copy.exists()


def test_a_new_file_is_not_copied(tmp_path: Path, newer: None) -> None:
    prepare(tmp_path / "new.db")
    assert [file.name for file in tmp_path.iterdir()] == ["new.db"]


def test_steps_that_do_not_work_out_leave_the_file_as_it_was(
    path: Path, request: pytest.FixtureRequest
) -> None:
    before = path.read_bytes()
    request.getfixturevalue("broken")
    with pytest.raises(CannotStart):
        prepare(path)
    assert path.read_bytes() == before
    assert {file.name for file in path.parent.iterdir()} == {path.name, COPY}


def test_without_room_for_the_copy_nothing_is_changed(
    path: Path, request: pytest.FixtureRequest
) -> None:
    before = path.read_bytes()
    request.getfixturevalue("newer")
    with no_room_on_disk(len(before) // 2), pytest.raises(CannotStart):
        prepare(path)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_new_file_that_cannot_be_made_is_not_left_half_done(tmp_path: Path, broken: None) -> None:
    with pytest.raises(CannotStart):
        prepare(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []
