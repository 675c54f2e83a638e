"""Results to everybody, beside the least that this can cost: a bare loop of `send`."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figures, ratio
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.joining import leave
from bench.phases.stream import stream
from bench.phases.transition import transition
from bench.run import Run, parts
from bench.servers.served import HOST
from bench.servers.target import Target
from bench.stage import Stage
from bench.studies.study import SHARES, Section, Study

BARE_LOOP = str(Path(__file__).parents[1] / "servers" / "bare_loop.py")
VOTES_A_SECOND = 20


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=1_000, short=30)
    with stage.matinale() as server:
        figures, message, faults = asyncio.run(
            results_to_all(server, phones, stage.seconds(full=2.0))
        )
    bare = asyncio.run(sends(phones, message, stage.size(full=20, short=5)))
    beside = ratio(figures, bare)
    yield Run("broadcast", phones, parts(matinale=figures, bare=bare, ratio=beside), faults)


async def results_to_all(
    target: Target, phones: int, seconds: float
) -> tuple[Figures, bytes, list[str]]:
    """Its figures, the bytes that a phone was sent last, and its faults."""
    hall = Hall(target, phones)
    ledger = Ledger(hall)
    poll = hall.poll(live=True)
    await hall.prepare()
    ledger.joined(await hall.fill())
    await transition(hall, ledger, poll, "open")
    figures = await stream(hall, ledger, poll, per_second=VOTES_A_SECOND, seconds=seconds)
    await leave(hall, ledger)
    target.stop()
    ledger.stored(poll)
    ledger.log()
    message = hall.phones[0].last
    return {**figures, "bytes": len(message)}, message, ledger.faults


async def sends(clients: int, message: bytes, rounds: int) -> Figures:
    """The same bytes in a loop, from a process that does nothing else, to as many sockets."""
    bare = await asyncio.create_subprocess_exec(
        sys.executable, BARE_LOOP, str(clients), str(rounds),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert bare.stdin
    assert bare.stdout
    port = int(await bare.stdout.readline())
    loop = asyncio.get_running_loop()
    ears = [(await loop.create_connection(_Ear, HOST, port))[1] for _ in range(clients)]
    bare.stdin.write(message + b"\n")
    spent = float(await bare.stdout.readline())
    for ear in ears:
        ear.leave()
    bare.stdin.close()
    await bare.wait()
    delivered = clients * rounds
    return {
        "message_cpu_us": spent / delivered * 1_000_000,
        "delivered": delivered,
        "bytes": len(message),
    }


class _Ear(asyncio.Protocol):
    """Takes what it is sent, as a phone's socket does."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def leave(self) -> None:
        self._transport.close()


STUDY = Study(
    "broadcast",
    "Results to all phones ten times a second, beside a bare loop of send()",
    play,
    (
        Section("", "", (
            ("CPU a delivered message, µs", "message_cpu_us", 1),
            ("messages delivered", "delivered", 0),
            ("bytes of a message", "bytes", 0),
            ("results a second to each", "results_per_s", 1),
            *SHARES,
        )),
    ),
    columns=("matinale.", "bare.", "ratio."),
)  # fmt: skip
