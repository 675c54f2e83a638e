"""Matinale as the server under test: started as a person would, on a file of its own."""

from __future__ import annotations

import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import requests

from bench.servers.served import HOST, PATIENCE_S, Served
from bench.servers.target import ANSWERS, Room

TOKEN = "a-token-for-bench"
SLOW_DISK = str(Path(__file__).with_name("slow_disk.py"))


class Matinale(Served):
    """`python app.py` on a free port and a database in `folder`.

    `runtime` is POLLING_ASYNC. `sync_ms` makes each commit take that much longer.
    """

    tells_own_answers = True

    def __init__(self, folder: Path, runtime: str = "eventlet", sync_ms: int = 0) -> None:
        super().__init__(folder)
        self.database = folder / "sessions.db"
        self.name = f"Matinale on {runtime}"
        self._runtime = runtime
        self._program = [SLOW_DISK, str(sync_ms)] if sync_ms else ["app.py"]

    def start(self) -> None:
        self.run(
            [
                sys.executable, *self._program, "--host", HOST, "--port", str(self.port),
                "--database", str(self.database), "--no-demo",
            ],
            "/healthz",
            {
                "POLLING_API_TOKEN": TOKEN,
                "POLLING_ASYNC": self._runtime,
                "PYTHONUNBUFFERED": "1",
            },
        )  # fmt: skip

    def room(self) -> Room:
        made = self.post("/sessions", {"title": "Bench"})
        code = made["code"]
        return Room(
            session=made["id"],
            code=code,
            phone={"code": code, "role": "attendee"},
            screen={"code": code, "role": "screen", "key": made["screen_key"]},
            host={"code": code, "role": "facilitator", "key": made["facilitator_key"]},
        )

    def poll(self, room: Room, *, live: bool) -> int:
        content = {"options": [{"id": name, "text": f"Option {name}"} for name in ANSWERS]}
        settings = {"phones": "live" if live else "closed"}
        return self.poll_of(room, "single_choice", "Une question ?", content, settings)

    def poll_of(
        self, room: Room, kind: str, title: str, content: dict[str, Any], settings: dict[str, Any]
    ) -> int:
        """A poll of any kind, not yet open."""
        asked = {"kind": kind, "title": title, "content": content, "settings": settings}
        made: int = self.post(f"/sessions/{room.session}/polls", asked)["id"]
        return made

    def connections(self) -> int:
        for line in self.get("/metrics").text.splitlines():
            if line.startswith("matinale_connections "):
                return int(float(line.split()[1]))
        raise LookupError("matinale_connections")

    def stored(self, poll: int) -> Counter[str]:
        """Row by row from the file: the key (poll, round, participant, slot) tells voters apart."""
        with closing(sqlite3.connect(self.database)) as db:
            rows = db.execute("SELECT answer ->> '$' FROM ballots WHERE poll = ?", [poll])
            return Counter(answer for (answer,) in rows)

    def complaints(self) -> str:
        log = self.log()
        start = log.find("Traceback")
        return log[start : start + 2000] if start >= 0 else ""

    def post(self, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        """A call of the REST API, and its answer."""
        made = requests.post(
            f"http://{HOST}:{self.port}/api/v1{path}",
            json=body,
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=PATIENCE_S,
        )
        made.raise_for_status()
        answer: dict[str, Any] = made.json()
        return answer
