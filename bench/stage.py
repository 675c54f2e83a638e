"""Where a study puts up its servers, and how large it plays."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.servers.matinale import Matinale
from bench.servers.node import Node

GROWTH = (40, 400, 1_000, 4_000, 10_000)
SHORT_S = 0.4
DISK = Path("/var/tmp")
"""/tmp is memory on many systems, where a sync costs nothing."""


@dataclass(frozen=True)
class Stage:
    """`short` plays everything small: it shows that all works and measures nothing."""

    folder: Path = DISK
    runtime: str = "eventlet"
    short: bool = False
    halls: tuple[int, ...] = field(default=GROWTH)
    """How many phones an evening has, one evening each."""

    def size(self, *, full: int, short: int) -> int:
        return short if self.short else full

    def seconds(self, *, full: float) -> float:
        """How long something lasts."""
        return min(full, SHORT_S) if self.short else full

    @contextmanager
    def matinale(self, sync_ms: int = 0) -> Iterator[Matinale]:
        """Started on a new file, and gone afterwards."""
        with self._folder() as own:
            server = Matinale(own, self.runtime, sync_ms)
            try:
                server.start()
                yield server
            finally:
                server.kill()

    @contextmanager
    def node(self) -> Iterator[Node]:
        with self._folder() as own:
            server = Node(own)
            try:
                server.start()
                yield server
            finally:
                server.kill()

    @contextmanager
    def _folder(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="matinale-bench-", dir=self.folder) as own:
            yield Path(own)
