"""From a tally to results, and who may see them now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from polling import runtime
from polling.kinds import kind
from polling.records import JSON, Poll, Role, Tally
from polling.storage import Store

ENTRIES_SHOWN = 200


def _at_once(read: Callable[..., Any], *args: Any) -> Any:
    return read(*args)


class Results:
    """Reads results. Whole-room counts are never suppressed."""

    def __init__(self, store: Store, read: Callable[..., Any] = _at_once) -> None:
        self._store = store
        self._read = read

    @classmethod
    def aside(cls, store: Store) -> Results:
        """Reads in a thread: votes do not wait for it. Nobody else may use `store` meanwhile."""
        return cls(store, runtime.in_thread)

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        """`{answered, results}` of a round, the last one where none is named."""
        number = poll.round if round is None else round
        tally, *_ = self._read(self._tallies, poll, number, ["visible"])
        return _told(poll, tally)

    def for_facilitators(self, poll: Poll) -> dict[str, JSON]:
        """The same, with the entries that wait for approval as `results.pending`."""
        _, full = self.both(poll)
        return full

    def both(self, poll: Poll) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """`of` and `for_facilitators`, for a single reading."""
        tally, *pending = self._read(self._tallies, poll, poll.round, ["visible", "pending"])
        public = full = _told(poll, tally)
        for waiting in pending:
            entries = [
                {"id": entry.id, "text": entry.answer, "minute": entry.minute}
                for entry in waiting.entries
            ]
            full = {**public, "results": {**public["results"], "pending": entries}}
        return public, full

    def _tallies(self, poll: Poll, round: int, statuses: list[str]) -> list[Tally]:
        """One for each status where `poll` shows entries, otherwise the only one there is."""
        if not kind(poll.kind).shows_entries:
            return [self._store.tally(poll.id, round)]
        return [self._store.entries(poll.id, round, each, ENTRIES_SHOWN) for each in statuses]


def _told(poll: Poll, tally: Tally) -> dict[str, JSON]:
    return {"answered": tally.answered, "results": kind(poll.kind).results(tally, poll)}


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
