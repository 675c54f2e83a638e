"""What every transition ends with: a line in the journal and a grown revision."""

from __future__ import annotations

from polling.clock import now
from polling.records import JSON, Transition
from polling.storage.store import Store


def note(
    store: Store,
    session: int,
    action: str,
    by: str,
    poll: int | None = None,
    round: int | None = None,
    **details: JSON,
) -> None:
    """Writes who did what, in the transaction of the deed."""
    store.note(session, Transition(now(), action, poll, round, by, details))
    store.grow_rev(session)
