"""`slow_disk.py MS …`: app.py on a disk whose syncs take MS milliseconds longer.

The delay stands before each commit that has something to write, in whatever thread commits, and
like a real sync it keeps that thread and nobody else. Syncs of a checkpoint, one in some thousand
pages, are not slowed.
"""

from __future__ import annotations

import runpy
import sqlite3
import sys
from pathlib import Path
from time import sleep  # before app.py makes the module's own yield
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SYNC_S = int(sys.argv.pop(1)) / 1000

_connect = sqlite3.connect


def _slowly(*args: Any, **options: Any) -> sqlite3.Connection:
    connection: sqlite3.Connection = _connect(*args, **options)
    synced = 0

    def before(statement: str) -> None:
        nonlocal synced
        if statement.startswith("COMMIT") and connection.total_changes != synced:
            sleep(SYNC_S)
            synced = connection.total_changes

    connection.set_trace_callback(before)
    return connection


sqlite3.connect = _slowly  # type: ignore[assignment]
sys.path.insert(0, str(ROOT))
sys.argv[0] = str(ROOT / "app.py")
runpy.run_path(sys.argv[0], run_name="__main__")
