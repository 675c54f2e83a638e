"""From a tally to results, and who may see them now."""

from __future__ import annotations

from threading import Lock

from polling import runtime
from polling.kinds import kind
from polling.records import JSON, Poll, Role, Tally
from polling.storage import Store
from polling.storage.store import Pause, at_once

ENTRIES_SHOWN = 200


class Results:
    """Reads results. Whole-room counts are never suppressed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        """`{answered, results}` of a round, the last one where none is named."""
        number = poll.round if round is None else round
        tally, *_ = self._read(poll, number, ["visible"])
        return _told(poll, tally)

    def for_facilitators(self, poll: Poll) -> dict[str, JSON]:
        """The same, with the entries that wait for approval as `results.pending`."""
        _, full = self.both(poll)
        return full

    def both(self, poll: Poll) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """`of` and `for_facilitators`, for a single reading."""
        tally, *pending = self._read(poll, poll.round, ["visible", "pending"])
        public = full = _told(poll, tally)
        for waiting in pending:
            entries = [
                {"id": entry.id, "text": entry.answer, "minute": entry.minute}
                for entry in waiting.entries
            ]
            full = {**public, "results": {**public["results"], "pending": entries}}
        return public, full

    def _read(self, poll: Poll, round: int, statuses: list[str]) -> list[Tally]:
        return self._tallies(poll, round, statuses, at_once)

    def _tallies(self, poll: Poll, round: int, statuses: list[str], pause: Pause) -> list[Tally]:
        """One for each status where `poll` shows entries, otherwise the only one there is."""
        if not kind(poll.kind).shows_entries:
            return [self._store.tally(poll.id, round, pause)]
        return [self._store.entries(poll.id, round, each, ENTRIES_SHOWN) for each in statuses]


class ResultsAside(Results):
    """The same, giving way to votes: read in a thread, on a connection that nobody else uses, and
    folded in pieces. Not for who has to be told something before anybody else."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._one_by_one = Lock()

    def _read(self, poll: Poll, round: int, statuses: list[str]) -> list[Tally]:
        # Two at once would share a moment of the file: the second would be told an older one.
        with self._one_by_one:
            return runtime.in_thread(self._tallies, poll, round, statuses, runtime.sleep)


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
