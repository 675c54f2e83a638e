"""Keeps the laptop awake, and its screen on, while anybody is connected.

By a process of its own: what the library does on some systems (D-Bus, threads) does not go together
with green threads. Its standard input ends with the server, however that ends, and it with it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from polling import runtime
from polling.cli.speech import say
from polling.languages import N_

LOOK_EVERY_S = 10

STAY_AWAKE = """
import sys
from wakepy import keep
with keep.presenting(on_fail="error"):
    sys.stdin.read()
"""


def keep_awake(connected: Callable[[], int]) -> None:
    """From now on, while `connected()` is not 0. Says once, in a line, where the system lets
    nobody do that."""
    runtime.spawn(_watch, connected)


def _watch(connected: Callable[[], int]) -> None:
    awake: subprocess.Popen[bytes] | None = None
    while True:
        runtime.sleep(LOOK_EVERY_S)
        if awake is not None and awake.poll() is not None:
            if not _was_told(awake):
                say(N_("This computer may fall asleep: switch that off in its power settings."))
                return
            awake = None
        if awake is None and connected():
            awake = subprocess.Popen(
                [sys.executable, "-c", STAY_AWAKE],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        elif awake is not None and not connected():
            _tell(awake)


def _tell(awake: subprocess.Popen[bytes]) -> None:
    """It may go: the system is told so by itself, and not by its sudden end."""
    assert awake.stdin is not None
    awake.stdin.close()


def _was_told(awake: subprocess.Popen[bytes]) -> bool:
    return awake.stdin is not None and awake.stdin.closed
