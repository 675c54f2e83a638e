"""The name that this machine answers to in its networks, by a process of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable

from polling import runtime


class LocalName:
    """Starts polling/responder.py and hears from it.

    `told(word, what)` is called with "name" and the name it got, such as matinale.local, also when
    that changes with the networks; with "failed" and the reason where it could not. Both may come
    again at any time.
    """

    def __init__(self, wanted: str, port: int, told: Callable[[str, str], None]) -> None:
        self._told = told
        # It ends when this end is closed, by whatever end this process comes to.
        self._ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "polling.responder", wanted, str(port)],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        runtime.spawn(self._hear)

    def _hear(self) -> None:
        with self._ours.makefile(encoding="utf-8") as lines:
            for line in lines:
                word, _, what = line.strip().partition(" ")
                self._told(word, what)
        self._told("failed", f"status {self._process.wait()}")


def _environment() -> dict[str, str]:
    """Without our settings: a token for scripts is nobody else's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("POLLING_")}
    return {**kept, "PYTHONPATH": os.pathsep.join(sys.path)}
