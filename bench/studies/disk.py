"""An evening on a disk that takes 20 ms longer for each sync."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

from bench.run import Run
from bench.stage import Stage
from bench.studies.evening import BURST, evening
from bench.studies.study import Section, Study

SYNC_MS = 20


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=1_000, short=30)
    with stage.matinale(SYNC_MS) as server:
        seconds = stage.seconds(full=1.0)
        run = asyncio.run(evening(server, phones, seconds, few_s=seconds))
    yield replace(run, study="disk")


STUDY = Study(
    "disk",
    f"Each sync takes {SYNC_MS} ms longer; all votes within 1 s",
    play,
    (
        Section("Everybody votes, results to the wall", "vote", BURST),
        Section("Everybody votes, results to all phones", "live", BURST),
    ),
)
