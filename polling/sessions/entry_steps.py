"""The steps about what people wrote: approving, answering, pinning, taking off the wall."""

from __future__ import annotations

from abc import ABC, abstractmethod

from polling.kinds import kind
from polling.records import Poll
from polling.storage import Store


class EntrySteps(ABC):
    """The part of a Scene that moderates."""

    store: Store

    @abstractmethod
    def note(self, action: str, poll: Poll | None = None) -> None:
        """A line in the journal, and a grown revision."""

    def pin(self, poll: Poll, entry: str | None) -> bool:
        """One entry fills the wall; None takes it away."""
        if entry == poll.pinned:
            return False
        if entry is not None:
            self.store.entry(poll.id, entry)
        self.store.change_poll(poll.id, pinned=entry)
        self.note("pin", poll)
        return True

    def answer_entry(self, poll: Poll, entry: str) -> bool:
        self.store.set_entry_status(poll.id, entry, "answered")
        self.note("answer_entry", poll)
        return True

    def hide_entry(self, poll: Poll, entry: str) -> bool:
        if kind(poll.kind).shows_entries:
            self.store.set_entry_status(poll.id, entry, "hidden")
            if entry == poll.pinned:
                self.store.change_poll(poll.id, pinned=None)
        else:
            key = kind(poll.kind).entry_key(entry, poll)
            if key in poll.hidden:
                return False
            self.store.change_poll(poll.id, hidden=[*poll.hidden, key])
        self.note("hide_entry", poll)
        return True

    def approve(self, poll: Poll, entry: str) -> bool:
        self.store.set_entry_status(poll.id, entry, "visible")
        self.note("approve", poll)
        return True
