"""Everybody votes once, and some send their vote again."""

from __future__ import annotations

import asyncio
import random
from bisect import bisect_left
from collections.abc import Sequence

from bench.figures import Figures, at
from bench.people.client import PATIENCE_S, Received
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.sending import Sent, send
from bench.process import Spent

SETTLE_S = 0.3
"""After the last acknowledgement: the last results still go out, and count."""


async def vote(hall: Hall, ledger: Ledger, poll: int, seconds: float) -> Figures:
    """Everybody votes within `seconds`, at random moments. Nobody has voted on `poll` before."""
    chance = random.Random(len(hall.phones))
    phones = chance.sample(hall.phones, len(hall.phones))
    moments = sorted(chance.uniform(0, seconds) for _ in phones)
    heard = sum(phone.heard for phone in phones)
    with Spent(hall.target.process) as spent:
        sent = await send(zip(phones, moments, strict=True), poll)
        shown = await hall.screen.shows(poll, len(phones))
        await asyncio.sleep(SETTLE_S)
    good = ledger.acknowledged(poll, sent.votes)
    ledger.wall(poll, shown)
    delivered = sum(phone.heard for phone in phones) - heard
    figures = {
        **sent.figures(),
        "acked": len(good),
        "votes_per_s": len(good) / (max(ack.at for ack in good) - sent.began) if good else 0,
        "cpu_s": spent.server_cpu,
        "vote_cpu_ms": spent.server_cpu / len(phones) * 1000,
        "delivered": delivered,
        **spent.shares(),
        **_wall(sent, hall.screen.results, poll),
    }
    if delivered:
        figures["message_cpu_us"] = spent.server_cpu / delivered * 1_000_000
    return figures


def _wall(sent: Sent, messages: Sequence[Received], poll: int) -> Figures:
    """From a vote to the first results on the wall that count it.

    Votes bear no names on the wall: the n-th vote sent is on it once n are counted, which is so
    where the server takes them in order of arrival.
    """
    results = [(message.at, message.read()) for message in messages]
    shown = [(when, said["answered"]) for when, said in results if said["poll"] == poll]
    counted = [answered for _, answered in shown]
    delays = [
        shown[place][0] - moment
        for n, moment in enumerate(sent.at, 1)
        if (place := bisect_left(counted, n)) < len(counted)
    ]
    return {"wall_p50_ms": at(delays, 50), "wall_p99_ms": at(delays, 99)}


async def resend(hall: Hall, ledger: Ledger, poll: int) -> Figures:
    """Every tenth phone sends its vote again, as after a lost acknowledgement."""
    votes = [
        (phone, phone.answers[poll], phone.vote(poll, phone.answers[poll], again=True))
        for phone in hall.phones[::10]
        if poll in phone.answers
    ]
    await asyncio.wait([ack for _, _, ack in votes], timeout=PATIENCE_S)
    return {"resent": len(ledger.acknowledged(poll, votes))}
