"""Coming in, coming back, being counted, being refused."""

from __future__ import annotations

import pytest
import socketio

from tests.room import Room, Screen, eventually
from tests.running import Server


def refusal(room: Room, **auth: object) -> str:
    """The name under which a connection is refused."""
    heard: list[str] = []
    client = socketio.Client(reconnection=False)
    client.on("connect_error", lambda error: heard.append(error["message"]))
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(room.server.url, auth=auth, transports=["websocket"])
    return heard[0]


def test_an_unknown_code_is_refused(room: Room) -> None:
    assert refusal(room, code="ZZZZZZ", role="attendee") == "session-not-found"
    assert refusal(room) == "session-not-found"
    assert refusal(room, code=["x"]) == "session-not-found"


@pytest.mark.parametrize("role", ["screen", "facilitator", "emperor"])
def test_a_key_is_needed_for_more_than_answering(room: Room, role: str) -> None:
    assert refusal(room, code=room.code, role=role) == "key-required"
    assert refusal(room, code=room.code, role=role, key="guess") == "key-required"


def test_the_key_of_the_screen_does_not_open_the_console(room: Room) -> None:
    key = room.session["screen_key"]
    assert refusal(room, code=room.code, role="facilitator", key=key) == "key-required"


def test_the_key_of_another_session_opens_nothing(room: Room) -> None:
    key = Room(room.server).session["facilitator_key"]
    assert refusal(room, code=room.code, role="facilitator", key=key) == "key-required"


def test_case_of_the_code_does_not_matter(room: Room) -> None:
    room.code = room.code.lower()
    assert room.attendee().state["session"]["code"] == room.code.upper()


def test_the_room_is_counted_once_a_device(room: Room) -> None:
    screen, attendee = room.screen(), room.attendee()
    room.attendee(participant=attendee.auth["participant"])
    eventually(lambda: screen.presence and screen.presence[-1]["connected"] == 1, "one connected")
    other = room.attendee()
    eventually(lambda: screen.presence[-1]["connected"] == 2, "two connected")
    other.leaves()
    eventually(lambda: screen.presence[-1]["connected"] == 1, "one again")


def test_those_who_voted_and_left_are_still_counted_out_of(room: Room) -> None:
    room.asks()
    room.facilitator().does("next")
    screen, attendee = room.screen(), room.attendee()
    attendee.votes("a")
    attendee.leaves()
    room.attendee()
    eventually(
        lambda: (
            (screen.presence[-1]["connected"], screen.presence[-1]["joined"]) == (1, 2)
            if screen.presence
            else False
        ),
        "one connected, two joined",
    )


def test_the_host_knows_how_many_walls_there_are(room: Room) -> None:
    host, screen = room.facilitator(), room.screen()
    eventually(lambda: host.presence and host.presence[-1]["screens"] == 1, "a wall")
    Screen(room, key=room.session["screen_key"], preview=True)
    screen.leaves()
    eventually(lambda: host.presence[-1]["screens"] == 0, "no wall, a preview being none")


def test_a_wall_that_falls_silent_is_lost(room: Room) -> None:
    host, screen = room.facilitator(), room.screen()
    assert screen.sends("beat", {})["ok"]
    eventually(lambda: host.presence and host.presence[-1]["screens"] == 1, "a wall")
    eventually(lambda: host.presence[-1]["screens"] == 0, "the silence noticed")
    screen.sends("beat", {})
    eventually(lambda: host.presence[-1]["screens"] == 1, "the wall back")


def test_clients_come_back_by_themselves_after_a_restart(own_server: Server) -> None:
    room = Room(own_server)
    room.asks()
    room.facilitator().does("next")
    attendee = room.attendee()
    attendee.votes("b")
    attendee.states.clear()
    own_server.restart()
    eventually(lambda: attendee.states, "the state after the restart")
    assert attendee.state["answer"] == "b"
    assert attendee.votes("a")["ok"]
    poll = attendee.state["poll"]
    assert room.results(poll)["results"]["counts"] == {"a": 1, "b": 0, "c": 0}
    room.empty()


def test_stopping_is_orderly_and_exits_with_0(own_server: Server) -> None:
    room = Room(own_server)
    room.attendee()
    assert own_server.stop() == 0
    room.empty()


def test_messages_carry_a_revision_that_grows(room: Room) -> None:
    room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    for answer in ("a", "b", "c"):
        attendee.votes(answer)
    host.does("close")
    host.sees(status="closed")
    revs = [state["rev"] for state in host.states]
    assert revs == sorted(set(revs))
    assert host.states[-1]["rev"] > host.results[-1]["rev"] >= revs[1]


def test_a_deleted_session_lets_its_people_go(room: Room) -> None:
    attendee = room.attendee()
    room.server.api("DELETE", f"/sessions/{room.id}")
    eventually(lambda: not attendee.socket.connected, "being let go")
