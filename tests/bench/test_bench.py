"""The bench plays short evenings: nothing is lost or counted twice, and it would say so.

It asserts no times: those depend on who else uses the machine.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.crash import crash
from bench.evening import evening
from bench.matinale import Matinale

PHONES = 30
SECONDS = 0.5

Starter = Callable[[type[Matinale]], Matinale]


class Forger(Matinale):
    """While it is down, somebody else is made the voter of one ballot in its file."""

    def kill(self) -> None:
        super().kill()
        with closing(sqlite3.connect(self._database)) as db, db:
            db.execute(
                "UPDATE OR IGNORE ballots SET participant = 'nobody'"
                " WHERE participant = (SELECT MIN(participant) FROM ballots)"
            )


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Starter]:
    """Starts a server and sees to it that it ends."""
    servers = []

    def start(kind: type[Matinale]) -> Matinale:
        servers.append(kind(tmp_path))
        servers[-1].start()
        return servers[-1]

    yield start
    for server in servers:
        server.kill()


def test_every_vote_of_an_evening_is_stored_and_shown_once(started: Starter) -> None:
    run = asyncio.run(evening(started(Matinale), PHONES, SECONDS))
    assert run.faults == []
    for burst in ("vote", "live"):
        assert run.figures[f"{burst}.sent"] == PHONES
        assert run.figures[f"{burst}.acked"] == PHONES
        assert run.figures[f"{burst}.stored"] == PHONES
    assert run.figures["again.resent"] == PHONES / 10
    assert run.figures["live.delivered"] >= PHONES


def test_acknowledged_votes_outlive_a_crash(started: Starter) -> None:
    run = asyncio.run(crash(started(Matinale), PHONES, SECONDS))
    assert run.faults == []
    assert 0 < run.figures["kill.acked"] < PHONES
    assert run.figures["kill.stored"] == PHONES


def test_a_lost_and_an_added_ballot_are_noticed(started: Starter) -> None:
    run = asyncio.run(crash(started(Forger), PHONES, SECONDS))
    lost, added = run.faults
    assert lost.startswith("1 of ")
    assert added.startswith("stored ")
    assert run.figures["kill.stored"] == PHONES + 1
