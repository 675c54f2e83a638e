"""Downloads of a session that is stored, also while people vote in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from polling.exports import Exports
from polling.records import Session, Vote
from polling.results import Results
from polling.storage import open_store, prepare
from polling.storage.sqlite.store import SqliteStore

MINUTE = "2026-11-23T09:05Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """What a running server writes with."""
    prepare(tmp_path / "sessions.db")
    opened = open_store(tmp_path / "sessions.db", writing=True)
    yield opened
    opened.close()


@pytest.fixture
def session(store: SqliteStore) -> Session:
    """A session with one open question about yes or no, and one vote."""
    with store.transaction():
        made = store.add_session(
            code="QW7K3F", title="Matinale", language="fr", screen_key="s", facilitator_key="f",
            key=b"k", created="2026-11-22T16:00:00Z", started="2026-11-23T09:00:00Z",
        )  # fmt: skip
        store.add_poll(
            session=made.id, kind="yes_no", title="Déjà fait ?", content={},
            settings={"unsure": False}, position=1, status="open", round=1,
        )  # fmt: skip
    vote(store, made, "ada")
    return made


@pytest.fixture
def exports(store: SqliteStore) -> Exports:
    return Exports(store, Results)


def vote(store: SqliteStore, session: Session, *participants: str) -> None:
    (poll,) = store.polls(session.id)
    with store.transaction():
        store.record([Vote(poll.id, 1, name, "", '"yes"', 0) for name in participants], MINUTE)


def rows(body: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(body.decode(), newline="")))


def nobody_reads(store: SqliteStore) -> bool:
    """The write-ahead log cannot be emptied under a reader."""
    store.db.execute("PRAGMA busy_timeout = 0")
    (busy, *_) = store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def test_files_are_named_by_code_and_day(exports: Exports, session: Session) -> None:
    names = [
        exports.answers(session, str).filename,
        exports.codebook(session, str).filename,
        exports.everything(session, str).filename,
    ]

    assert names == [
        "QW7K3F-2026-11-23.csv",
        "QW7K3F-2026-11-23.codebook.csv",
        "QW7K3F-2026-11-23.json",
    ]


def test_browsers_save_them_and_do_not_show_them(exports: Exports, session: Session) -> None:
    headers = exports.answers(session, str).headers

    assert headers["Content-Disposition"] == 'attachment; filename="QW7K3F-2026-11-23.csv"'
    assert headers["Content-Type"] == "text/csv; charset=utf-8"


def test_answers_are_what_is_stored(exports: Exports, session: Session) -> None:
    _, row = rows(b"".join(exports.answers(session, str).body))

    assert row[4:] == ["Déjà fait ?", "1", "ada", "", '"yes"', "visible", MINUTE, "yes", "Yes"]


def test_results_agree_with_the_ballots(exports: Exports, session: Session) -> None:
    (poll,) = json.loads(b"".join(exports.everything(session, str).body))["polls"]

    assert poll["rounds"][0]["answered"] == len(poll["rounds"][0]["ballots"]) == 1
    assert poll["rounds"][0]["results"] == {"counts": {"yes": 1, "no": 0}}


def test_a_long_download_holds_back_no_vote_and_shows_one_moment(
    exports: Exports, session: Session, store: SqliteStore
) -> None:
    vote(store, session, *(f"p{number}" for number in range(2000)))
    body = exports.answers(session, str).body
    beginning = next(body)
    vote(store, session, "zoe")

    assert len(rows(beginning + b"".join(body))) == 1 + 2001
    assert store.answered(store.polls(session.id)[0].id, 1) == 2002


def test_a_download_that_is_broken_off_leaves_no_reader_behind(
    exports: Exports, session: Session, store: SqliteStore
) -> None:
    vote(store, session, *(f"p{number}" for number in range(2000)))
    body = exports.answers(session, str).body
    next(body)
    assert not nobody_reads(store)

    del body
    assert nobody_reads(store)


def test_a_finished_download_leaves_no_reader_behind(
    exports: Exports, session: Session, store: SqliteStore
) -> None:
    b"".join(exports.everything(session, str).body)

    assert nobody_reads(store)
