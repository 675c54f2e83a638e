"""One client that means harm does none to the others."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
import requests

from tests.raw import MORE, RawClient, frame
from tests.room import Room, eventually
from tests.running import Server

SEVERAL = 3
"""How many requests are answered at the least while somebody floods for three seconds."""

HALF = "\ud800"
"""Half a character: JSON can spell it, UTF-8 cannot."""


@pytest.fixture
def hostile(room: Room) -> Iterator[RawClient]:
    client = RawClient(room)
    yield client
    client.leaves()


@pytest.mark.parametrize(
    "message",
    ["3", "40/elsewhere,", '42["nothing"]', '421["control",{"action":"end"}]', '421["vote",{}]'],
)
def test_a_flood_keeps_nobody_waiting(room: Room, hostile: RawClient, message: str) -> None:
    hostile.joins(room)
    with ThreadPoolExecutor() as pool:
        flood = pool.submit(hostile.floods, frame(message) * 200, 3)
        time.sleep(0.3)
        answered = 0
        while not flood.done():
            requests.get(f"{room.server.url}/healthz", timeout=20)
            answered += not flood.done()
        is_cut_off = not flood.result()
    assert is_cut_off or answered >= SEVERAL


def test_a_flood_of_requests_keeps_nobody_waiting(server: Server) -> None:
    requests_in_a_row = b"HEAD /ZZZZZZ HTTP/1.1\r\nHost: here\r\n\r\n" * 2_000
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 * 1024 * 1024)
        line.sendall(requests_in_a_row)
        requests.get(f"{server.url}/healthz", timeout=20)
        line.setblocking(False)
        answers = b""
        with suppress(BlockingIOError):
            while answer := line.recv(1_000_000):
                answers += answer
        assert answers.count(b"HTTP/1.1 404") < 2_000


@pytest.mark.parametrize("message", ['42["nothing"]', '421["control",{"action":"end"}]'])
def test_who_keeps_sending_nonsense_is_cut_off(
    room: Room, hostile: RawClient, message: str
) -> None:
    hostile.joins(room)
    assert not hostile.floods(frame(message) * 20, 5)


@pytest.mark.parametrize(
    "packet",
    [
        "4", "42", "42{}", '42"vote"', "42[]", "42[1]", '42[["vote"]]', "4" + "[" * 30_000,
        '42["vote",' + "[" * 30_000, '42["vote",{"poll":' + "9" * 5_000 + "}]",
        '43["x"]', "44{}", "48", "49", "4x", b"\x00\x01", b"4",
        '451-["vote",{"_placeholder":true,"num":0}]', '459999999999-["vote"]', '461-["x"]',
    ],
    ids=range(20),
)  # fmt: skip
def test_what_is_no_packet_ends_the_connection(
    room: Room, hostile: RawClient, packet: str | bytes
) -> None:
    hostile.joins(room)
    hostile.says(packet)
    assert hostile.is_cut_off()
    assert "Traceback" not in room.server.said()


@pytest.mark.parametrize("name", ["connect", "disconnect", "*"])
def test_what_the_library_calls_by_itself_nobody_else_calls(
    room: Room, hostile: RawClient, name: str
) -> None:
    screen = room.screen()
    hostile.joins(room)
    eventually(lambda: screen.presence and screen.presence[-1]["connected"] == 1, "one connected")
    forged = f'{{}},{{"code":"{room.code}","role":"attendee"}}'
    hostile.says(f'421["{name}",{forged}]')
    assert hostile.is_cut_off()
    eventually(lambda: screen.presence[-1]["connected"] == 0, "nobody connected")


@pytest.mark.parametrize("piece", ["", " " * 60_000])
def test_a_message_without_an_end_is_cut_off(room: Room, hostile: RawClient, piece: str) -> None:
    hostile.joins(room)
    hostile.floods(frame("42", final=False), 0)
    assert not hostile.floods(frame(piece, opcode=MORE, final=False) * 10, 20)


@pytest.mark.parametrize(
    "auth, answer",
    [
        ({"code": HALF}, '44{"message":"session-not-found"}'),
        ({"role": "screen", "key": HALF}, '44{"message":"key-required"}'),
        ({"participant": HALF}, '40{"sid":'),
    ],
)
def test_half_a_character_is_nobody(
    room: Room, hostile: RawClient, auth: dict[str, str], answer: str
) -> None:
    assert hostile.joins(room, **auth).startswith(answer)


def test_half_a_character_is_no_entry(room: Room) -> None:
    room.asks("open_text")
    host = room.facilitator()
    host.does("next")
    for action in ("hide_entry", "approve"):
        assert host.sends("control", {"action": action, "entry": HALF})["error"] == (
            "entry-not-found"
        )


def test_a_browser_that_asks_for_nothing_holds_no_place(server: Server) -> None:
    browser = requests.Session()
    browser.get(f"{server.url}/healthz")
    (idle,) = browser.get_adapter(server.url).poolmanager.pools._container.values()
    connection = idle.pool.queue[-1]
    assert connection.is_connected
    eventually(lambda: not connection.is_connected, "the connection closed")


def test_a_server_without_a_file_left_goes_on_once_there_is_one(own_server: Server) -> None:
    room = Room(own_server)
    room.asks()
    host, attendee = room.facilitator(), room.attendee()
    files = len(list(Path(f"/proc/{own_server.pid}/fd").iterdir()))
    resource.prlimit(own_server.pid, resource.RLIMIT_NOFILE, (files + 20, files + 20))
    with ExitStack() as crowd:
        for _ in range(60):
            crowd.enter_context(socket.create_connection(("127.0.0.1", own_server.port)))
        host.does("next")
        attendee.sees(status="open")
        assert attendee.votes("a")["ok"]
    eventually(lambda: requests.get(f"{own_server.url}/healthz", timeout=5).ok, "room again")
    room.empty()


def test_the_address_of_who_breaks_off_is_written_nowhere(own_server: Server) -> None:
    room = Room(own_server)
    for message in ("", "z", '42["nothing"]'):
        phone = RawClient(room)
        phone.joins(room)
        phone.says(message)
        phone.breaks_off()
    for unreadable in (b"\x16\x03\x01\r\n", b"GET / HTTP/1.1\r\nHost"):
        with socket.create_connection(("127.0.0.1", own_server.port)) as line:
            line.send(unreadable)
            line.settimeout(0.5)
            with suppress(TimeoutError):
                line.recv(100)
    time.sleep(0.5)
    said = own_server.said().replace(own_server.url, "")
    assert "127.0.0.1" not in said


def test_a_request_without_a_host_is_answered(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as line:
        line.send(
            b"GET /socket.io/?EIO=4&transport=polling HTTP/1.0\r\nOrigin: http://elsewhere\r\n\r\n"
        )
        assert b" 400 " in line.recv(100)


def test_a_form_is_no_longer_than_a_message(room: Room) -> None:
    poll = room.asks("word_cloud")
    room.facilitator().does("next")
    browser = requests.Session()
    browser.get(f"{room.server.url}/{room.code}", timeout=20)
    form = {"poll": poll["id"], "round": 1, "answer": ["a"] * 50_000}
    assert browser.post(f"{room.server.url}/{room.code}/vote", form, timeout=20).status_code == 413
