"""What is kept of people, what is not, and what nobody can find out any more afterwards."""

from __future__ import annotations

import hashlib
import hmac
import re
import shutil
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.cookiejar import Cookie
from pathlib import Path

import pytest
import requests
import socketio

from tests.console import Console
from tests.room import Room, eventually
from tests.running import ROOT, Server
from tests.starting.small_disk import serving_on_a_small_disk, small_disk

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


def on_disk(server: Server) -> bytes:
    """Every byte of the database and of the journal beside it."""
    return b"".join(path.read_bytes() for path in server.database.parent.glob("sessions.db*"))


def rows(server: Server, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


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


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(server: Server, room: Room) -> None:
    browser = requests.Session()
    browser.get(f"{server.url}/{room.code}?lang=en", timeout=20)
    page = browser.get(server.link, timeout=20)
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token
    browser.post(server.link, data={"csrf_token": token[1]}, timeout=20)
    cookies: dict[str, Cookie] = {cookie.name: cookie for cookie in browser.cookies}
    assert set(cookies) == {"participant", "session", "remember_token", "language"}
    for cookie in cookies.values():
        assert cookie.has_nonstandard_attr("HttpOnly"), cookie.name
        assert cookie.get_nonstandard_attr("SameSite") in ("Lax", "Strict"), cookie.name
        assert not cookie.secure, "a Secure cookie would not come back over plain http"
        assert not cookie.domain_specified


@pytest.mark.parametrize(
    "path", ["/", "/CODE", "/CODE/screen?key=KEY", "/CODE/qr.svg", "/console", "/nothing/here",
             "/ZZZZZZ", "/static/favicon.svg", "/api/v1/kinds", "/healthz"],
)  # fmt: skip
def test_every_kind_of_page_is_closed_to_other_sites(room: Room, path: str) -> None:
    path = path.replace("CODE", room.code).replace("KEY", room.session["screen_key"])
    headers = requests.get(room.server.url + path, timeout=20).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Permissions-Policy" in headers


ADDRESS = re.compile(r"""(?:https?:)?//[\w-]+(?:\.[\w-]+)+""")
NAMESPACES = {"http://www.w3.org"}
LOADS = re.compile(
    r"""(?:src|href|action)=["']((?:https?:)?//[^"']+)|url\(["']?((?:https?:)?//[^)]+)"""
    r"""|(?:from|import)\s*\(?["']((?:https?:)?//[^"']+)"""
)


def test_no_page_names_another_site(room: Room) -> None:
    room.asks()
    room.facilitator().does("next")
    key = room.session["facilitator_key"]
    with requests.Session() as browser:
        for path in (
            "/", f"/{room.code}", f"/{room.code}/screen?key={key}", f"/console/sessions/{room.id}",
            "/console", "/ZZZZZZ", f"/{room.code}/qr.svg",
        ):  # fmt: skip
            page = browser.get(room.server.url + path, timeout=20)
            ours = page.text.replace(room.server.url, "")
            assert set(ADDRESS.findall(ours)) <= NAMESPACES, path


def test_no_file_of_ours_loads_from_another_site() -> None:
    files = [
        path for path in (ROOT / "static").rglob("*")
        if path.suffix in (".js", ".css", ".svg", ".html")
    ]  # fmt: skip
    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert not LOADS.findall(text), path
        if "vendor" not in path.parts:
            assert set(ADDRESS.findall(text)) <= NAMESPACES, path


# Once a session is over, its key is destroyed: nothing leads from an answer to a device any more.


@pytest.fixture
def without_grace(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path, "--grace-minutes", "0")
    yield running
    running.stop()


def test_once_the_key_is_erased_nobody_can_tell_who_said_what(without_grace: Server) -> None:
    server = without_grace
    room = Room(server)
    poll = room.asks()
    host = room.facilitator()
    host.does("next")
    attendee = room.attendee()
    assert attendee.votes("a", seq=1893488461234)["ok"]
    token = attendee.auth["participant"]
    ((key,),) = rows(server, f"SELECT key FROM sessions WHERE id = {room.id}")
    ((pseudonym,),) = rows(server, "SELECT DISTINCT participant FROM ballots")
    assert isinstance(key, bytes)
    assert hmac.new(key, token.encode(), hashlib.sha256).hexdigest()[:16] == pseudonym
    assert key in on_disk(server)
    host.does("end")
    room.empty()
    time.sleep(1)  # a grace of 0 minutes is over in the next second; a start looks for such keys
    server.restart()

    eventually(lambda: key not in on_disk(server), "the key erased")
    assert key[:8] not in on_disk(server)
    assert rows(server, f"SELECT key FROM sessions WHERE id = {room.id}") == [(None,)]
    assert rows(server, "SELECT DISTINCT seq FROM ballots") == [(0,)]
    journal = server.api("GET", f"/sessions/{room.id}/export.json").json()["journal"]
    assert (journal[-1]["action"], journal[-1]["by"]) == ("erase_key", "server")
    assert (1893488461234).to_bytes(6, "big") not in on_disk(server)
    assert room.results(poll)["results"]["counts"] == {"a": 1, "b": 0, "c": 0}

    reopened = server.api("POST", f"/sessions/{room.id}/reopen")
    assert reopened.json()["error"] == "reopen-too-late", "nobody's phone is known any more"

    refused: list[str] = []
    client = socketio.Client(reconnection=False)
    client.on("connect_error", lambda error: refused.append(error["message"]))
    auth = {"code": room.code, "role": "attendee", "participant": token}
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(server.url, auth=auth, transports=["websocket"])
    assert refused == ["session-not-found"]
    page = requests.get(
        f"{server.url}/{room.code}",
        cookies={"participant": token},
        headers={"Accept-Language": "en"},
        timeout=20,
    )
    assert page.status_code == 409
    assert "The answers are anonymous now" in page.text
    assert "Your name is not asked" not in page.text
    assert "checked" not in page.text


def test_what_a_host_deleted_is_erased_once_it_cannot_come_back(own_server: Server) -> None:
    room = Room(own_server)
    poll = room.asks("open_text", {}, title="Que dire ?")
    room.facilitator().does("next")
    assert room.attendee().votes("Une phrase que l’on retrouverait")["ok"]
    room.people[0].does("close")
    said = b"Une phrase que"
    Console(room).sends(f"/console/polls/{poll['id']}/delete")
    assert own_server.api("GET", f"/polls/{poll['id']}").status_code == 404
    assert said in on_disk(own_server)
    room.empty()
    own_server.stop()
    with closing(sqlite3.connect(own_server.database)) as db, db:
        db.execute("UPDATE polls SET discarded = '2030-01-01T09:00:00.000Z'")
    own_server.start()
    time.sleep(0.5)
    assert said in on_disk(own_server), "ten minutes are not over"
    own_server.stop()
    with closing(sqlite3.connect(own_server.database)) as db, db:
        db.execute("UPDATE polls SET discarded = '2020-01-01T09:00:00.000Z'")
    own_server.start()
    eventually(lambda: said not in on_disk(own_server), "the answer erased")


def test_nicknames_go_with_the_key_and_teams_stay(without_grace: Server) -> None:
    server = without_grace
    room = Room(server)
    settings = {"nicknames": True, "teams": ["Achat"]}
    assert server.api("PATCH", f"/sessions/{room.id}", {"settings": settings}).ok
    room.asks("yes_no")
    host = room.facilitator()
    host.does("next")
    attendee = room.attendee()
    said = {"nickname": "Anne-Onyme", "team": "Achat"}
    assert attendee.sends("profile", said)["ok"]
    assert attendee.votes("yes")["ok"]
    assert "Anne-Onyme,Achat" in server.api("GET", f"/sessions/{room.id}/export.csv").text
    host.does("end")
    room.empty()
    time.sleep(1)
    server.restart()

    eventually(lambda: b"Anne-Onyme" not in on_disk(server), "the nickname erased")
    assert ",,Achat," in server.api("GET", f"/sessions/{room.id}/export.csv").text


LOOKS_OFTEN = """
from polling import runtime; runtime.patch()
from polling import upkeep; upkeep.EVERY_S = 0.2
upkeep.CHECKPOINT_EVERY_S = 3600  # or what is written would find room in a journal of before
from polling.cli import main; main()
"""


@small_disk
def test_a_key_that_a_full_disk_kept_is_erased_when_there_is_room(tmp_path: Path) -> None:
    program = (sys.executable, "-c", LOOKS_OFTEN)
    with serving_on_a_small_disk(tmp_path, "--grace-minutes", "0", program=program) as server:
        server.database = server.disk / "sessions.db"
        room = Room(server)
        room.asks()
        host = room.facilitator()
        host.does("next")
        host.sees(status="open")
        copy = shutil.copytree(server.disk, tmp_path / "copy")
        with closing(sqlite3.connect(copy / "sessions.db")) as db:
            ((key,),) = db.execute(f"SELECT key FROM sessions WHERE id = {room.id}").fetchall()
        time.sleep(1 - time.time() % 1)
        host.does("end")
        server.fills_up()
        time.sleep(1.5)
        assert key in on_disk(server)
        server.has_room_again()
        eventually(lambda: key not in on_disk(server), "the key erased")
        room.empty()


def test_within_the_grace_period_the_key_stays(own_server: Server) -> None:
    room = Room(own_server)
    room.asks()
    host = room.facilitator()
    host.does("next")
    attendee = room.attendee()
    attendee.votes("a")
    host.does("end")
    own_server.restart()
    back = room.attendee(participant=attendee.auth["participant"])
    assert back.state["answer"] == "a"
    room.empty()
