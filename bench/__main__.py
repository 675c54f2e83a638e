"""`python -m bench`: plays its studies and prints what they cost."""

from __future__ import annotations

import gc
import resource
import sys
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from bench.machine import machine
from bench.report import append, judge, show
from bench.run import Run, middle
from bench.stage import DISK, GROWTH, Stage
from bench.studies import STUDIES, Study

WIDTH = 120
"""Of a table that goes into a file."""


def _names(context: click.Context, option: click.Parameter, value: str | None) -> list[Study]:
    names = value.split(",") if value else STUDIES
    if unknown := [name for name in names if name not in STUDIES]:
        raise click.BadParameter(f"{', '.join(unknown)}: choose of {', '.join(STUDIES)}")
    return [STUDIES[name] for name in names]


def _halls(context: click.Context, option: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        return tuple(int(number) for number in value.split(","))
    except ValueError as error:
        raise click.BadParameter("numbers are expected, as in 40,400") from error


@click.command()
@click.option("--only", "studies", callback=_names, metavar="NAMES",
              help=f"Which studies, as in joins,leave. Of: {', '.join(STUDIES)}.")  # fmt: skip
@click.option("--short", is_flag=True, help="Everything small: whether it works, within a minute.")
@click.option("--runtime", type=click.Choice(["eventlet", "gevent"]), default="eventlet",
              show_default=True, help="What Matinale runs on (POLLING_ASYNC).")  # fmt: skip
@click.option("--phones", "halls", default=",".join(map(str, GROWTH)), callback=_halls,
              show_default=True, help="How many come to an evening, one each.")  # fmt: skip
@click.option("--repeat", type=int, help="Turns of each study; medians are shown. [3 for most]")
@click.option("--json", "lines", type=click.Path(path_type=Path), help="Append each turn here.")
@click.option("--folder", type=click.Path(path_type=Path), default=DISK, show_default=True,
              help="Where databases are made, on the disk that is to be measured.")  # fmt: skip
def main(
    studies: list[Study],
    short: bool,
    runtime: str,
    halls: tuple[int, ...],
    repeat: int | None,
    lines: Path | None,
    folder: Path,
) -> None:
    """Plays full rooms against a server. Exit status 1: a vote was lost, or counted twice."""
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    _raise_open_files_limit()
    gc.disable()  # its pauses would count as the server's; what is left over goes between turns
    stage = Stage(folder, runtime, short, halls)
    here = {**machine(folder), "runtime": runtime}
    console.print(
        "{cores} cores, Python {python}, Linux {kernel}, a sync takes {sync_ms:.1f} ms, the shell"
        " allows {open_files:,} open files, load before {load:.1f}".format(**here)
    )
    played = []
    for study in studies:
        turns = repeat or (1 if short else study.turns)
        runs = _play(console, study, stage, turns, lines, here)
        show(console, study, runs, f"{runtime}, median of {turns}" if turns > 1 else runtime)
        played += runs
    judge(console, played, runtime)
    sys.exit(any(run.faults for run in played))


def _play(
    console: Console,
    study: Study,
    stage: Stage,
    turns: int,
    lines: Path | None,
    here: dict[str, Any],
) -> list[Run]:
    """The middle of its turns, for each size."""
    by_size: dict[int, list[Run]] = {}
    for turn in range(1, turns + 1):
        with console.status(f"{study.name}, turn {turn} of {turns}"):
            for run in study.play(stage):
                by_size.setdefault(run.size, []).append(run)
                if lines:
                    append(lines, run, here)
                gc.collect()
    return [middle(runs) for runs in by_size.values()]


def _raise_open_files_limit() -> None:
    """A phone is an open file here too."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    main()
