"""The end of a session, and the minutes in which it can be taken back."""

from __future__ import annotations

from abc import ABC, abstractmethod

from polling.clock import instant, milliseconds_since, now
from polling.errors import ReopenTooLate
from polling.records import JSON, Poll, Session
from polling.storage import Store

UNDO_MS = 10 * 60 * 1000


def reopens_in(session: Session) -> int:
    """For how many milliseconds an ended session can still be reopened; 0 where it cannot.

    Without its key nobody's phone would be known again.
    """
    if session.ended is None or session.key is None:
        return 0
    return max(0, UNDO_MS - milliseconds_since(session.ended))


def is_for_afterwards(poll: Poll) -> bool:
    """Whether it opens with the end of the session, until the session's key is erased."""
    return bool(poll.settings.get("afterwards"))


class Ending(ABC):
    """The part of a Scene that ends the session, and takes it up again where it was."""

    store: Store
    session: Session

    @abstractmethod
    def close(self, poll: Poll) -> bool: ...

    @abstractmethod
    def open_standing(self, poll: Poll) -> bool: ...

    @abstractmethod
    def note(self, action: str, poll: Poll | None = None, **details: JSON) -> None:
        """A line in the journal, and a grown revision."""

    def end(self) -> bool:
        """Closes every poll, but opens those for afterwards. The journal keeps where the session
        was."""
        if self.session.status == "ended":
            return False
        polls = self.store.polls(self.session.id)
        was_open = [poll.id for poll in polls if poll.status == "open"]
        for poll in polls:
            if is_for_afterwards(poll) and self.session.status == "live":
                self.open_standing(poll)
            else:
                self.close(poll)
        view = self.session.view
        self.store.change_session(self.session.id, status="ended", view="end", ended=now())
        self.note("end", view=view, open=was_open)
        return True

    def reopen(self) -> bool:
        """Back to the view and the votes that `end` found; what counted down does so no more.

        Raises ReopenTooLate.
        """
        if self.session.status != "ended":
            return False
        if not reopens_in(self.session):
            raise ReopenTooLate
        journal = self.store.journal(self.session.id)
        left = next(line.details for line in reversed(journal) if line.action == "end")
        for poll in self.store.polls(self.session.id):
            if poll.id in left.get("open", ()):
                self.store.change_poll(poll.id, status="open", opened=instant())
            else:
                self.close(poll)  # what opened with the end
        view = left.get("view", "join" if self.session.poll is None else "poll")
        status = "draft" if self.session.started is None else "live"
        self.store.change_session(self.session.id, status=status, view=view, ended=None)
        self.note("reopen")
        return True
