"""Simulated attendees at a host's wish: a process beside the server, for one rehearsal each.

They are those of the `demo` command, and come over sockets as everybody does. Being a process of
their own that gives way to others, they take nothing from a real session; and their standard input
ends with the server, however that ends, and they with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from polling.changes import Changes
from polling.errors import BadRequest
from polling.languages import N_
from polling.records import Session
from polling.storage import Store

PEOPLE = 40

PACKAGE_STANDS_IN = Path(__file__).parent.parent


class Simulated:
    """`url` is where this very machine reaches the server; `dismiss(session)` lets those go who
    are connected, also where somebody started them in a terminal."""

    def __init__(
        self, url: str, dismiss: Callable[[int], None], store: Store, changes: Changes
    ) -> None:
        self._url = url
        self._dismiss = dismiss
        self._store = store
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        changes.transition.connect(self._look, weak=False)
        changes.gone.connect(self._end, weak=False)

    def fill(self, session: Session) -> None:
        """Lets them come, within some seconds; once is enough. Raises BadRequest."""
        if not _may_be_filled(session):
            raise BadRequest(N_("Simulated people only come to a rehearsal."))
        running = self._running.get(session.id)
        if running is None or running.poll() is not None:
            self._running[session.id] = self._start(session.code)

    def send_away(self, session: Session) -> None:
        self._end(session.id)
        self._dismiss(session.id)

    def _look(self, session: int) -> None:
        if session in self._running and not _may_be_filled(self._store.session(session)):
            self._end(session)

    def _end(self, session: int) -> None:
        running = self._running.pop(session, None)
        if running is not None:
            running.kill()
            running.wait()

    def _start(self, code: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "polling.launch", "demo", "--beside-a-server"]
        return subprocess.Popen(
            [*command, "--attendees", str(PEOPLE), "--url", self._url, "--code", code],
            cwd=PACKAGE_STANDS_IN,
            # What the server is set to is not theirs to know, its token for scripts least of all.
            env={name: value for name, value in os.environ.items() if "POLLING" not in name},
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _may_be_filled(session: Session) -> bool:
    return session.rehearsal and session.status != "ended"
