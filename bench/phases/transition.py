"""The host opens or closes a question."""

from __future__ import annotations

import asyncio
import time

from bench.figures import Figures, at
from bench.people.client import PATIENCE_S
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.process import Spent

STATUS = {"open": "open", "close": "closed"}


async def transition(hall: Hall, ledger: Ledger, poll: int, action: str) -> Figures:
    """Until each phone has the new state, with its own answer in it."""
    states = [phone.next_state() for phone in hall.phones]
    with Spent(hall.target.process) as spent:
        began = time.perf_counter()
        acknowledged = hall.host.does(action, poll)
        await asyncio.wait([acknowledged, *states], timeout=PATIENCE_S)
    seen = ledger.everybody_sees(states, poll, STATUS[action])
    delays = [state.at - began for state in seen]
    return {
        f"{action}_p50_ms": at(delays, 50),
        f"{action}_p99_ms": at(delays, 99),
        f"{action}_cpu_ms": spent.server_cpu / len(hall.phones) * 1000,
    }
