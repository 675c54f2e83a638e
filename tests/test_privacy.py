"""What is kept of people while a session goes on, and what is not."""

from __future__ import annotations

import hashlib
import re
import socket
import sqlite3
from collections.abc import Iterator
from http.cookiejar import Cookie

import pytest
import requests

from tests.disk import on_disk, rows
from tests.forms import form_token
from tests.room import Room
from tests.running import Server

MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")
DEVICE = "127.0.0.77"
"""The phone's address: one that nothing else in the tests has."""


class Phone(requests.Session):
    """A browser at an address of its own."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self.server = server
        self.headers["User-Agent"] = "Phone-of-Ann/1.0"
        adapter = requests.adapters.HTTPAdapter()
        adapter.init_poolmanager(1, 1, source_address=(DEVICE, 0))
        self.mount("http://", adapter)

    @property
    def token(self) -> str:
        return str(self.cookies["participant"])

    def votes(self, room: Room, poll: int, answer: str) -> None:
        page = f"{self.server.url}/{room.code}"
        self.get(page, timeout=20)
        sent = self.post(
            f"{page}/vote", data={"poll": poll, "round": 1, "answer": answer}, timeout=20
        )
        assert sent.ok, sent.text


@pytest.fixture
def poll(room: Room) -> int:
    """The question that the room is being asked."""
    made: int = room.asks()["id"]
    room.facilitator().does("next")
    return made


@pytest.fixture
def asked(room: Room, poll: int) -> Room:
    return room


@pytest.fixture
def ann(asked: Room, poll: int) -> Iterator[Phone]:
    """Somebody who has voted."""
    with Phone(asked.server) as phone:
        phone.votes(asked, poll, "a")
        yield phone


def test_neither_address_nor_token_nor_device_is_on_disk(asked: Room, ann: Phone) -> None:
    attendee = asked.attendee()
    assert attendee.votes("b")["ok"]
    host = requests.Session()
    host.get(f"{asked.server.url}/{asked.code}/screen?key={asked.session['screen_key']}")
    found = on_disk(asked.server)
    assert asked.code.encode() in found
    secrets = [
        ann.token,
        ann.token.split(".")[0],
        attendee.auth["participant"],
        host.cookies["session"],
    ]
    for secret in [*secrets, DEVICE, "Phone-of-Ann", "127.0.0.1"]:
        assert secret.encode() not in found, secret
    assert socket.inet_aton(DEVICE) not in found
    for secret in secrets[:3]:
        plain = hashlib.sha256(secret.encode()).hexdigest()[:16]
        assert plain.encode() not in found


def test_nothing_of_it_is_in_the_terminal_either(asked: Room, ann: Phone) -> None:
    said = asked.server.said()
    assert ann.token not in said
    assert DEVICE not in said


def test_one_device_is_somebody_else_in_each_session(asked: Room, poll: int, ann: Phone) -> None:
    elsewhere = Room(asked.server)
    other = elsewhere.asks()
    elsewhere.facilitator().does("next")
    ann.votes(elsewhere, other["id"], "a")
    elsewhere.empty()
    pseudonyms = rows(
        asked.server,
        f"SELECT DISTINCT participant FROM ballots WHERE poll IN ({poll}, {other['id']})",
    )
    assert len(pseudonyms) == 2
    assert all(re.fullmatch(r"[0-9a-f]{16}", str(name)) for (name,) in pseudonyms)


def test_votes_are_dated_to_the_minute(asked: Room, ann: Phone) -> None:
    dates = rows(asked.server, "SELECT minute FROM ballots UNION SELECT joined FROM participants")
    assert dates
    assert all(MINUTE.fullmatch(str(date)) for (date,) in dates)


def test_rows_do_not_tell_the_order_of_votes(asked: Room, poll: int) -> None:
    for _ in range(8):
        asked.attendee().votes("a")
    stored = rows(asked.server, f"SELECT participant FROM ballots WHERE poll = {poll}")
    assert stored == sorted(stored)
    with pytest.raises(sqlite3.OperationalError):
        rows(asked.server, "SELECT rowid FROM ballots")


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(own_server: Server) -> None:
    server, room = own_server, Room(own_server)
    browser = requests.Session()
    browser.get(f"{server.url}/{room.code}?lang=en", timeout=20)
    page = browser.get(server.link, timeout=20)
    browser.post(server.link, data={"csrf_token": form_token(page.text)}, timeout=20)
    cookies: dict[str, Cookie] = {cookie.name: cookie for cookie in browser.cookies}
    assert set(cookies) == {"participant", "session", "remember_token", "language"}
    for cookie in cookies.values():
        assert cookie.has_nonstandard_attr("HttpOnly"), cookie.name
        assert cookie.get_nonstandard_attr("SameSite") in ("Lax", "Strict"), cookie.name
        assert not cookie.secure, "a Secure cookie would not come back over plain http"
        assert not cookie.domain_specified
