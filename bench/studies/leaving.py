"""A hall that leaves at once, and one of half its size."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.figures import Figures, ratio
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.joining import join, leave
from bench.run import Run, parts
from bench.servers.target import Target
from bench.stage import Stage
from bench.studies.study import Section, Study


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=10_000, short=30)
    played, faults = [], []
    for number in (phones // 2, phones):
        with stage.matinale() as server:
            figures, more = asyncio.run(come_and_go(server, number))
        played.append(figures)
        faults += more
    half, whole = played
    yield Run("leave", phones, parts(half=half, whole=whole, ratio=ratio(whole, half)), faults)


async def come_and_go(target: Target, phones: int) -> tuple[Figures, list[str]]:
    hall = Hall(target, phones)
    ledger = Ledger(hall)
    await hall.prepare()
    joined = await join(hall, ledger)
    left = await leave(hall, ledger)
    target.stop()
    ledger.log()
    return {"phones": phones, **joined, **left}, ledger.faults


STUDY = Study(
    "leave",
    "Everybody leaves at once",
    play,
    (
        Section("", "", (
            ("phones", "phones", 0),
            ("until the server knows, s", "leave_s", 2),
            ("server CPU a phone, ms", "leave_cpu_ms", 3),
            ("joins a second, before", "joins_per_s", 0),
            ("memory a phone, KB, before", "phone_kb", 1),
        )),
    ),
    columns=("half.", "whole.", "ratio."),
)  # fmt: skip
