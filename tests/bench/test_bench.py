"""The bench plays everything in its short form: nothing is lost or counted twice, and it would
say so.

It asserts no times: those depend on who else uses the machine. Studies run in a thread of their
own, since the one of the tests may belong to Playwright's event loop.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest

from bench.goals import GOALS, Goal
from bench.run import Run, middle
from bench.servers.matinale import Matinale
from bench.servers.served import ROOT
from bench.stage import SHORT_S, Stage
from bench.studies import STUDIES
from bench.studies.crash import crash
from bench.studies.disk import SYNC_MS

PHONES = 30
NEEDS_CHROMIUM = pytest.mark.skipif(
    not (shutil.which("chromium") or shutil.which("chromium-browser")),
    reason="the page is viewed in Debian's chromium: apt-get install chromium",
)

T = TypeVar("T")


class Forger(Matinale):
    """While it is down, somebody else is made the voter of one ballot in its file."""

    def kill(self) -> None:
        super().kill()
        with closing(sqlite3.connect(self.database)) as db, db:
            db.execute(
                "UPDATE OR IGNORE ballots SET participant = 'nobody'"
                " WHERE participant = (SELECT MIN(participant) FROM ballots)"
            )


def alone(work: Callable[[], T]) -> T:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()


def played(name: str, folder: Path) -> Run:
    """The one run of a study in its short form."""
    (run,) = alone(lambda: list(STUDIES[name].play(Stage(folder, short=True))))
    return run


@pytest.fixture
def forger(tmp_path: Path) -> Iterator[Forger]:
    server = Forger(tmp_path)
    server.start()
    yield server
    server.kill()


EXACTLY = {
    "against": {"matinale.sent": 30, "matinale.stored": 30, "node.acked": 30, "node.stored": 30},
    "evening": {
        "vote.sent": 30, "vote.acked": 30, "vote.stored": 30, "again.resent": 3,
        "live.sent": 30, "live.acked": 30, "live.stored": 30,
    },
    "burst": {"sent": 30, "acked": 30, "stored": 30},
    "rate": {"few.acked": 160, "few.stored": 10, "many.acked": 160, "many.stored": 30},
    "joins": {"joined": 30},
    "leave": {"half.phones": 15, "whole.phones": 30},
    "broadcast": {"bare.delivered": 150},
    "disk": {"vote.stored": 30, "live.stored": 30},
    "kill": {"stored": 30},
    "results": {"differing.different.open_text": 200, "differing.different.yes_no": 3},
    "archive": {"rows": 2_000},
    "page": {},
    "frames": {},
}  # fmt: skip

AT_LEAST = {
    "against": {"matinale.delivered": 30, "node.delivered": 30},
    "evening": {"live.delivered": 30},
    "broadcast": {"matinale.delivered": 30, "matinale.bytes": 50},
    "disk": {"vote.ack_p50_ms": SYNC_MS, "live.ack_p50_ms": SYNC_MS},
    "joins": {"sent": 1},
    "results": {"alike.sent": 1, "differing.sent": 1},
    "page": {"kb": 10, "requests": 2},
    "frames": {"per_s": 1},
}


@pytest.mark.long
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=NEEDS_CHROMIUM if name in ("page", "frames") else ())
        for name in STUDIES
    ],
)
def test_a_study_finds_no_fault_and_gives_every_figure(name: str, tmp_path: Path) -> None:
    study, run = STUDIES[name], played(name, tmp_path)
    assert run.faults == []
    assert {**run.figures, **EXACTLY[name]} == run.figures
    for figure, least in AT_LEAST.get(name, {}).items():
        assert run.figures[figure] >= least
    for section in study.sections:
        part = f"{section.part}." if section.part else ""
        shown = {f"{study.columns[0]}{part}{figure}" for _, figure, _ in section.rows}
        assert shown <= run.figures.keys()
    assert {goal.figure for goal in GOALS if goal.study == name} <= run.figures.keys()


def test_a_lost_and_an_added_ballot_are_noticed(forger: Forger) -> None:
    run = alone(lambda: asyncio.run(crash(forger, PHONES, SHORT_S)))
    lost, added = run.faults
    assert lost.startswith("1 of ")
    assert added.startswith("stored ")
    assert run.figures["stored"] == PHONES + 1


@pytest.mark.long
def test_the_command_prints_tables_and_writes_lines_of_json(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    command = ["-m", "bench", "--short", "--only", "burst", "--repeat", "2", "--json", str(lines)]
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing lost, nothing twice" in done.stdout
    first, second = map(json.loads, lines.read_text("utf-8").splitlines())
    assert first["study"] == second["study"] == "burst"
    assert first["figures"]["stored"] == PHONES
    assert first["machine"]["runtime"] == "eventlet"


def test_a_goal_holds_on_its_side_of_the_bound_and_never_where_a_vote_was_lost() -> None:
    most = Goal("ack", "evening", 40, "ack", most=50)
    least = Goal("joins", "evening", 40, "joins", least=1_000, unit="/s")
    good = Run("evening", 40, {"ack": 50.0, "joins": 1_000.0}, [])
    bad = Run("evening", 40, {"ack": 50.1, "joins": 999.0}, [])
    assert most.holds(good)
    assert least.holds(good)
    assert not most.holds(bad)
    assert not least.holds(bad)
    assert not most.holds(Run("evening", 40, good.figures, ["1 vote was never acknowledged"]))
    assert most.found([Run("evening", 400, {}, []), good]) is good
    assert most.found([Run("joins", 40, {}, [])]) is None


def test_of_several_turns_the_middle_is_shown_with_every_fault() -> None:
    turns = [
        Run("kill", 30, {"acked": acked}, faults)
        for acked, faults in ((3, ["a"]), (1, []), (2, []))
    ]
    assert middle(turns) == Run("kill", 30, {"acked": 2}, ["a"])
