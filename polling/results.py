"""From a tally to results, and who may see them now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Lock

from polling import runtime
from polling.clock import minute_ago
from polling.kinds import kind
from polling.kinds.filters import caught
from polling.records import JSON, Entry, HandCount, Poll, Role, Tally
from polling.storage import Store
from polling.storage.store import Pause, at_once


class Results:
    """Reads results. Whole-room counts are never suppressed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        """`{answered, abstained?, by_hand?, results}` of a round, the last one where none is
        named."""
        number = poll.round if round is None else round
        tally, *_ = self._read(poll, number, ["visible"])
        return _told(poll, number, tally)

    def for_facilitators(self, poll: Poll) -> dict[str, JSON]:
        """The same, with the entries that wait for approval as `results.pending`, the one that
        has waited longest first; `caught` says what of it is on the lists of words."""
        _, full = self.both(poll)
        return full

    def both(self, poll: Poll) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """`of` and `for_facilitators`, for a single reading."""
        tally, *pending = self._read(poll, poll.round, ["visible", "pending"])
        public = full = _told(poll, poll.round, tally)
        for waiting in pending:
            entries = [_as_asked(poll, entry) for entry in reversed(waiting.entries)]
            full = {**public, "results": {**public["results"], "pending": entries}}
        return public, full

    def _read(self, poll: Poll, round: int, statuses: list[str]) -> list[Tally]:
        return self._tallies(poll, round, statuses, at_once)

    def _tallies(self, poll: Poll, round: int, statuses: list[str], pause: Pause) -> list[Tally]:
        """One for each status where `poll` shows entries, otherwise the only one there is."""
        how = kind(poll.kind)
        if not how.shows_entries:
            return [self._counted(poll, round, pause)]
        shown, *others = (self._entries(poll, round, each) for each in statuses)
        if how.takes_slots:
            answered = self._entries(poll, round, "answered")
            shown = replace(
                shown,
                entries=[*shown.entries, *answered.entries],
                entries_total=shown.entries_total + answered.entries_total,
            )
        if how.takes_slots or how.counts_entries:
            shown = replace(shown, counts=self._counted(poll, round, pause).counts)
        return [shown, *others]

    def _entries(self, poll: Poll, round: int, status: str) -> Tally:
        how = kind(poll.kind)
        return self._store.entries(poll.id, round, status, how.entries_read, how.entry_slots)

    def _counted(self, poll: Poll, round: int, pause: Pause) -> Tally:
        back = kind(poll.kind).recent_minutes
        since = None if back is None else minute_ago(back)
        return self._store.tally(poll.id, round, pause, since, kind(poll.kind).counts_entries)


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


def _told(poll: Poll, round: int, tally: Tally) -> dict[str, JSON]:
    """Paper ballots are in the results and not in `answered`, which counts participants."""
    told: dict[str, JSON] = {"answered": tally.answered}
    if poll.settings.get("abstain"):
        told["abstained"] = tally.abstained
    if counted := poll.hand_counts.get(round):
        told["by_hand"] = {"ballots": counted.ballots, "blank": counted.blank}
        tally = replace(tally, counts=[*tally.counts, *_on_paper(poll, counted)])
    return {**told, "results": kind(poll.kind).results(tally, poll)}


def _on_paper(poll: Poll, counted: HandCount) -> Iterator[tuple[str, JSON, int]]:
    """A count of paper ballots as a tally has answers, or parts of them."""
    ticked = kind(poll.kind).ticked
    for line, boxes in counted.ticks.items():
        for box, count in boxes.items():
            yield "", ticked(line, box, poll), count


def _as_asked(poll: Poll, entry: Entry) -> dict[str, JSON]:
    """An entry as a facilitator sees it who is asked to approve it."""
    how = kind(poll.kind)
    words = caught(how.entry_text(entry.answer)) if poll.filtered else ()
    return {**how.shown_entry(entry), **({"caught": list(words)} if words else {})}


def may_see(role: Role, poll: Poll) -> bool:
    """Whether `role` is shown the results of `poll` as it stands (docs/protocol.md)."""
    if role == "facilitator":
        return True
    if not kind(poll.kind).asks:
        return bool(poll.draws)
    if not poll.results_shown or poll.status == "ready":
        return False
    if role == "screen":
        return True
    phones = poll.settings.get("phones", "closed")
    return phones == "live" or (phones == "closed" and poll.status == "closed")


def may_see_right_answers(role: Role, poll: Poll) -> bool:
    return role == "facilitator" or (poll.status == "closed" and poll.results_shown)
