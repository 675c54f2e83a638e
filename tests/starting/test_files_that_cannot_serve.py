"""A file that cannot serve: one line, status 2, and the file byte for byte as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from polling.errors import CannotStart
from polling.storage import prepare
from tests.starting.small_disk import small_disk
from tests.starting.terminal import BOUND_BY_MODE_BITS, needs, types

bound_by_mode_bits = needs(*BOUND_BY_MODE_BITS)


def all_files(folder: Path) -> dict[str, str]:
    """What stands in `folder`, and what is in it."""
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    """Nothing in `folder` is other than before, and nothing is left in it."""
    before = all_files(folder)
    yield
    assert all_files(folder) == before


def serves(path: Path, before: tuple[str, ...] = ()) -> str:
    """Tries to serve `path`, and gives the line that says why not."""
    with unchanged(path.parent):
        return types("--database", path, before=before).refuses(str(path))


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO _sqlite_migrations VALUES (99, 'matinale', 'm999_later', 'then')")


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE sessions (id)")


def foreign_with_a_journal(path: Path) -> None:
    foreign(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")


def no_database(path: Path) -> None:
    path.write_text("Bonjour,\nvoici la liste des personnes inscrites.\n" * 50)


def damaged_head(path: Path) -> None:
    path.write_bytes(b"\xa5" * 100 + path.read_bytes()[100:])


def damaged_in_the_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\xa5" * 4096
    path.write_bytes(content)


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def cut_to_its_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


@pytest.mark.parametrize(
    "harm, words",
    [
        (newer, "newer version"),
        (foreign, "not a database of this program"),
        (foreign_with_a_journal, "not a database of this program"),
        (no_database, "damaged"),
        (damaged_head, "damaged"),
        (damaged_in_the_middle, "damaged"),
        (cut_in_half, "damaged"),
        (cut_to_its_head, "damaged"),
    ],
)
def test_it_is_refused_and_left_alone(
    database: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(database)
    with unchanged(database.parent), pytest.raises(CannotStart) as refusal:
        prepare(database)
    assert words in refusal.value.message


@pytest.mark.parametrize("harm", [newer, damaged_in_the_middle])
def test_the_host_reads_one_line(database: Path, harm: Callable[[Path], None]) -> None:
    harm(database)
    serves(database)


@pytest.mark.parametrize("command", ["link", "demo"])
def test_other_commands_leave_it_alone_too(database: Path, command: str) -> None:
    newer(database)
    with unchanged(database.parent):
        types(command, "--database", database).refuses("newer version")


def test_a_newer_file_with_votes_still_in_its_journal_keeps_them(database: Path) -> None:
    """As a newer server leaves it that was killed."""
    with closing(sqlite3.connect(database)) as db:
        db.execute("INSERT INTO _sqlite_migrations VALUES (99, 'matinale', 'm999_later', 'then')")
        db.commit()
        journal = database.with_name("sessions.db-wal").read_bytes()
        content = database.read_bytes()
    database.write_bytes(content)
    database.with_name("sessions.db-wal").write_bytes(journal)
    before = all_files(database.parent)
    types("--database", database).refuses("newer version")
    # The index of the journal (-shm) is SQLite's scratch pad and holds nothing.
    assert {**all_files(database.parent), **before} == all_files(database.parent)


@bound_by_mode_bits
def test_a_read_only_file(database: Path) -> None:
    database.chmod(0o444)
    assert "read-only" in serves(database, BOUND_BY_MODE_BITS)


@bound_by_mode_bits
@pytest.mark.parametrize("name", ["sessions.db", "new.db"])
def test_a_read_only_folder(database: Path, name: str) -> None:
    database.parent.chmod(0o555)
    assert "read-only" in serves(database.with_name(name), BOUND_BY_MODE_BITS)
    database.parent.chmod(0o755)


@bound_by_mode_bits
def test_a_folder_that_is_closed_to_this_user(database: Path) -> None:
    database.parent.chmod(0)
    types("--database", database, before=BOUND_BY_MODE_BITS).refuses(str(database))
    database.parent.chmod(0o755)


@pytest.mark.parametrize("name", ["", "missing/sessions.db", "sessions.db/sessions.db", "x" * 300])
def test_a_place_where_no_file_can_be(database: Path, name: str) -> None:
    with unchanged(database.parent), pytest.raises(CannotStart):
        prepare(database.parent / name)


def test_a_folder_is_no_file(database: Path) -> None:
    with unchanged(database.parent):
        types("--database", database.parent).refuses(str(database.parent), "not a file")


# A small disk of its own, mounted for the program alone.

ON_A_SMALL_DISK = """
mount -t tmpfs -o size=5m tmpfs "$0" && cp "$1" "$0/sessions.db" || exit 99
[ -n "$2" ] && head -c "$2" /dev/zero > "$0/other"
cd "$0"; sha256sum * > /tmp/before.$$; shift 2
"$@" --database "$0/sessions.db"; status=$?
sha256sum * | cmp /tmp/before.$$ - || status=98
rm /tmp/before.$$; exit $status
"""


@small_disk
def test_a_full_disk(database: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    refused = types(
        before=("unshare", "-m", "sh", "-c", ON_A_SMALL_DISK, str(disk), str(database), "4900000"),
    )
    assert "full" in refused.refuses(str(disk))
