"""Every implementation of the Store, each tried by all the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import pytest

from polling.records import Poll, Session, Vote
from polling.storage import Store, open_store, prepare


class Implementation(Protocol):
    """A place to store in, and how to open it."""

    def open(self, *, writing: bool = False) -> Store: ...


class Sqlite:
    """One file in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "sessions.db"
        prepare(self.path)

    def open(self, *, writing: bool = False) -> Store:
        return open_store(self.path, writing=writing)


IMPLEMENTATIONS: list[Callable[[Path], Implementation]] = [Sqlite]


@pytest.fixture(params=IMPLEMENTATIONS, ids=lambda made: made.__name__)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Implementation:
    made: Implementation = request.param(tmp_path)
    return made


@pytest.fixture
def store(place: Implementation) -> Iterator[Store]:
    """The connection that writes."""
    with closing(place.open(writing=True)) as opened:
        yield opened


@pytest.fixture
def reader(place: Implementation) -> Iterator[Store]:
    """A connection beside it that reads."""
    with closing(place.open()) as opened:
        yield opened


class Shelf:
    """Puts things into a store with as few words as a test needs."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def session(self, code: str = "ABCDEF", **values: Any) -> Session:
        usual = {
            "code": code, "title": "Une séance", "language": "fr", "created": "2030-01-01",
            "screen_key": "s", "facilitator_key": "f", "key": b"k" * 32,
        }  # fmt: skip
        return self.store.add_session(**{**usual, **values})

    def poll(self, session: Session, position: int = 1, **values: Any) -> Poll:
        usual = {
            "session": session.id, "kind": "single_choice", "title": "Une question ?",
            "content": {"options": []}, "settings": {}, "notes": "", "position": position,
            "status": "open", "round": 1,
        }  # fmt: skip
        return self.store.add_poll(**{**usual, **values})

    def vote(
        self,
        poll: Poll,
        who: str,
        answer: str | None,
        minute: str = "2030-01-01T09:00Z",
        **more: Any,
    ) -> None:
        """`answer` as plain text; it is stored as JSON."""
        text = None if answer is None else f'"{answer}"'
        usual = {"round": poll.round, "slot": "", "seq": 0}
        vote = Vote(poll=poll.id, participant=who, answer=text, **{**usual, **more})
        self.store.record([vote], minute)

    def counts(self, poll: Poll, round: int | None = None) -> dict[str, int]:
        """What the tally says of the only slot."""
        tally = self.store.tally(poll.id, poll.round if round is None else round)
        return {answer: number for _, answer, number in tally.counts}


@pytest.fixture
def shelf(store: Store) -> Shelf:
    return Shelf(store)


@pytest.fixture
def poll(shelf: Shelf) -> Poll:
    """An open poll in a session of its own."""
    return shelf.poll(shelf.session())
