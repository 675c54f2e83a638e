"""The figures, as tables for people and as lines of JSON for scripts."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from bench.goals import GOALS
from bench.run import Run
from bench.studies import Study

RATIO = "ratio."
"""A column without a unit of its own."""


def show(console: Console, study: Study, runs: Sequence[Run], by: str) -> None:
    """A column for each run, or several where the study compares. `by`: what was measured."""
    table = Table(title=f"{study.title} ({by})", title_justify="left")
    table.add_column(study.noun)
    for run in runs:
        for column in study.columns:
            name = column.rstrip(".")
            size = "" if name and len(runs) == 1 else f"{run.size:,}"
            table.add_column(f"{size} {name}".strip(), justify="right")
    for section in study.sections:
        if section.title:
            table.add_section()
            table.add_row(f"[bold]{section.title}[/]")
        part = f"{section.part}." if section.part else ""
        for label, name, digits in section.rows:
            values = (
                _number(run.figures.get(f"{column}{part}{name}"), 2 if column == RATIO else digits)
                for run in runs
                for column in study.columns
            )
            table.add_row(label, *values)
    console.print(table)
    for run in runs:
        if not run.faults:
            console.print(f"{run.size:,} {study.noun}: nothing lost, nothing twice")
        for fault in run.faults:
            console.print(f"{run.size:,} {study.noun}: {fault}", style="red", markup=False)


def judge(console: Console, runs: Sequence[Run], by: str) -> None:
    """The goals that these runs are about."""
    table = Table(title=f"Goals ({by})", title_justify="left")
    for name, justify in (("", "left"), ("goal", "right"), ("measured", "right"), ("", "left")):
        table.add_column(name, justify=justify)  # type: ignore[arg-type]
    for goal in GOALS:
        run = goal.found(runs)
        if run is not None:
            holds = "holds" if goal.holds(run) else "[red]missed[/]"
            value = run.figures[goal.figure]
            table.add_row(goal.work, goal.bound, f"{_rounded(value)} {goal.unit}", holds)
    if table.row_count:
        console.print(table)


def append(path: Path, run: Run, machine: dict[str, Any]) -> None:
    """One line of JSON for one turn."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**asdict(run), "machine": machine}, ensure_ascii=False) + "\n")


def _number(value: float | None, digits: int) -> str:
    return "–" if value is None or math.isnan(value) else f"{value:,.{digits}f}"


def _rounded(value: float) -> str:
    """To three figures, and whole from a hundred on."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
