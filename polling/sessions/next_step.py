"""The one action that is the right next step, the same for every facilitator and clicker."""

from __future__ import annotations

from collections.abc import Sequence

from polling.kinds import kind
from polling.records import Poll, Session


def next_step(session: Session, polls: Sequence[Poll]) -> str | None:
    """One of "next", "open", "close", "revote", "reveal", "draw", "end"; None at the end.

    `polls` is the running order, without those that stand beside it.
    """
    if session.status == "ended":
        return None
    poll = next((poll for poll in polls if poll.id == session.poll), None)
    if poll is None:
        from_beside = session.poll is not None
        if from_beside and polls and polls[-1].status != "ready":
            return "end"
        return "next" if polls else None
    if kind(poll.kind).may_draw(poll):
        return "draw"
    if kind(poll.kind).asks:
        if poll.status == "ready":
            return "open"
        if poll.status == "open":
            return "close"
        if not poll.results_shown:
            again = poll.settings.get("rounds") == 2 and poll.round == 1
            return "revote" if again else "reveal"
    return "end" if poll.id == polls[-1].id else "next"
