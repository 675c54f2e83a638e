"""Matinale as the server under test: started as a person would, on a file of its own."""

from __future__ import annotations

import os
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import requests

from bench.process import Process
from bench.target import ANSWERS, Room

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "a-token-for-bench"
HOST = "127.0.0.1"
START_S = 30.0

SOFT_LIMIT, HARD_LIMIT = resource.getrlimit(resource.RLIMIT_NOFILE)
"""Of the shell, before the driver raises its own: the server has to raise its own too."""


class Matinale:
    """`python app.py` on a free port and a database in `folder`."""

    name = "matinale"

    def __init__(self, folder: Path) -> None:
        self._database = folder / "sessions.db"
        self._log = folder / "server.log"
        self._port = _free_port()
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> str:
        return f"ws://{HOST}:{self._port}/socket.io/?EIO=4&transport=websocket"

    @property
    def process(self) -> Process:
        assert self._running is not None
        return Process(self._running.pid)

    def start(self) -> None:
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(
                [
                    sys.executable, "app.py", "--host", HOST, "--port", str(self._port),
                    "--database", str(self._database), "--no-demo",
                ],
                cwd=ROOT,
                env={**os.environ, "POLLING_API_TOKEN": TOKEN, "PYTHONUNBUFFERED": "1"},
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=_shells_limit,  # noqa: PLW1509 - no other thread runs yet
            )  # fmt: skip
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline and self._running.poll() is None:
            try:
                self._get("/healthz")
                return
            except requests.RequestException:
                time.sleep(0.05)
        raise SystemExit(f"the server does not serve: {self._log.read_text('utf-8')}")

    def room(self) -> Room:
        made = self._post("/sessions", {"title": "Bench"})
        content = {"options": [{"id": name, "text": f"Option {name}"} for name in ANSWERS]}
        quiet, live = (
            self._post(
                f"/sessions/{made['id']}/polls",
                {
                    "kind": "single_choice",
                    "title": "Une question ?",
                    "content": content,
                    "settings": {"phones": phones},
                },
            )["id"]
            for phones in ("closed", "live")
        )
        return Room(
            phone={"code": made["code"], "role": "attendee"},
            screen={"code": made["code"], "role": "screen", "key": made["screen_key"]},
            host={"code": made["code"], "role": "facilitator", "key": made["facilitator_key"]},
            polls=(quiet, live),
        )

    def connections(self) -> int:
        for line in self._get("/metrics").text.splitlines():
            if line.startswith("matinale_connections "):
                return int(float(line.split()[1]))
        raise LookupError("matinale_connections")

    def stored(self, poll: int) -> Counter[str]:
        """Row by row from the file: the key (poll, round, participant, slot) tells voters apart."""
        with closing(sqlite3.connect(self._database)) as db:
            rows = db.execute("SELECT answer ->> '$' FROM ballots WHERE poll = ?", [poll])
            return Counter(answer for (answer,) in rows)

    def complaints(self) -> str:
        log = self._log.read_text("utf-8", errors="replace")
        start = log.find("Traceback")
        return log[start : start + 2000] if start >= 0 else ""

    def kill(self) -> None:
        assert self._running is not None
        self._running.kill()
        self._running.wait()

    def stop(self) -> None:
        assert self._running is not None
        self._running.send_signal(signal.SIGTERM)
        self._running.wait(START_S)

    def _get(self, path: str) -> requests.Response:
        found = requests.get(f"http://{HOST}:{self._port}{path}", timeout=START_S)
        found.raise_for_status()
        return found

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        made = requests.post(
            f"http://{HOST}:{self._port}/api/v1{path}",
            json=body,
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=START_S,
        )
        made.raise_for_status()
        answer: dict[str, Any] = made.json()
        return answer


def _shells_limit() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (SOFT_LIMIT, HARD_LIMIT))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
