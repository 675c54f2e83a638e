"""A whole evening on a server of its own: everybody comes, votes twice, watches, and leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.joining import join, leave
from bench.phases.stream import stream
from bench.phases.transition import transition
from bench.phases.voting import resend, vote
from bench.run import Run, parts
from bench.servers.target import Target
from bench.stage import Stage
from bench.studies.study import SHARES, Row, Section, Study

VOTES_A_SECOND = 1_000
"""However large the hall, but all votes of a smaller one within a second."""

FEW_A_SECOND, FEW_S = 20, 2.0
"""Enough that there is something new to say each tenth of a second."""

BURST: tuple[Row, ...] = (
    ("votes sent", "sent", 0),
    ("… acknowledged", "acked", 0),
    ("… stored", "stored", 0),
    ("ack p50, ms", "ack_p50_ms", 1),
    ("ack p95, ms", "ack_p95_ms", 1),
    ("ack p99, ms", "ack_p99_ms", 1),
    ("vote → wall p50, ms", "wall_p50_ms", 0),
    ("vote → wall p99, ms", "wall_p99_ms", 0),
    ("server CPU, s", "cpu_s", 2),
    ("server CPU a vote, ms", "vote_cpu_ms", 2),
    *SHARES,
    ("driver late p99, ms", "driver_late_p99_ms", 1),
)


def play(stage: Stage) -> Iterator[Run]:
    for phones in (30,) if stage.short else stage.halls:
        seconds = stage.seconds(full=max(1.0, phones / VOTES_A_SECOND))
        with stage.matinale() as server:
            yield asyncio.run(evening(server, phones, seconds, stage.seconds(full=FEW_S)))


async def evening(target: Target, phones: int, seconds: float, few_s: float) -> Run:
    """Plays `phones` on a started `target`, and stops it.

    Each burst of votes lasts `seconds`, the results of few votes are watched for `few_s`.
    """
    hall = Hall(target, phones)
    ledger = Ledger(hall)
    quiet, live = hall.poll(), hall.poll(live=True)
    await hall.prepare()
    joined = await join(hall, ledger)
    opened = await transition(hall, ledger, quiet, "open")
    voted = await vote(hall, ledger, quiet, seconds)
    again = await resend(hall, ledger, quiet)
    closed = await transition(hall, ledger, quiet, "close")
    await transition(hall, ledger, live, "open")
    watched = await vote(hall, ledger, live, seconds)
    few = await stream(hall, ledger, live, per_second=FEW_A_SECOND, seconds=few_s)
    await transition(hall, ledger, live, "close")
    left = await leave(hall, ledger)
    target.stop()
    voted["stored"], watched["stored"] = ledger.stored(quiet), ledger.stored(live)
    ledger.log()
    figures = parts(
        join=joined, open=opened, vote=voted, again=again, close=closed, live=watched, few=few,
        leave=left,
    )  # fmt: skip
    return Run("evening", phones, {"seconds": seconds, **figures}, ledger.faults)


STUDY = Study(
    "evening",
    "An evening, for growing halls",
    play,
    (
        Section("", "", (("all votes within, s", "seconds", 1),)),
        Section("Everybody joins, 200 handshakes at once", "join", (
            ("joins a second", "joins_per_s", 0),
            ("join p50, ms", "join_p50_ms", 0),
            ("join p99, ms", "join_p99_ms", 0),
            ("server CPU a join, ms", "join_cpu_ms", 2),
            ("memory a phone, KB", "phone_kb", 1),
            *SHARES,
        )),
        Section("Opening reaches every phone", "open", (
            ("p50, ms", "open_p50_ms", 0),
            ("p99, ms", "open_p99_ms", 0),
            ("server CPU a phone, ms", "open_cpu_ms", 2),
        )),
        Section("Everybody votes, results to the wall", "vote", BURST),
        Section("Everybody votes, results to all phones", "live", (
            ("messages delivered", "delivered", 0),
            ("server CPU a message, µs", "message_cpu_us", 0),
            *BURST,
        )),
        Section("Results to all phones, few votes", "few", (
            ("results a second to each", "results_per_s", 1),
            ("messages delivered", "delivered", 0),
            ("server CPU a message, µs", "message_cpu_us", 0),
            *SHARES,
        )),
        Section("Closing reaches every phone", "close", (
            ("p50, ms", "close_p50_ms", 0),
            ("p99, ms", "close_p99_ms", 0),
        )),
        Section("Everybody leaves", "leave", (
            ("until the server knows, s", "leave_s", 2),
            ("server CPU a phone, ms", "leave_cpu_ms", 2),
        )),
    ),
)  # fmt: skip
