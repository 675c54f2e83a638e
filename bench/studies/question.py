"""One question on a server of its own: everybody comes, votes once, and leaves."""

from __future__ import annotations

from bench.figures import Figures
from bench.people.hall import Hall
from bench.people.ledger import Ledger
from bench.phases.joining import join, leave
from bench.phases.transition import transition
from bench.phases.voting import vote
from bench.servers.target import Target


async def question(
    target: Target, phones: int, seconds: float, *, live: bool
) -> tuple[Figures, list[str]]:
    """Its figures, and its faults. `live`: results go to every phone, and not to the wall alone."""
    hall = Hall(target, phones)
    ledger = Ledger(hall)
    poll = hall.poll(live=live)
    await hall.prepare()
    figures = {
        **await join(hall, ledger),
        **await transition(hall, ledger, poll, "open"),
        **await vote(hall, ledger, poll, seconds),
        **await transition(hall, ledger, poll, "close"),
        **await leave(hall, ledger),
    }
    target.stop()
    figures["stored"] = ledger.stored(poll)
    ledger.log()
    return figures, ledger.faults
