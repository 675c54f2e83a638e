"""What the figures were taken on."""

from __future__ import annotations

import os
import platform
import time
from pathlib import Path
from statistics import median
from typing import Any

from bench.servers.served import SOFT_LIMIT

SYNCS = 30
PAGE = b"\0" * 4096


def machine(folder: Path) -> dict[str, Any]:
    """`sync_ms` is what a write of 4 KB and its fsync take in `folder`: each commit pays it."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "kernel": platform.release(),
        "open_files": SOFT_LIMIT,
        "load": os.getloadavg()[0],
        "sync_ms": _sync_ms(folder),
    }


def _sync_ms(folder: Path) -> float:
    path = folder / "sync"
    taken = []
    with path.open("wb") as file:
        for _ in range(SYNCS):
            began = time.perf_counter()
            file.write(PAGE)
            file.flush()
            os.fsync(file.fileno())
            taken.append(time.perf_counter() - began)
    path.unlink()
    return median(taken) * 1000
