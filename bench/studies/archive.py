"""A server that has been used for years: how it starts, and how it gives everything away."""

from __future__ import annotations

import random
import socket
import time
from collections.abc import Iterator

from bench.figures import Figures
from bench.run import Run
from bench.servers.matinale import TOKEN, Matinale
from bench.servers.served import HOST
from bench.servers.target import ANSWERS
from bench.stage import Stage
from bench.stock import fill
from bench.studies.study import Section, Study

POLLS = 10
AT_ONCE = 1 << 20


def play(stage: Stage) -> Iterator[Run]:
    each = stage.size(full=100_000, short=200)
    with stage.matinale() as server:
        empty_s = server.start_s
        session = stocked(server, each)
        server.start()
        figures, rows = export(server, session)
        faults = [] if rows == POLLS * each else [f"{POLLS * each} ballots gave {rows} rows"]
        complaints = server.complaints()
        if complaints:
            faults.append(f"in the server's log: {complaints}")
        starts = {"empty_s": empty_s, "full_s": server.start_s}
    yield Run("archive", POLLS * each, {**starts, **figures}, faults)


def stocked(server: Matinale, each: int) -> int:
    """A session with ten polls of `each` ballots; the server is stopped then."""
    room = server.room()
    polls = [server.poll(room, live=False) for _ in range(POLLS)]
    for poll in polls:
        server.post(f"/polls/{poll}/open")
        server.post(f"/polls/{poll}/close")
    server.stop()
    chance = random.Random(each)
    for poll in polls:
        fill(server.database, poll, (f'"{chance.choice(ANSWERS)}"' for _ in range(each)))
    return room.session


def export(server: Matinale, session: int) -> tuple[Figures, int]:
    """The whole session as CSV: its figures, and how many rows came."""
    server.get("/healthz")
    before = most = server.process.memory_kb()
    began, cpu = time.perf_counter(), server.process.cpu()
    received = []
    with socket.create_connection((HOST, server.port)) as line:
        # HTTP/1.0: nothing to be put together again, which would cost the driver more than the
        # server.
        line.sendall(
            f"GET /api/v1/sessions/{session}/export.csv HTTP/1.0\r\nHost: {HOST}\r\n"
            f"Authorization: Bearer {TOKEN}\r\n\r\n".encode()
        )
        while piece := line.recv(AT_ONCE):
            received.append(piece)
            if len(received) % 64 == 0:
                most = max(most, server.process.memory_kb())
    seconds, cpu = time.perf_counter() - began, server.process.cpu() - cpu
    most = max(most, server.process.memory_kb())
    head, _, table = b"".join(received).partition(b"\r\n\r\n")
    rows = table.count(b"\r\n") - 1 if b" 200 " in head.split(b"\r\n")[0] else 0
    return {
        "rows": rows,
        "rows_per_s": rows / seconds,
        "export_s": seconds,
        "export_cpu_s": cpu,
        "table_mb": len(table) / 1e6,
        "grown_mb": (most - before) / 1024,
    }, rows


STUDY = Study(
    "archive",
    "Ten polls in one session, one ballot of each participant in each",
    play,
    (
        Section("Start of `python app.py` until it answers", "", (
            ("empty, s", "empty_s", 2),
            ("with all of these ballots, s", "full_s", 2),
        )),
        Section("Export as CSV", "", (
            ("rows a second", "rows_per_s", 0),
            ("the whole, s", "export_s", 2),
            ("server CPU, s", "export_cpu_s", 2),
            ("size, MB", "table_mb", 1),
            ("the server's memory grows by, MB", "grown_mb", 1),
        )),
    ),
    noun="ballots",
)  # fmt: skip
