"""A large hall that votes faster than anybody should ask it to: 2,500 votes a second."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.run import Run
from bench.stage import Stage
from bench.studies.evening import BURST
from bench.studies.question import question
from bench.studies.study import Section, Study

VOTES_A_SECOND = 2_500


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=10_000, short=30)
    with stage.matinale() as server:
        seconds = phones / VOTES_A_SECOND
        yield Run("burst", phones, *asyncio.run(question(server, phones, seconds, live=False)))


STUDY = Study(
    "burst",
    "2,500 votes a second, results to the wall",
    play,
    (Section("Everybody votes", "", BURST),),
)
