"""What a vote costs in a small hall and in a large one, where both vote at the same rate.

A phone may send 30 votes at once and 5 a second. Forty phones that vote in turn can therefore
send 400 a second for 4 seconds: 40 each, of the 50 that they may. In the large hall as many
phones vote once, and the others listen. It begins right after the joins, before the first pings
of Engine.IO (25 s) fall into it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.figures import Figures, ratio
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.joining import leave
from bench.phases.stream import stream
from bench.phases.transition import transition
from bench.run import Run, parts
from bench.servers.target import Target
from bench.stage import Stage
from bench.studies.study import SHARES, Section, Study

A_SECOND = 400


def play(stage: Stage) -> Iterator[Run]:
    small, large = stage.size(full=40, short=10), stage.size(full=10_000, short=30)
    seconds = stage.seconds(full=4.0)
    with stage.matinale() as server:
        few, faults = asyncio.run(steady(server, small, seconds))
    with stage.matinale() as server:
        many, more = asyncio.run(steady(server, large, seconds))
    yield Run("rate", large, parts(few=few, many=many, ratio=ratio(many, few)), faults + more)


async def steady(target: Target, phones: int, seconds: float) -> tuple[Figures, list[str]]:
    hall = Hall(target, phones)
    ledger = Ledger(hall)
    poll = hall.poll()
    await hall.prepare()
    ledger.joined(await hall.fill())
    await transition(hall, ledger, poll, "open")
    figures = await stream(hall, ledger, poll, per_second=A_SECOND, seconds=seconds)
    await leave(hall, ledger)
    target.stop()
    stored = ledger.stored(poll)
    ledger.log()
    return {"phones": phones, **figures, "stored": stored}, ledger.faults


STUDY = Study(
    "rate",
    "400 votes a second for 4 s, from 40 phones and from 10,000; results to the wall",
    play,
    (
        Section("", "", (
            ("phones", "phones", 0),
            ("votes sent", "sent", 0),
            ("… acknowledged", "acked", 0),
            ("ballots stored", "stored", 0),
            ("server CPU a vote, ms", "vote_cpu_ms", 3),
            ("ack p50, ms", "ack_p50_ms", 1),
            ("ack p99, ms", "ack_p99_ms", 1),
            *SHARES,
            ("driver late p99, ms", "driver_late_p99_ms", 1),
        )),
    ),
    columns=("few.", "many.", "ratio."),
)  # fmt: skip
