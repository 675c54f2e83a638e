"""A rehearsal, and the real session that follows it."""

from __future__ import annotations

import time
from pathlib import Path

import requests

from tests.console import Console
from tests.room import Room
from tests.running import Server


def test_a_rehearsal_leaves_nothing_behind(room: Room) -> None:
    poll = room.asks()
    console, host, attendee = Console(room), room.facilitator(), room.attendee()
    console.sends(f"/console/sessions/{room.id}/rehearse")
    host.does("next", poll=None)
    attendee.sees(status="open")
    attendee.votes("a", seq=9)
    console.sends(f"/console/sessions/{room.id}/clear")
    assert attendee.votes("b", poll=poll["id"], round=1)["error"] == "poll-closed"
    host.does("next", poll=None)
    assert attendee.sees(status="open", round=1)["answer"] is None
    assert not attendee.state["session"]["rehearsal"]
    attendee.votes("b", seq=1)
    assert room.results(poll)["results"]["counts"] == {"a": 0, "b": 1, "c": 0}


def test_a_rehearsal_that_is_long_over_can_still_be_cleared(tmp_path: Path) -> None:
    server = Server(tmp_path, "--grace-minutes", "0", "--no-demo")
    try:
        room = Room(server)
        poll = room.asks()
        Console(room).sends(f"/console/sessions/{room.id}/rehearse")
        server.api("POST", f"/sessions/{room.id}/end")
        time.sleep(1.1)
        server.restart()
        assert requests.get(f"{server.url}/{room.code}", timeout=20).status_code == 409
        Console(room).sends(f"/console/sessions/{room.id}/clear")
        server.api("POST", f"/polls/{poll['id']}/open")
        assert room.attendee().votes("a")["ok"]
        assert room.results(poll)["answered"] == 1
        room.empty()
    finally:
        server.stop()
