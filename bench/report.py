"""The figures, as a table for people and as lines of JSON for scripts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.evening import Run

SHARES = (
    ("driver's share of a core", "driver", 2),
    ("other programs' share", "others", 2),
)

BURST = (
    ("votes sent", "sent", 0),
    ("… acknowledged", "acked", 0),
    ("… stored", "stored", 0),
    ("ack p50, ms", "ack_p50_ms", 1),
    ("ack p95, ms", "ack_p95_ms", 1),
    ("ack p99, ms", "ack_p99_ms", 1),
    ("vote → wall p50, ms", "wall_p50_ms", 0),
    ("vote → wall p99, ms", "wall_p99_ms", 0),
    ("server CPU, s", "cpu_s", 2),
    ("server CPU a vote, ms", "vote_cpu_ms", 2),
    *SHARES,
    ("driver late p99, ms", "driver_late_p99_ms", 1),
)

SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str, int], ...]], ...] = (
    ("join", "Everybody joins", (
        ("joins a second", "joins_per_s", 0),
        ("join p50, ms", "join_p50_ms", 0),
        ("join p99, ms", "join_p99_ms", 0),
        ("server CPU a join, ms", "join_cpu_ms", 2),
        ("memory a phone, KB", "phone_kb", 0),
        *SHARES,
    )),
    ("open", "Opening reaches every phone", (
        ("p50, ms", "open_p50_ms", 0),
        ("p99, ms", "open_p99_ms", 0),
        ("server CPU a phone, ms", "open_cpu_ms", 2),
    )),
    ("vote", "Everybody votes, results to the wall", BURST),
    ("live", "Everybody votes, results to all phones", (
        ("messages delivered", "delivered", 0), *BURST,
    )),
    ("broadcast", "Results to all phones, few votes", (
        ("results a second to each", "results_per_s", 1),
        ("messages delivered", "delivered", 0),
        ("server CPU a message, µs", "message_cpu_us", 0),
        *SHARES,
    )),
    ("close", "Closing reaches every phone", (
        ("p50, ms", "close_p50_ms", 0),
        ("p99, ms", "close_p99_ms", 0),
    )),
    ("leave", "Everybody leaves", (
        ("until the server knows, s", "leave_s", 2),
        ("server CPU a phone, ms", "leave_cpu_ms", 2),
    )),
    ("kill", "Killed while everybody votes", (
        ("acknowledged before", "acked", 0),
        ("stored after all came back", "stored", 0),
    )),
)  # fmt: skip


def show(console: Console, runs: Sequence[Run]) -> None:
    """A column for each run."""
    table = Table(title=f"{runs[0].target}, all votes within {runs[0].seconds:g} s")
    table.add_column("phones")
    for run in runs:
        table.add_column(f"{run.phones:,}", justify="right")
    for phase, title, rows in SECTIONS:
        known = [row for row in rows if f"{phase}.{row[1]}" in runs[0].figures]
        if known:
            table.add_section()
            table.add_row(f"[bold]{title}[/]")
        for label, name, digits in known:
            values = (run.figures[f"{phase}.{name}"] for run in runs)
            table.add_row(label, *(f"{value:,.{digits}f}" for value in values))
    console.print(table)
    for run in runs:
        if not run.faults:
            console.print(f"{run.phones:,} phones: nothing lost, nothing twice")
        for fault in run.faults:
            console.print(f"[red]{run.phones:,} phones:[/] {fault}", markup=True, highlight=False)


def append(path: Path, run: Run, machine: dict[str, Any]) -> None:
    """One line of JSON for one evening."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**asdict(run), "machine": machine}, ensure_ascii=False) + "\n")
