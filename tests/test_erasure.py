"""Once a session is over, its key is destroyed: nothing leads from an answer to a device."""

from __future__ import annotations

import hashlib
import hmac
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests
import socketio

from tests.console import Console
from tests.disk import on_disk, rows
from tests.room import Room, eventually
from tests.running import Server
from tests.starting.small_disk import serving_on_a_small_disk, small_disk


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
