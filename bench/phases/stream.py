"""Votes at a steady rate, each by the phone whose turn it is."""

from __future__ import annotations

import asyncio
from itertools import cycle

from bench.figures import Figures
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.sending import send
from bench.phases.voting import SETTLE_S
from bench.process import Spent


async def stream(
    hall: Hall, ledger: Ledger, poll: int, *, per_second: float, seconds: float
) -> Figures:
    """In a small hall everybody changes their mind again and again."""
    number = round(per_second * seconds)
    turns = zip(cycle(hall.phones), range(number), strict=False)
    heard = [phone.heard for phone in hall.phones]
    with Spent(hall.target.process) as spent:
        sent = await send(((phone, turn / per_second) for phone, turn in turns), poll)
        await asyncio.sleep(SETTLE_S)
    good = ledger.acknowledged(poll, sent.votes)
    each = [phone.heard - before for phone, before in zip(hall.phones, heard, strict=True)]
    return {
        **sent.figures(),
        "acked": len(good),
        "cpu_s": spent.server_cpu,
        "vote_cpu_ms": spent.server_cpu / number * 1000,
        "results_per_s": max(each) / spent.seconds,
        "delivered": sum(each),
        "message_cpu_us": spent.server_cpu / max(sum(each), 1) * 1_000_000,
        **spent.shares(),
    }
