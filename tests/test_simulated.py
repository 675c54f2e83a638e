"""A rehearsal filled with simulated people from the console."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import socketio

from tests.console import Console
from tests.room import Facilitator, Room, eventually
from tests.running import Server


def processes(room: Room) -> list[str]:
    """The command lines that name the room."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_text())
        except OSError:  # it ended meanwhile
            continue
    return [line for line in found if room.code in line]


def simulated(host: Facilitator) -> int:
    return int(host.presence[-1]["simulated"]) if host.presence else 0


@pytest.fixture
def rehearsal(room: Room) -> Room:
    room.asks()
    assert Console(room).sends(f"/console/sessions/{room.id}/rehearse").ok
    return room


def test_they_come_vote_and_are_sent_away(rehearsal: Room) -> None:
    console, host, real = Console(rehearsal), rehearsal.facilitator(), rehearsal.attendee()
    host.does("next")
    for _ in range(2):  # a double click lets one group come
        assert console.sends(f"/console/sessions/{rehearsal.id}/fill").ok
    assert len(processes(rehearsal)) == 1
    eventually(lambda: host.results and host.results[-1]["answered"] > 1, "their votes")
    assert 1 < simulated(host) == host.presence[-1]["connected"] - 1
    assert console.sends(f"/console/sessions/{rehearsal.id}/send-away").ok
    eventually(lambda: simulated(host) == 0, "their leaving")
    assert processes(rehearsal) == []
    assert host.presence[-1]["connected"] == 1
    assert real.socket.connected


@pytest.mark.parametrize(
    "over",
    [
        lambda room: Console(room).sends(f"/console/sessions/{room.id}/clear"),
        lambda room: room.server.api("POST", f"/sessions/{room.id}/end"),
    ],
    ids=["cleared", "ended"],
)
def test_they_leave_with_the_rehearsal(rehearsal: Room, over: Callable[[Room], object]) -> None:
    host = rehearsal.facilitator()
    Console(rehearsal).sends(f"/console/sessions/{rehearsal.id}/fill")
    eventually(lambda: simulated(host) > 0, "the first of them")
    over(rehearsal)
    assert processes(rehearsal) == []
    eventually(lambda: simulated(host) == 0, "nobody left")


def test_they_leave_with_a_server_that_is_killed(own_server: Server) -> None:
    room = Room(own_server)
    console = Console(room)
    console.sends(f"/console/sessions/{room.id}/rehearse")
    console.sends(f"/console/sessions/{room.id}/fill")
    assert processes(room)
    own_server.kill()
    eventually(lambda: processes(room) == [], "their leaving")


def test_they_come_to_no_real_session(room: Room) -> None:
    answer = Console(room).sends(f"/console/sessions/{room.id}/fill")
    assert answer.status_code == 400
    assert processes(room) == []
    with pytest.raises(socketio.exceptions.ConnectionError):
        room.attendee(simulated=True)
