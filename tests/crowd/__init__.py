"""A crowd of official Socket.IO clients, in a Node process of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("crowd.mjs")


def node() -> str:
    """The machine's Node, or the one that set-up installed where there is none."""
    beside_python = Path(sys.executable).with_name("node")
    found = shutil.which("node") or (str(beside_python) if beside_python.exists() else None)
    assert found, "neither this machine nor .venv has Node: run “make setup”"
    return found


class Crowd:
    """Many phones that do the same thing at the same time."""

    def __init__(self, url: str, code: str) -> None:
        self._url = url
        self._code = code
        self._process = subprocess.Popen(
            [node(), str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def _do(self, name: str, **more: Any) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"do": name, **more}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def joins(self, many: int, transports: list[str] | None = None) -> None:
        self._do("join", url=self._url, code=self._code, many=many, transports=transports)

    def votes(self, votes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Sends all votes at once; each names `who` of the crowd. The acknowledgements."""
        acks: list[dict[str, Any]] = self._do("vote", votes=votes)["acks"]
        return acks

    def states(self) -> list[dict[str, Any]]:
        """The last state that each has got."""
        states: list[dict[str, Any]] = self._do("states")["states"]
        return states

    def transports(self) -> list[str]:
        """What carries each one's messages now."""
        names: list[str] = self._do("transports")["transports"]
        return names

    def connected(self) -> int:
        """How many are."""
        connected: int = self._do("connected")["connected"]
        return connected

    def storms(self, answers: list[Any]) -> None:
        """Everybody votes again and again until `calms`."""
        self._do("storm", answers=answers)

    def calms(self) -> list[dict[str, Any]]:
        """The newest acknowledged vote of each."""
        votes: list[dict[str, Any]] = self._do("calm")["votes"]
        return votes

    def leaves(self) -> None:
        self._do("leave")
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=20)
        assert self._process.stdout
        self._process.stdout.close()
