"""What a process uses, and what a phase cost."""

from __future__ import annotations

import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.figures import Figures

TICKS = os.sysconf("SC_CLK_TCK")
CPUCLOCK_SCHED = 2
"""Linux numbers the clock of a process by its id and this: see clock_getcpuclockid(3)."""


class Process:
    """CPU and memory of a running process."""

    def __init__(self, pid: int) -> None:
        self._proc = Path("/proc") / str(pid)
        self._clock = (~pid << 3) | CPUCLOCK_SCHED

    def cpu(self) -> float:
        """Seconds of CPU so far, of all its threads, those that have ended as well.

        `/proc` has it in ticks of 10 ms, too coarse for forty votes, or in nanoseconds for the
        threads that are left.
        """
        return time.clock_gettime(self._clock)

    def memory_kb(self) -> int:
        """What it holds in RAM (VmRSS)."""
        for line in (self._proc / "status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
        return 0


def _machine_cpu() -> float:
    """Seconds of CPU that all programs have used, and what the machine's own host took away."""
    user, nice, system, _idle, _wait, irq, softirq, steal = (
        int(ticks) for ticks in Path("/proc/stat").read_text().split()[1:9]
    )
    return (user + nice + system + irq + softirq + steal) / TICKS


class Spent:
    """`with Spent(server) as spent:` → seconds on the clock and on the CPU, when it is over.

    Shares are of one core. `others_share` is what neither server nor driver used: where it is
    high, the delays are not the server's alone.
    """

    def __init__(self, server: Process) -> None:
        self._server = server
        self.seconds = 0.0
        self.server_cpu = 0.0
        self.driver_share = 0.0
        self.others_share = 0.0

    def __enter__(self) -> Self:
        self._began = time.perf_counter()
        self._server_cpu = self._server.cpu()
        self._driver_cpu = time.process_time()
        self._machine_cpu = _machine_cpu()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.seconds = time.perf_counter() - self._began
        self.server_cpu = self._server.cpu() - self._server_cpu
        driver_cpu = time.process_time() - self._driver_cpu
        others_cpu = _machine_cpu() - self._machine_cpu - self.server_cpu - driver_cpu
        self.driver_share = driver_cpu / self.seconds
        self.others_share = max(0.0, others_cpu / self.seconds)

    def shares(self) -> Figures:
        return {"driver": self.driver_share, "others": self.others_share}
