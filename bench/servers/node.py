"""What Matinale is compared with: a bare Node Socket.IO server that stores nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

from bench.servers.served import HOST, Served
from bench.servers.target import ANSWERS, Room

PROGRAM = Path(__file__).with_name("node.mjs")
CODE = "BENCH2"


class Node(Served):
    """`node node.mjs`. It counts in memory: `stored` is what it says it counted before it ended."""

    name = "Node"
    tells_own_answers = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._polls: list[int] = []
        self._counted: dict[int, Counter[str]] = {}

    def start(self) -> None:
        self.run(
            [_node(), str(PROGRAM), HOST, str(self.port)],
            "/connections",
            {"NODE_ENV": "production"},
        )

    def room(self) -> Room:
        return Room(
            session=1,
            code=CODE,
            phone={"code": CODE, "role": "attendee"},
            screen={"code": CODE, "role": "screen"},
            host={"code": CODE, "role": "facilitator"},
        )

    def poll(self, room: Room, *, live: bool) -> int:
        asked = {"option": ANSWERS, "live": "yes" if live else "no"}
        self._polls.append(int(self.get(f"/polls?{urlencode(asked, doseq=True)}").json()))
        return self._polls[-1]

    def connections(self) -> int:
        return int(self.get("/connections").json())

    def stored(self, poll: int) -> Counter[str]:
        return self._counted[poll]

    def complaints(self) -> str:
        """It has nothing else to say."""
        return self.log()

    def stop(self) -> None:
        for poll in self._polls:
            self._counted[poll] = Counter(self.get(f"/counts?poll={poll}").json())
        super().stop()


def _node() -> str:
    """The machine's, else the one that `make setup` took from PyPI (scripts/npm.sh)."""
    places = f"{os.environ.get('PATH', '')}:{Path(sys.executable).parent}"
    found = shutil.which("node", path=places)
    if found is None:
        raise SystemExit("the comparison needs Node: apt-get install nodejs")
    return found
