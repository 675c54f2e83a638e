"""From a tally to results, and who may see them now."""

from __future__ import annotations

from polling.kinds import kind
from polling.records import JSON, Poll, Role
from polling.storage import Store

ENTRIES_SHOWN = 200


class Results:
    """Reads results. Whole-room counts are never suppressed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        """`{answered, results}` of a round, the last one where none is named."""
        asked = kind(poll.kind)
        number = poll.round if round is None else round
        if asked.shows_entries:
            tally = self._store.entries(poll.id, number, "visible", ENTRIES_SHOWN)
        else:
            tally = self._store.tally(poll.id, number)
        return {
            "answered": self._store.answered(poll.id, number),
            "results": asked.results(tally, poll),
        }

    def for_facilitators(self, poll: Poll) -> dict[str, JSON]:
        """The same, with the entries that wait for approval as `results.pending`."""
        found = self.of(poll)
        if kind(poll.kind).shows_entries:
            waiting = self._store.entries(poll.id, poll.round, "pending", ENTRIES_SHOWN)
            found["results"]["pending"] = [
                {"id": entry.id, "text": entry.answer, "minute": entry.minute}
                for entry in waiting.entries
            ]
        return found


def may_see(role: Role, poll: Poll) -> bool:
    """Whether `role` is shown the results of `poll` as it stands (docs/protocol.md)."""
    if role == "facilitator":
        return True
    if not poll.results_shown or poll.status == "ready":
        return False
    if role == "screen":
        return True
    phones = poll.settings.get("phones", "closed")
    return phones == "live" or (phones == "closed" and poll.status == "closed")


def may_see_right_answers(role: Role, poll: Poll) -> bool:
    return role == "facilitator" or (poll.status == "closed" and poll.results_shown)
