"""A database as a server leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from polling.storage import prepare


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound database."""
    path = tmp_path_factory.mktemp("kept") / "sessions.db"
    prepare(path)
    return path.read_bytes()


@pytest.fixture
def database(tmp_path: Path, kept: bytes) -> Path:
    """A sound database that a test may harm, alone in a folder."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "sessions.db"
    path.write_bytes(kept)
    return path
