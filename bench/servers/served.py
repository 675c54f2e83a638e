"""A server as a process of its own on a free port, seen from outside."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import requests

from bench.process import Process

ROOT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
PATIENCE_S = 60.0
ASK_EVERY_S = 0.01

SOFT_LIMIT, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
AS_IN_THE_SHELL = ("sh", "-c", 'ulimit -Sn "$0" && exec "$@"', str(SOFT_LIMIT))
"""With the limit of open files from before the driver raised its own: the server has to raise its
own too."""


class Served:
    """`start_s`: what the last start took, from the command to the first answer."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.start_s = 0.0
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def socket(self) -> str:
        return f"ws://{HOST}:{self.port}/socket.io/?EIO=4&transport=websocket"

    @property
    def process(self) -> Process:
        assert self._running is not None
        return Process(self._running.pid)

    def run(self, command: Sequence[str], path: str, environment: Mapping[str, str]) -> None:
        """Runs `command` and returns once GET `path` is answered."""
        began = time.perf_counter()
        with self._log.open("ab") as log:
            self._running = subprocess.Popen(
                [*AS_IN_THE_SHELL, *command],
                cwd=ROOT,
                env={**os.environ, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        while time.perf_counter() < began + PATIENCE_S and self._running.poll() is None:
            if self._listens():
                self.get(path)
                self.start_s = time.perf_counter() - began
                return
            time.sleep(ASK_EVERY_S)
        raise SystemExit(f"the server does not serve: {self.log()}")

    def get(self, path: str) -> requests.Response:
        found = requests.get(f"http://{HOST}:{self.port}{path}", timeout=PATIENCE_S)
        found.raise_for_status()
        return found

    def log(self) -> str:
        """What it wrote to its terminal."""
        return self._log.read_text("utf-8", errors="replace")

    def kill(self) -> None:
        """Also where it has ended already."""
        assert self._running is not None
        self._running.kill()
        self._running.wait()

    def stop(self) -> None:
        assert self._running is not None
        self._running.send_signal(signal.SIGTERM)
        self._running.wait(PATIENCE_S)

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((HOST, self.port)) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
