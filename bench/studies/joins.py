"""A hall that comes in one instant, while those who are there go on voting."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from itertools import cycle

from bench.figures import Figures, at
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.people.newcomers import Newcomers
from bench.people.roles import Phone
from bench.phases.sending import send
from bench.phases.transition import transition
from bench.process import Spent
from bench.run import Run
from bench.servers.target import Target
from bench.stage import Stage
from bench.studies.study import SHARES, Section, Study


def play(stage: Stage) -> Iterator[Run]:
    phones, inside = stage.size(full=2_000, short=30), stage.size(full=200, short=5)
    with stage.matinale() as server:
        yield Run("joins", phones, *asyncio.run(storm(server, phones, inside)))


async def storm(target: Target, phones: int, inside: int) -> tuple[Figures, list[str]]:
    """`phones` start to connect at the same time; `inside` others vote once a second each."""
    hall = Hall(target, inside)
    ledger = Ledger(hall)
    poll = hall.poll()
    await hall.prepare()
    ledger.joined(await hall.fill())
    await transition(hall, ledger, poll, "open")
    with Newcomers() as newcomers, Spent(target.process) as spent:
        coming = asyncio.create_task(newcomers.come(target.socket, hall.room.phone, phones))

        def turns() -> Iterator[tuple[Phone, float]]:
            for number, phone in enumerate(cycle(hall.phones)):
                if coming.done():
                    return
                yield phone, number / inside

        sent = await send(turns(), poll)
        came = await coming
    ledger.acknowledged(poll, sent.votes)
    for reason, number in Counter(came.refused).items():
        ledger.expect(False, f"{number} phones could not join: {reason}")
    hall.empty()
    target.stop()
    ledger.stored(poll)
    ledger.log()
    return {
        "joined": len(came.joins),
        "joins_per_s": len(came.joins) / came.seconds,
        "join_p50_ms": at(came.joins, 50),
        "join_p99_ms": at(came.joins, 99),
        "join_cpu_ms": spent.server_cpu / phones * 1000,
        **sent.figures(),
        **spent.shares(),
        "newcomers": came.driver_cpu / spent.seconds,
    }, ledger.faults


STUDY = Study(
    "joins",
    "All connect in the same instant; 200 who are in vote once a second each",
    play,
    (
        Section("Joins", "", (
            ("let in", "joined", 0),
            ("joins a second", "joins_per_s", 0),
            ("join p50, ms", "join_p50_ms", 0),
            ("join p99, ms", "join_p99_ms", 0),
            ("server CPU a join, with the votes, ms", "join_cpu_ms", 2),
        )),
        Section("Votes meanwhile", "", (
            ("votes sent", "sent", 0),
            ("ack p50, ms", "ack_p50_ms", 1),
            ("ack p99, ms", "ack_p99_ms", 1),
            *SHARES,
            ("… of which the newcomers' driver", "newcomers", 2),
            ("driver late p99, ms", "driver_late_p99_ms", 1),
        )),
    ),
)  # fmt: skip
