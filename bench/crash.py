"""The form with a SIGKILL: the server dies while everybody votes, and comes back."""

from __future__ import annotations

import asyncio
import random

from bench.client import PATIENCE_S
from bench.evening import Run
from bench.hall import Hall
from bench.ledger import Ledger
from bench.target import ANSWERS, QUIET, Target


async def crash(target: Target, phones: int, seconds: float) -> Run:
    """Kills in the middle of the votes. Every acknowledged one must be there afterwards, once.

    Phones come back with their token and are shown their own answer; those whose vote was not
    acknowledged send it again, with the same number.
    """
    hall = Hall(target, phones)
    poll = hall.room.polls[QUIET]
    ledger = Ledger(hall)
    await hall.prepare()
    ledger.joined(await hall.fill())
    await hall.host.does("open", poll)

    chance = random.Random(phones)
    choices = {phone: chance.choice(ANSWERS) for phone in hall.phones}
    votes = []
    for number, phone in enumerate(hall.phones):
        votes.append((phone, choices[phone], phone.vote(poll, choices[phone])))
        if number == phones // 2:
            target.kill()
        await asyncio.sleep(seconds / phones)
    await asyncio.wait([ack for _, _, ack in votes], timeout=PATIENCE_S)
    kept = {phone for phone, _, ack in votes if ack.done() and not ack.exception()}

    target.start()
    ledger.joined(await hall.fill())
    lost = sum(phone.shown["answer"] is None for phone in kept)
    ledger.expect(not lost, f"{lost} of {len(kept)} acknowledged votes were lost")
    changed = sum(phone.shown["answer"] not in (None, choices[phone]) for phone in hall.phones)
    ledger.expect(not changed, f"{changed} phones were shown another answer than their own")
    again = [(phone, choices[phone], phone.vote(poll, choices[phone], again=True))
             for phone in hall.phones]  # fmt: skip
    await asyncio.wait([ack for _, _, ack in again], timeout=PATIENCE_S)
    ledger.acknowledged(poll, again)
    hall.empty()
    target.stop()
    figures = {"kill.acked": len(kept), "kill.stored": ledger.file(poll)}
    return Run(target.name, phones, seconds, figures, ledger.faults)
