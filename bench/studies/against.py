"""Matinale and a bare Node server that stores nothing, in turn, under the same phones."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.figures import ratio
from bench.run import Run, parts
from bench.stage import Stage
from bench.studies.question import question
from bench.studies.study import Section, Study

VOTES_A_SECOND = 1_000
HALLS = (1_000, 4_000)


def play(stage: Stage) -> Iterator[Run]:
    for phones in (30,) if stage.short else HALLS:
        seconds = stage.seconds(full=max(1.0, phones / VOTES_A_SECOND))
        with stage.matinale() as server:
            ours, faults = asyncio.run(question(server, phones, seconds, live=True))
        with stage.node() as server:
            theirs, more = asyncio.run(question(server, phones, seconds, live=True))
        figures = parts(matinale=ours, node=theirs, ratio=ratio(ours, theirs))
        faults += [f"Node: {fault}" for fault in more]
        yield Run("against", phones, figures, faults)


STUDY = Study(
    "against",
    "Matinale beside a bare Node socket.io 4.8 that stores nothing; results to all phones",
    play,
    (
        Section("Everybody votes", "", (
            ("server CPU of the whole, s", "cpu_s", 3),
            ("messages delivered to phones", "delivered", 0),
            ("server CPU a delivered message, µs", "message_cpu_us", 1),
            ("ack p50, ms", "ack_p50_ms", 1),
            ("ack p99, ms", "ack_p99_ms", 1),
            ("vote → wall p99, ms", "wall_p99_ms", 0),
        )),
        Section("Before and after", "", (
            ("joins a second, 200 at once", "joins_per_s", 0),
            ("server CPU a join, ms", "join_cpu_ms", 2),
            ("memory a phone, KB", "phone_kb", 1),
            ("open reaches every phone, p99, ms", "open_p99_ms", 0),
            ("all have left, s", "leave_s", 2),
        )),
        Section("The driver", "", (
            ("share of a core", "driver", 2),
            ("late p99, ms", "driver_late_p99_ms", 1),
            ("other programs' share", "others", 2),
        )),
    ),
    turns=5,
    columns=("matinale.", "node.", "ratio."),
)  # fmt: skip
