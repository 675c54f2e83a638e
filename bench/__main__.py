"""`python -m bench`: plays evenings of growing halls and prints what they cost."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
from pathlib import Path

import click
from rich.console import Console

from bench.crash import crash
from bench.evening import Run, evening, middle
from bench.machine import machine
from bench.matinale import Matinale
from bench.report import append, show

DISK = Path("/var/tmp")
"""/tmp is memory on many systems, where a sync costs nothing."""


def _numbers(context: click.Context, option: click.Parameter, value: str) -> list[int]:
    try:
        return [int(number) for number in value.split(",")]
    except ValueError as error:
        raise click.BadParameter("numbers are expected, as in 40,400") from error


@click.command()
@click.option("--phones", default="40,400,1000,1500", callback=_numbers, show_default=True,
              help="How many phones, one evening each.")  # fmt: skip
@click.option("--seconds", default=1.0, show_default=True, help="All vote within this time.")
@click.option("--repeat", default=1, show_default=True, help="Evenings of each; medians are shown.")
@click.option("--json", "lines", type=click.Path(path_type=Path), help="Append each evening here.")
@click.option("--folder", type=click.Path(path_type=Path), default=DISK, show_default=True,
              help="Where the database is made, on the disk that is to be measured.")  # fmt: skip
@click.option("--kill", is_flag=True, help="Kill the server while they vote, and count afterwards.")
def main(
    phones: list[int], seconds: float, repeat: int, lines: Path | None, folder: Path, kill: bool
) -> None:
    """Plays a full room against a server. Exit status 1: a vote was lost, or counted twice."""
    console = Console()
    _raise_open_files_limit()
    here = machine(folder)
    console.print(
        "{cores} cores, Python {python}, Linux {kernel}, a sync takes {sync_ms:.1f} ms, the shell"
        " allows {open_files:,} open files, load before {load:.1f}".format(**here)
    )
    shown = []
    for number in phones:
        runs = []
        for turn in range(1, repeat + 1):
            with console.status(f"{number:,} phones, evening {turn} of {repeat}"):
                runs.append(_play(folder, number, seconds, kill))
            if lines:
                append(lines, runs[-1], here)
        shown.append(middle(runs))
    show(console, shown)
    sys.exit(any(run.faults for run in shown))


def _play(folder: Path, phones: int, seconds: float, kill: bool) -> Run:
    with tempfile.TemporaryDirectory(prefix="matinale-bench-", dir=folder) as own:
        target = Matinale(Path(own))
        target.start()
        try:
            return asyncio.run((crash if kill else evening)(target, phones, seconds))
        finally:
            target.kill()


def _raise_open_files_limit() -> None:
    """A phone is an open file here too."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    main()
