"""Where a study puts up its servers, and how large it plays."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bench.servers.matinale import Matinale
from bench.servers.node import Node

S = TypeVar("S", Matinale, Node)

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

    def matinale(self, sync_ms: int = 0) -> AbstractContextManager[Matinale]:
        return self._started(lambda own: Matinale(own, self.runtime, sync_ms))

    def node(self) -> AbstractContextManager[Node]:
        return self._started(Node)

    @contextmanager
    def _started(self, make: Callable[[Path], S]) -> Iterator[S]:
        """A server on a new folder, and gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="matinale-bench-", dir=self.folder) as own:
            server = make(Path(own))
            try:
                server.start()
                yield server
            finally:
                server.kill()
