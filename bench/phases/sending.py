"""Votes at given moments, and how long each waited for its acknowledgement."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from bench.figures import Figures, at
from bench.people.client import PATIENCE_S, Received
from bench.people.roles import Phone
from bench.servers.target import ANSWERS


@dataclass
class Sent:
    """What was sent, when, and how late: a busy driver is not the server's fault."""

    began: float = field(default_factory=time.perf_counter)
    votes: list[tuple[Phone, str, asyncio.Future[Received]]] = field(default_factory=list)
    at: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)

    def delays(self) -> list[float]:
        """Seconds to each acknowledgement that came."""
        return [
            ack.result().at - moment
            for (_, _, ack), moment in zip(self.votes, self.at, strict=True)
            if ack.done() and not ack.exception()
        ]

    def figures(self) -> Figures:
        delays = self.delays()
        return {
            "sent": len(self.votes),
            "ack_p50_ms": at(delays, 50),
            "ack_p95_ms": at(delays, 95),
            "ack_p99_ms": at(delays, 99),
            "driver_late_p99_ms": at(self.late, 99),
        }


async def send(votes: Iterable[tuple[Phone, float]], poll: int) -> Sent:
    """Each phone votes at its moment, in seconds from now; returns when all are acknowledged.

    Answers differ but are the same for every server and turn.
    """
    chance = random.Random(poll)
    sent = Sent()
    for phone, moment in votes:
        early = sent.began + moment - time.perf_counter()
        if early > 0:
            await asyncio.sleep(early)
        answer = chance.choice(ANSWERS)
        sent.at.append(time.perf_counter())
        sent.late.append(sent.at[-1] - sent.began - moment)
        sent.votes.append((phone, answer, phone.vote(poll, answer)))
    await asyncio.wait([ack for _, _, ack in sent.votes], timeout=PATIENCE_S)
    return sent
