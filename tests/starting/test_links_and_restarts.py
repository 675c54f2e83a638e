"""One-time links, and what a restart keeps."""

from __future__ import annotations

import re
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import requests

from tests.room import Room
from tests.running import TOKEN, Server
from tests.starting.terminal import Running, running, types


class Browser(requests.Session):
    """A browser that follows links and sends the one form a page has."""

    def asked_by(self, link: str) -> requests.Response:
        """The page of a link, which only asks."""
        return self.get(link, timeout=20)

    def uses(self, link: str) -> requests.Response:
        page = self.asked_by(link)
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
        return self.post(link, data={"csrf_token": token[1] if token else ""}, timeout=20)

    def is_signed_in(self, server: Running | Server) -> bool:
        return self.get(f"{server.url}/console", timeout=20).status_code == 200


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("links"), "--host", "127.0.0.1") as serving:
        yield serving


def new_link(program: Running, tmp: Path) -> str:
    """What `python app.py link` prints while the server runs."""
    printed = types(
        "link", "--host", "127.0.0.1", "--port", program.port, "--database", tmp / "sessions.db"
    )
    assert (printed.status, printed.complained) == (0, "")
    assert printed.said.startswith(f"{program.url}/console/link/")
    return printed.said.strip()


def test_looking_at_a_link_does_not_use_it_up(program: Running) -> None:
    for _ in range(3):
        looking = Browser()
        assert looking.asked_by(program.link).status_code == 200
        assert not looking.is_signed_in(program)
    host = Browser()
    assert host.uses(program.link).status_code == 200
    assert host.is_signed_in(program)


def test_a_used_link_says_so(program: Running) -> None:
    Browser().uses(program.link)
    late = Browser()
    page = late.asked_by(program.link)
    assert page.status_code == 410
    assert "Traceback" not in page.text
    assert late.uses(program.link).status_code in (400, 410)
    assert not late.is_signed_in(program)


def test_another_link_is_printed_while_the_server_runs(
    program: Running, tmp_path_factory: pytest.TempPathFactory
) -> None:
    link = new_link(program, Path(program._output.name).parent)
    host = Browser()
    assert host.uses(link).status_code == 200
    assert host.is_signed_in(program)
    assert Browser().asked_by(link).status_code == 410


def test_a_made_up_link_opens_nothing(program: Running) -> None:
    guesser = Browser()
    assert guesser.asked_by(f"{program.url}/console/link/guess").status_code == 410
    assert not guesser.is_signed_in(program)


def test_a_restart_keeps_the_sign_in_and_makes_no_second_demonstration(own_server: Server) -> None:
    host = Browser()
    host.uses(own_server.link)
    (demonstration,) = own_server.sessions()
    before = own_server.link
    own_server.restart()
    assert host.is_signed_in(own_server)
    assert [found["code"] for found in own_server.sessions()] == [demonstration["code"]]
    assert own_server.link != before
    own_server.api("DELETE", f"/sessions/{demonstration['id']}")


def test_once_stopped_everything_is_in_one_file(own_server: Server, tmp_path: Path) -> None:
    """A host who copies sessions.db has all of it."""
    room = Room(own_server)
    room.asks()
    room.facilitator().does("next")
    assert room.attendee().votes("a")["ok"]
    assert own_server.stop() == 0
    room.empty()
    assert {file.name for file in tmp_path.iterdir()} == {"sessions.db", "server.log"}
    copy = shutil.copy(own_server.database, tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT answer FROM ballots").fetchall() == [('"a"',)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_both_ways_to_stop_are_quiet(tmp_path: Path, number: signal.Signals) -> None:
    with running(tmp_path, "--host", "127.0.0.1", POLLING_API_TOKEN=TOKEN) as program:
        said = program.said
        assert program.stops(number) == 0
        assert program.said == said
