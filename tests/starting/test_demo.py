"""`demo`: simulated attendees, who only ever enter a rehearsal."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.room import Room, eventually
from tests.running import Server
from tests.starting.terminal import running, types

PEOPLE = 3
SEED = ("--attendees", PEOPLE, "--seed", 73)
"""These three think fast."""


def test_they_join_and_vote_and_leave_quietly(own_server: Server, tmp_path: Path) -> None:
    server = own_server
    (demonstration,) = server.sessions()
    (poll, *_) = server.api("GET", f"/sessions/{demonstration['id']}/export.json").json()["polls"]
    assert server.api("POST", f"/polls/{poll['id']}/open").ok
    there = ("--port", server.port, "--database", server.database)
    with running(tmp_path, "demo", *SEED, *there, until="") as demo:
        eventually(
            lambda: server.api("GET", f"/polls/{poll['id']}/results").json()["answered"] == PEOPLE,
            "their votes",
        )
        assert demo.stops(signal.SIGINT) == 0
        assert "Traceback" not in demo.said


def test_they_refuse_a_session_that_is_no_rehearsal(server: Server) -> None:
    room = Room(server)
    refused = types("demo", *SEED, "--code", room.code, "--url", server.url)
    assert room.code in refused.complained
    assert (refused.status, len(refused.complained.splitlines())) == (2, 1)


def test_they_refuse_a_code_that_nobody_has(server: Server) -> None:
    refused = types("demo", *SEED, "--code", "ZZZZZZ", "--url", server.url)
    assert (refused.status, len(refused.complained.splitlines())) == (2, 1)


def test_without_a_rehearsal_there_is_nobody_to_play_for(tmp_path: Path) -> None:
    types("demo", "--database", tmp_path / "sessions.db").refuses("rehearsal")
