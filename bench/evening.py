"""A whole evening on a server of its own: everybody comes, votes twice, watches, and leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench import phases
from bench.hall import Hall
from bench.ledger import Ledger
from bench.target import LIVE, QUIET, Target


@dataclass(frozen=True)
class Run:
    """What one evening gave; `figures` are named `phase.figure`. It is good without faults."""

    target: str
    phones: int
    seconds: float
    figures: dict[str, float]
    faults: list[str]


async def evening(target: Target, phones: int, seconds: float) -> Run:
    """Plays `phones` on a started `target`, each vote burst within `seconds`, and stops it."""
    hall = Hall(target, phones)
    quiet, live = hall.room.polls[QUIET], hall.room.polls[LIVE]
    ledger = Ledger(hall)
    await hall.prepare()
    played = {
        "join": await phases.join(hall, ledger),
        "open": await phases.transition(hall, ledger, quiet, "open", "open"),
        "vote": await phases.vote(hall, ledger, quiet, seconds),
        "again": await phases.resend(hall, ledger, quiet),
        "close": await phases.transition(hall, ledger, quiet, "close", "closed"),
    }
    await phases.transition(hall, ledger, live, "open", "open")
    played |= {
        "live": await phases.vote(hall, ledger, live, seconds),
        "broadcast": await phases.broadcast(hall, ledger, live),
    }
    await phases.transition(hall, ledger, live, "close", "closed")
    played["leave"] = await phases.leave(hall, ledger)
    target.stop()
    played["vote"]["stored"] = ledger.file(quiet)
    played["live"]["stored"] = ledger.file(live)
    ledger.expect(not target.complaints(), f"in the server's log: {target.complaints()}")
    figures = {
        f"{phase}.{name}": value
        for phase, all_of in played.items()
        for name, value in all_of.items()
    }
    return Run(target.name, phones, seconds, figures, ledger.faults)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure of runs that are alike, and the faults of all."""
    first = runs[0]
    figures = {name: median(run.figures[name] for run in runs) for name in first.figures}
    faults = [fault for run in runs for fault in run.faults]
    return Run(first.target, first.phones, first.seconds, figures, faults)
