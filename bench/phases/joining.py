"""Everybody comes, and everybody goes."""

from __future__ import annotations

import asyncio
import time

from bench.figures import Figures, at
from bench.people.client import PATIENCE_S
from bench.people.hall import HANDSHAKES_AT_ONCE, Hall
from bench.people.ledger import Ledger
from bench.process import Spent

SETTLE_S = 0.3
"""What is left over of the handshakes is freed."""

ASK_EVERY_S = 0.01


async def join(hall: Hall, ledger: Ledger, *, at_once: int | None = HANDSHAKES_AT_ONCE) -> Figures:
    """All phones: handshake, and the first state."""
    memory = hall.target.process.memory_kb()
    with Spent(hall.target.process) as spent:
        joins = ledger.joined(await hall.fill(at_once=at_once))
    await asyncio.sleep(SETTLE_S)
    number = len(hall.phones)
    return {
        "joins_per_s": number / spent.seconds,
        "join_p50_ms": at(joins, 50),
        "join_p99_ms": at(joins, 99),
        "join_cpu_ms": spent.server_cpu / number * 1000,
        **spent.shares(),
        "phone_kb": (hall.target.process.memory_kb() - memory) / number,
    }


async def leave(hall: Hall, ledger: Ledger) -> Figures:
    """Everybody at once: until the server knows it."""
    with Spent(hall.target.process) as spent:
        hall.empty()
        deadline = time.perf_counter() + PATIENCE_S
        while left := await asyncio.to_thread(hall.target.connections):
            if time.perf_counter() > deadline:
                break
            await asyncio.sleep(ASK_EVERY_S)
    ledger.expect(not left, f"the server believes that {left} phones are still there")
    return {"leave_s": spent.seconds, "leave_cpu_ms": spent.server_cpu / len(hall.phones) * 1000}
