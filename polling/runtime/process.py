"""What a server asks of its process, whatever its green threads are."""

from __future__ import annotations

import contextlib
import os
import resource
import sys

TAKE_OVER = "polling.take_over"
"""In the WSGI environment: gives the bare socket of the request to whoever calls it, who answers
and closes from then on."""

BACKLOG = 4096
"""Connections the system keeps waiting for us: a hall scans the QR code all at once."""

ACCEPTS_IN_A_ROW = 8
"""A hall that comes in takes turns with those who are in."""

IDLE_S = 5
"""How long a browser may keep a connection that it asks nothing on; each takes a phone's place."""

STALLED_S = 60
"""How long a client may keep us waiting amid a request, or read nothing of an answer."""


def leave() -> None:
    """Ends the process with status 0 from any green thread, buffers written."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def raise_open_files_limit() -> int:
    """Debian gives a process 1,024 open files; takes all it may have and says how many."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
