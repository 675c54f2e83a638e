"""What a process used is all that it used."""

from __future__ import annotations

import subprocess
import sys

from bench.process import Process

BURNT_S = 0.2
BURNS_IN_A_THREAD = f"""
import threading, time
def burn():
    while time.thread_time() < {BURNT_S}: pass
thread = threading.Thread(target=burn)
thread.start()
thread.join()
print("burnt", flush=True)
input()
"""


def test_threads_that_have_ended_are_counted() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BURNS_IN_A_THREAD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as burner:
        assert burner.stdout
        assert burner.stdout.readline() == b"burnt\n"
        assert Process(burner.pid).cpu() >= BURNT_S
        burner.communicate(b"\n")
