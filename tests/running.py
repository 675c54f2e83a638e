"""A real server, started as a person would start it, on a database of its own."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import requests

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "a-token-for-tests"
PATIENCE_S = 20


def free_port() -> int:
    """One that no outgoing connection is given: a server that was killed wants it back."""
    while True:
        port = random.SystemRandom().randrange(20_000, 32_768)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


class Server:
    """`python app.py` and what its terminal said."""

    def __init__(
        self,
        folder: Path,
        *options: str,
        language: str = "fr",
        by_make: bool = False,
        checkout: Path = ROOT,
    ) -> None:
        self._checkout = checkout
        self.database = folder / "sessions.db"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = folder / "server.log"
        self._options = [
            "--host", "127.0.0.1", "--port", str(self.port), "--database", str(self.database),
            *options,
        ]  # fmt: skip
        self._command = [sys.executable, "app.py", *self._options]
        if by_make:
            self._command = ["make", "--silent", "run", f"ARGS={' '.join(self._options)}"]
        self._environment = {
            **os.environ,
            "POLLING_API_TOKEN": TOKEN,
            "LC_ALL": f"{language}.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._checkout,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._wait_until_it_serves()

    def _wait_until_it_serves(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            assert self._process is not None
            assert self._process.poll() is None, self.said()
            try:
                if requests.get(f"{self.url}/healthz", timeout=2).ok:
                    return
            except (requests.ConnectionError, requests.Timeout):
                time.sleep(0.05)
        raise AssertionError(f"the server does not serve: {self.said()}")

    def said(self) -> str:
        """What stands in its terminal."""
        return self.log.read_text("utf-8")

    @property
    def link(self) -> str:
        """The one-time facilitator link it printed, under the address tests use."""
        found = re.search(r"/console/link/\S+", self.said())
        assert found, self.said()
        return self.url + found.group()

    @property
    def code(self) -> str:
        """The join code of the newest session."""
        newest: str = self.sessions()[0]["code"]
        return newest

    def sessions(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.api("GET", "/sessions").json()["sessions"]
        return found

    def api(self, method: str, path: str, json: Any = None, **more: Any) -> requests.Response:
        headers = {"Authorization": f"Bearer {TOKEN}", **more.pop("headers", {})}
        return requests.request(
            method, f"{self.url}/api/v1{path}", json=json, headers=headers, timeout=20, **more
        )

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """As a power cut would: SIGKILL."""
        assert self._process is not None
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> int:
        """As a system would: SIGTERM. Returns the exit status."""
        assert self._process is not None
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        return self._process.wait(timeout=PATIENCE_S)

    def restart(self) -> None:
        self.stop()
        self.start()
