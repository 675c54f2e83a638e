"""The form with a SIGKILL: the server dies while everybody votes, and comes back."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator

from bench.figures import Figures
from bench.people.client import PATIENCE_S
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.run import Run
from bench.servers.target import ANSWERS, Durable
from bench.stage import Stage
from bench.studies.study import Section, Study


def play(stage: Stage) -> Iterator[Run]:
    phones = stage.size(full=1_000, short=30)
    with stage.matinale() as server:
        yield asyncio.run(crash(server, phones, stage.seconds(full=1.0)))


async def crash(target: Durable, phones: int, seconds: float) -> Run:
    """Kills in the middle of the votes. Every acknowledged one must be there afterwards, once.

    Phones come back with their token and are shown their own answer; those whose vote was not
    acknowledged send it again, with the same number.
    """
    hall = Hall(target, phones)
    poll = hall.poll()
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
    figures: Figures = {"acked": len(kept), "stored": ledger.stored(poll)}
    return Run("kill", phones, figures, ledger.faults)


STUDY = Study(
    "kill",
    "Killed (SIGKILL) while everybody votes",
    play,
    (
        Section("", "", (
            ("acknowledged before", "acked", 0),
            ("stored after all came back", "stored", 0),
        )),
    ),
    turns=1,
)  # fmt: skip
