"""A phone that takes nothing for a while keeps nobody waiting, and misses nothing that matters."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from tests.raw import PING, RawClient, frame
from tests.room import Room, eventually

TOGGLES = 150
LONG = [{"id": name, "text": f"{name} {'ô' * 290}"} for name in "abcdefghijkl"]
"""A state of some 20 KB, so that a few of them fill whatever the system keeps for a client."""


@pytest.fixture
def asleep(room: Room) -> Iterator[RawClient]:
    """It joins, and then does not read for as long as it is not told to."""
    phone = RawClient(room, keeps=4096)
    yield phone
    phone.leaves()


def test_what_it_missed_is_dropped_and_the_newest_state_is_kept(
    room: Room, asleep: RawClient
) -> None:
    poll = room.asks(content={"options": LONG}, phones="live")
    host, awake = room.facilitator(), room.attendee()
    host.does("next")
    asleep.joins(room)
    for _ in range(TOGGLES // 2):
        host.does("hide")
        host.does("reveal")
    assert awake.votes("b")["ok"]
    host.does("close")
    awake.sees(status="closed")
    assert len([state for state in awake.states if state["poll"]]) > TOGGLES

    heard = [json.loads(asleep.hears('42["state"')[2:])[1]]
    while heard[-1]["poll"]["status"] != "closed":
        heard.append(json.loads(asleep.hears('42["state"')[2:])[1])
    assert len(heard) < TOGGLES / 2
    assert heard[-1]["results"]["results"]["counts"]["b"] == 1
    assert [state["rev"] for state in heard] == sorted(state["rev"] for state in heard)
    asleep.says(f'427["vote",{{"poll":{poll["id"]},"round":1,"answer":"a"}}]')
    assert '"poll-closed"' in asleep.hears("437[")


def test_who_asks_for_ever_and_never_listens_is_cut_off(room: Room, asleep: RawClient) -> None:
    asleep.joins(room)
    assert not asleep.floods(frame("x" * 120, opcode=PING) * 50, 20)
    eventually(lambda: room.attendee().states, "others go on")


def test_a_message_may_come_in_pieces_of_any_size(room: Room) -> None:
    poll = room.asks()
    room.facilitator().does("next")
    phone = RawClient(room)
    phone.joins(room)
    vote = f'["vote",{{"poll":{poll["id"]},"round":1,"answer":"a"}}]'
    for number in (1, 2):  # the second goes through the parser that the first one needed
        for byte in frame(f"42{number}{vote}"):
            phone.sends_bytes(bytes([byte]))
        assert phone.hears(f"43{number}[") == f'43{number}[{{"ok":true}}]'
    phone.sends_bytes(frame(f"423{vote}") + frame("3") + frame(f"424{vote}"))
    assert phone.hears("433[")
    assert phone.hears("434[")
    phone.leaves()


def test_several_messages_at_once_are_all_heard(room: Room) -> None:
    poll = room.asks()
    room.facilitator().does("next")
    phone = RawClient(room)
    phone.joins(room)
    votes = [
        frame(f'42{number}["vote",{{"poll":{poll["id"]},"round":1,"answer":"{answer}"}}]')
        for number, answer in enumerate("abc")
    ]
    phone.sends_bytes(b"".join(votes) + frame("2" * 70, opcode=PING)[:40])
    for number in range(3):
        assert phone.hears(f"43{number}[") == f'43{number}[{{"ok":true}}]'
    phone.leaves()


@pytest.mark.parametrize(
    "data",
    [
        frame("3")[:1] + b"\x01" + b"3",  # not masked
        bytes([0xC1, 0x81, 0, 0, 0, 0]) + b"3",  # a reserved bit
        bytes([0x81, 0x82, 0, 0, 0, 0]) + b"\xc3\x28",  # not UTF-8
        bytes([0x83, 0x81, 0, 0, 0, 0]) + b"3",  # no such kind of frame
        bytes([0x81, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),  # 4 GB to come
    ],
    ids=["bare", "reserved", "utf-8", "kind", "huge"],
)
def test_what_is_no_frame_ends_the_connection(room: Room, data: bytes) -> None:
    phone = RawClient(room)
    phone.joins(room)
    phone.sends_bytes(data + frame(" " * 60_000) * 2)
    assert phone.is_cut_off()
    assert "Traceback" not in room.server.said()


def test_a_handshake_that_is_none_is_refused(room: Room) -> None:
    with socket.create_connection(("127.0.0.1", room.server.port), timeout=10) as line:
        line.send(
            b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: here\r\n"
            b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n"
        )
        assert b" 400 " in line.recv(100)
