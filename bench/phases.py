"""What is measured, one function each: it plays its part, enters the ledger, returns figures."""

from __future__ import annotations

import asyncio
import random
import time
from bisect import bisect_left

from bench.client import PATIENCE_S, Received
from bench.hall import Hall
from bench.ledger import Ledger
from bench.process import Spent
from bench.target import ANSWERS

Figures = dict[str, float]

SETTLE_S = 0.3
"""After the last acknowledgement: the last results still go out, and count."""

BROADCAST_S = 2.0
VOTE_EVERY_S = 0.05
"""During the broadcast, so that there is something new to say each tenth of a second."""


async def join(hall: Hall, ledger: Ledger) -> Figures:
    """Everybody comes: handshake, and the first state."""
    memory = hall.target.process.memory_kb()
    with Spent(hall.target.process) as spent:
        joins = ledger.joined(await hall.fill())
    await asyncio.sleep(SETTLE_S)
    number = len(hall.phones)
    return {
        "joins_per_s": number / spent.seconds,
        "join_p50_ms": at(joins, 50),
        "join_p99_ms": at(joins, 99),
        "join_cpu_ms": spent.server_cpu / number * 1000,
        **_shares(spent),
        "phone_kb": (hall.target.process.memory_kb() - memory) / number,
    }


async def transition(hall: Hall, ledger: Ledger, poll: int, action: str, status: str) -> Figures:
    """The host opens or closes: until each phone has the new state, with its own answer in it."""
    states = [phone.next_state() for phone in hall.phones]
    with Spent(hall.target.process) as spent:
        began = time.perf_counter()
        acknowledged = hall.host.does(action, poll)
        await asyncio.wait([acknowledged, *states], timeout=PATIENCE_S)
    delays = [state.at - began for state in ledger.everybody_sees(states, poll, status)]
    return {
        f"{action}_p50_ms": at(delays, 50),
        f"{action}_p99_ms": at(delays, 99),
        f"{action}_cpu_ms": spent.server_cpu / len(hall.phones) * 1000,
    }


async def vote(hall: Hall, ledger: Ledger, poll: int, seconds: float) -> Figures:
    """Everybody votes once within `seconds`, at random moments."""
    chance = random.Random(len(hall.phones))
    phones = chance.sample(hall.phones, len(hall.phones))
    moments = sorted(chance.uniform(0, seconds) for _ in phones)
    heard = sum(phone.heard for phone in phones)
    votes, sent, late = [], [], []
    with Spent(hall.target.process) as spent:
        began = time.perf_counter()
        for phone, moment in zip(phones, moments, strict=True):
            early = began + moment - time.perf_counter()
            if early > 0:
                await asyncio.sleep(early)
            answer = chance.choice(ANSWERS)
            sent.append(time.perf_counter())
            late.append(sent[-1] - began - moment)
            votes.append((phone, answer, phone.vote(poll, answer)))
        await asyncio.wait([ack for _, _, ack in votes], timeout=PATIENCE_S)
        shown = await hall.screen.shows(poll, len(phones))
        await asyncio.sleep(SETTLE_S)
    good = ledger.acknowledged(poll, votes)
    ledger.wall(poll, shown)
    delays = [
        ack.result().at - moment
        for (_, _, ack), moment in zip(votes, sent, strict=True)
        if ack.done() and not ack.exception()
    ]
    return {
        "sent": len(votes),
        "acked": len(good),
        "ack_p50_ms": at(delays, 50),
        "ack_p95_ms": at(delays, 95),
        "ack_p99_ms": at(delays, 99),
        "votes_per_s": len(good) / (max(ack.at for ack in good) - began) if good else 0,
        "cpu_s": spent.server_cpu,
        "vote_cpu_ms": spent.server_cpu / len(votes) * 1000,
        "delivered": sum(phone.heard for phone in phones) - heard,
        **_shares(spent),
        "driver_late_p99_ms": at(late, 99),
        **_wall(sent, hall.screen.results, poll),
    }


def _wall(sent: list[float], messages: list[Received], poll: int) -> Figures:
    """From a vote to the first results on the wall that count it.

    Votes bear no names on the wall: the n-th vote sent is on it once n are counted, which is so
    where the server takes them in order of arrival.
    """
    results = [(message.at, message.read()) for message in messages]
    shown = [(when, said["answered"]) for when, said in results if said["poll"] == poll]
    counted = [answered for _, answered in shown]
    delays = [
        shown[place][0] - moment
        for n, moment in enumerate(sent, 1)
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


async def broadcast(hall: Hall, ledger: Ledger, poll: int) -> Figures:
    """A few change their minds, so that results go to everybody ten times a second."""
    heard = [phone.heard for phone in hall.phones]
    rounds = round(BROADCAST_S / VOTE_EVERY_S)
    votes = []
    with Spent(hall.target.process) as spent:
        for number in range(rounds):
            phone = hall.phones[number % len(hall.phones)]
            votes.append((phone, answer := ANSWERS[number % 4], phone.vote(poll, answer)))
            await asyncio.sleep(VOTE_EVERY_S)
        await asyncio.wait([ack for _, _, ack in votes], timeout=PATIENCE_S)
        await asyncio.sleep(SETTLE_S)
    ledger.acknowledged(poll, votes)
    each = [phone.heard - before for phone, before in zip(hall.phones, heard, strict=True)]
    return {
        "results_per_s": max(each) / spent.seconds,
        "delivered": sum(each),
        "message_cpu_us": spent.server_cpu / max(sum(each), 1) * 1_000_000,
        **_shares(spent),
    }


async def leave(hall: Hall, ledger: Ledger) -> Figures:
    """Everybody goes at once: until the server knows it."""
    with Spent(hall.target.process) as spent:
        hall.empty()
        deadline = time.perf_counter() + PATIENCE_S
        while left := await asyncio.to_thread(hall.target.connections):
            if time.perf_counter() > deadline:
                break
            await asyncio.sleep(0.01)
    ledger.expect(not left, f"the server believes that {left} phones are still there")
    return {"leave_s": spent.seconds, "leave_cpu_ms": spent.server_cpu / len(hall.phones) * 1000}


def _shares(spent: Spent) -> Figures:
    return {"driver": spent.driver_share, "others": spent.others_share}


def at(values: list[float], percent: int) -> float:
    """A percentile of durations in seconds, as milliseconds. The nearest rank: a value that was."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)] * 1000
