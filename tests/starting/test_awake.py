"""The laptop stays awake while somebody is connected, where its system lets it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import requests

from tests.room import Client, eventually
from tests.running import TOKEN
from tests.starting.desktop import desktop
from tests.starting.terminal import Running, needs, running

LOOKS_OFTEN = (
    sys.executable,
    "-c",
    """
from polling import runtime; runtime.patch()
from polling.cli import awake, main; awake.LOOK_EVERY_S = 0.1
main()
""",
)

CANNOT = "This computer may fall asleep"


def somebody(server: Running) -> Client:
    """At the door of the server's one session."""
    headers = {"Authorization": f"Bearer {TOKEN}"}
    found = requests.get(f"{server.url}/api/v1/sessions", headers=headers, timeout=20).json()
    code = found["sessions"][0]["code"]
    return Client(SimpleNamespace(server=server, code=code, people=[]))  # type: ignore[arg-type]


@needs("dbus-run-session", "--")
def test_it_stays_awake_while_somebody_is_there_and_as_long_as_the_server_runs(
    tmp_path: Path,
) -> None:
    with desktop() as screen_saver:
        bus = {"DBUS_SESSION_BUS_ADDRESS": screen_saver.address, "POLLING_API_TOKEN": TOKEN}
        with running(tmp_path, program=LOOKS_OFTEN, **bus) as server:
            someone = somebody(server)
            eventually(lambda: screen_saver.asked == ["Inhibit"], "staying awake")
            someone.leaves()
            eventually(lambda: screen_saver.asked == ["Inhibit", "UnInhibit"], "letting it sleep")
            somebody(server)
            eventually(lambda: len(screen_saver.asked) == 3, "staying awake again")
            server.process.kill()
            eventually(lambda: screen_saver.asked[3:] == ["UnInhibit"], "the end of the server")
            assert CANNOT not in server.said


def test_where_it_cannot_it_says_so_once_and_serves(tmp_path: Path) -> None:
    nowhere = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "POLLING_API_TOKEN": TOKEN}
    with running(tmp_path, program=LOOKS_OFTEN, **nowhere) as server:
        someone = somebody(server)
        server.says(CANNOT)
        assert someone.socket.connected
        somebody(server)
        assert requests.get(f"{server.url}/healthz", timeout=20).ok
        assert server.said.count(CANNOT) == 1
        assert "Traceback" not in server.said
