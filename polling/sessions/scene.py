"""The steps of a session's life, each within the transaction that the conductor opened."""

from __future__ import annotations

from secrets import token_hex

from polling.clock import instant, milliseconds_since, now
from polling.kinds import kind
from polling.records import JSON, Poll, Session
from polling.sessions.displays import COMPARE, checked_display
from polling.sessions.ending import Ending, is_for_afterwards
from polling.sessions.entry_steps import EntrySteps
from polling.sessions.journal import note
from polling.sessions.quick import add_quick
from polling.storage import Store

LONGEST_COUNTDOWN_S = 3600.0
SEED_BYTES = 16


class Scene(Ending, EntrySteps):
    """One session within one transaction. Each step says whether it changed anything."""

    def __init__(self, store: Store, session: Session, by: str) -> None:
        self.store = store
        self.session = session
        self.by = by

    @property
    def round(self) -> int | None:
        """Of the poll on the wall."""
        return None if self.session.poll is None else self.store.poll(self.session.poll).round

    # the session

    def start(self) -> bool:
        if self.session.status != "draft":
            return False
        self.session = self.store.change_session(self.session.id, status="live", started=now())
        self.note("start")
        for poll in self.store.polls(self.session.id):
            if poll.standing and not is_for_afterwards(poll):
                self.open_standing(poll)
        return True

    def next(self) -> bool:
        return self._go(+1)

    def previous(self) -> bool:
        return self._go(-1)

    def show_join(self, on: bool = True) -> bool:
        return self._show("join" if on else self._back(), "show_join")

    def blank(self, on: bool = True) -> bool:
        return self._show("blank" if on else self._back(), "blank")

    def ranking(self, on: bool = True) -> bool:
        """Who has most points."""
        return self._show("ranking" if on else self._back(), "ranking")

    def quick(self, what: str) -> bool:
        """Opens a question that nobody prepared, behind the one on the wall."""
        session = self.session
        poll = add_quick(self.store, session.id, session.language, what, session.poll)
        self.note("add_poll", poll)
        return self._open(poll, 1)

    # a poll

    def open(self, poll: Poll) -> bool:
        if poll.standing:
            return self.open_standing(poll)
        if poll.status == "open":
            return self._show_poll(poll)
        if not kind(poll.kind).asks:
            return self._put_up(poll)
        return self._open(poll, max(poll.round, 1))

    def revote(self, poll: Poll) -> bool:
        if poll.standing or not kind(poll.kind).asks:
            return False
        return self._open(poll, poll.round + 1)

    def show(self, poll: Poll) -> bool:
        """Puts a poll on the wall as it stands, such as one beside the running order."""
        if poll.id != self.session.poll:
            self._close_open_poll()
        return self._show_poll(poll)

    def close(self, poll: Poll) -> bool:
        if poll.status != "open":
            return False
        self.store.change_poll(poll.id, status="closed", closes_at=None)
        self.note("close", poll)
        return True

    def reveal(self, poll: Poll) -> bool:
        return self._set_shown(poll, True, "reveal")

    def hide(self, poll: Poll) -> bool:
        return self._set_shown(poll, False, "hide")

    def extend(self, poll: Poll, seconds: int) -> bool:
        """More time, or a countdown where there was none."""
        if poll.status != "open":
            return False
        left = 0 if poll.closes_at is None else -milliseconds_since(poll.closes_at) / 1000
        closes_at = instant(min(max(left, 0) + seconds, LONGEST_COUNTDOWN_S))
        self.store.change_poll(poll.id, closes_at=closes_at)
        self.note("extend", poll)
        return True

    def stop_countdown(self, poll: Poll) -> bool:
        if poll.closes_at is None:
            return False
        self.store.change_poll(poll.id, closes_at=None)
        self.note("stop_countdown", poll)
        return True

    def display(self, poll: Poll, what: str) -> bool:
        """What the wall draws of the poll: see displays.py."""
        if what == poll.display:
            return False
        self.store.change_poll(poll.id, display=checked_display(self.store, poll, what))
        self.note("display", poll)
        return True

    def draw(self, poll: Poll, drawn: int | None = None) -> bool:
        """Draws once more, unless there are more draws by now than the `drawn` that were seen."""
        if drawn not in (None, len(poll.draws)):
            return False
        draw = kind(poll.kind).draw(poll, token_hex(SEED_BYTES))
        self.store.change_poll(poll.id, draws=[*poll.draws, draw])
        self.note("draw", poll, **draw)
        return True

    # what they share

    def _open(self, poll: Poll, round: int) -> bool:
        self.start()
        self._close_open_poll()
        seconds = poll.settings.get("seconds")
        opened = self.store.change_poll(
            poll.id,
            status="open",
            round=round,
            # Whoever votes twice is to think, not to follow: both rounds are shown at the end.
            results_shown=poll.settings.get("results") != "hidden" and not _has_two_rounds(poll),
            opened=instant(),
            closes_at=instant(seconds) if seconds else None,
            display="",
        )
        self.store.change_session(self.session.id, poll=poll.id, view="poll")
        self.note("open" if round == poll.round or not poll.round else "revote", opened)
        return True

    def open_standing(self, poll: Poll) -> bool:
        """It stays open beside whatever is on the wall."""
        if poll.status == "open":
            return False
        self.start()
        opened = self.store.change_poll(
            poll.id, status="open", round=1, results_shown=True, opened=instant()
        )
        self.note("open", opened)
        return True

    def _close_open_poll(self) -> None:
        for poll in self.store.polls(self.session.id):
            if not poll.standing:
                self.close(poll)

    def _go(self, way: int) -> bool:
        """Puts the neighbour on the wall; at either end there is none and nothing changes."""
        polls = [poll for poll in self.store.polls(self.session.id) if not poll.standing]
        there = self._here(polls, way) + way
        if not 0 <= there < len(polls):
            return False
        neighbour = polls[there]
        if kind(neighbour.kind).asks and neighbour.settings.get("opens") != "by_hand":
            return self._open(neighbour, max(neighbour.round, 1))
        return self._put_up(neighbour)

    def _here(self, polls: list[Poll], way: int) -> int:
        """The place of the poll on the wall, from 0. One from beside the running order stands
        between the last question asked and the next."""
        ids = [poll.id for poll in polls]
        if self.session.poll in ids:
            return ids.index(self.session.poll)
        asked = [place for place, poll in enumerate(polls) if poll.status != "ready"]
        last = asked[-1] if asked and self.session.poll is not None else -1
        return last if way > 0 else last + 1

    def _put_up(self, poll: Poll) -> bool:
        """Shows a poll without a vote."""
        self.start()
        self._close_open_poll()
        return self._show_poll(poll)

    def _show_poll(self, poll: Poll) -> bool:
        if (self.session.poll, self.session.view) == (poll.id, "poll"):
            return False
        self.store.change_session(self.session.id, poll=poll.id, view="poll")
        self.note("show", poll)
        return True

    def _set_shown(self, poll: Poll, shown: bool, action: str) -> bool:
        if poll.status == "ready" or poll.results_shown == shown:
            return False
        display = COMPARE if _has_two_rounds(poll) and poll.round == 2 else poll.display
        self.store.change_poll(poll.id, results_shown=shown, display=display)
        self.note(action, poll)
        return True

    def _show(self, view: str, action: str) -> bool:
        if self.session.view == view:
            return False
        self.store.change_session(self.session.id, view=view)
        self.note(action)
        return True

    def _back(self) -> str:
        return "poll" if self.session.poll is not None else "join"

    def note(self, action: str, poll: Poll | None = None, **details: JSON) -> None:
        note(
            self.store,
            self.session.id,
            action,
            self.by,
            poll.id if poll else None,
            poll.round if poll else None,
            **details,
        )


def _has_two_rounds(poll: Poll) -> bool:
    return poll.settings.get("rounds") == 2
