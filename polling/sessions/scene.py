"""The steps of a session's life, each within the transaction that the conductor opened."""

from __future__ import annotations

from secrets import token_hex

from polling.clock import now
from polling.kinds import kind
from polling.records import JSON, Poll, Session
from polling.sessions.journal import note
from polling.storage import Store

SEED_BYTES = 16


class Scene:
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
        self._note("start")
        return True

    def end(self) -> bool:
        self._close_open_poll()
        self.store.change_session(self.session.id, status="ended", view="end", ended=now())
        self._note("end")
        return True

    def next(self) -> bool:
        return self._go(+1)

    def previous(self) -> bool:
        return self._go(-1)

    def show_join(self, on: bool = True) -> bool:
        return self._show("join" if on else self._back(), "show_join")

    def blank(self, on: bool = True) -> bool:
        return self._show("blank" if on else self._back(), "blank")

    # a poll

    def open(self, poll: Poll) -> bool:
        if poll.status == "open":
            return self._show_poll(poll)
        if not kind(poll.kind).asks:
            return self._put_up(poll)
        return self._open(poll, max(poll.round, 1))

    def revote(self, poll: Poll) -> bool:
        if not kind(poll.kind).asks:
            return False
        return self._open(poll, poll.round + 1)

    def close(self, poll: Poll) -> bool:
        if poll.status != "open":
            return False
        self.store.change_poll(poll.id, status="closed")
        self._note("close", poll)
        return True

    def reveal(self, poll: Poll) -> bool:
        return self._set_shown(poll, True, "reveal")

    def hide(self, poll: Poll) -> bool:
        return self._set_shown(poll, False, "hide")

    def hide_entry(self, poll: Poll, entry: str) -> bool:
        if kind(poll.kind).shows_entries:
            self.store.set_entry_status(poll.id, entry, "hidden")
        else:
            key = kind(poll.kind).entry_key(entry, poll)
            if key in poll.hidden:
                return False
            self.store.change_poll(poll.id, hidden=[*poll.hidden, key])
        self._note("hide_entry", poll)
        return True

    def approve(self, poll: Poll, entry: str) -> bool:
        self.store.set_entry_status(poll.id, entry, "visible")
        self._note("approve", poll)
        return True

    def draw(self, poll: Poll, drawn: int | None = None) -> bool:
        """Draws once more, unless there are more draws by now than the `drawn` that were seen."""
        if drawn not in (None, len(poll.draws)):
            return False
        draw = kind(poll.kind).draw(poll, token_hex(SEED_BYTES))
        self.store.change_poll(poll.id, draws=[*poll.draws, draw])
        self._note("draw", poll, **draw)
        return True

    # what they share

    def _open(self, poll: Poll, round: int) -> bool:
        self.start()
        self._close_open_poll()
        opened = self.store.change_poll(
            poll.id,
            status="open",
            round=round,
            results_shown=poll.settings.get("results") != "hidden",
        )
        self.store.change_session(self.session.id, poll=poll.id, view="poll")
        self._note("open" if round == poll.round or not poll.round else "revote", opened)
        return True

    def _close_open_poll(self) -> None:
        for poll in self.store.polls(self.session.id):
            self.close(poll)

    def _go(self, way: int) -> bool:
        """Puts the neighbour on the wall; at either end there is none and nothing changes."""
        polls = self.store.polls(self.session.id)
        ids = [poll.id for poll in polls]
        here = ids.index(self.session.poll) if self.session.poll in ids else -1
        there = here + way
        if not 0 <= there < len(polls):
            return False
        neighbour = polls[there]
        if kind(neighbour.kind).asks and neighbour.settings.get("opens") != "by_hand":
            return self._open(neighbour, max(neighbour.round, 1))
        return self._put_up(neighbour)

    def _put_up(self, poll: Poll) -> bool:
        """Shows a poll without a vote."""
        self.start()
        self._close_open_poll()
        return self._show_poll(poll)

    def _show_poll(self, poll: Poll) -> bool:
        if (self.session.poll, self.session.view) == (poll.id, "poll"):
            return False
        self.store.change_session(self.session.id, poll=poll.id, view="poll")
        self._note("show", poll)
        return True

    def _set_shown(self, poll: Poll, shown: bool, action: str) -> bool:
        if poll.status == "ready" or poll.results_shown == shown:
            return False
        self.store.change_poll(poll.id, results_shown=shown)
        self._note(action, poll)
        return True

    def _show(self, view: str, action: str) -> bool:
        if self.session.view == view:
            return False
        self.store.change_session(self.session.id, view=view)
        self._note(action)
        return True

    def _back(self) -> str:
        return "poll" if self.session.poll is not None else "join"

    def _note(self, action: str, poll: Poll | None = None, **details: JSON) -> None:
        note(
            self.store,
            self.session.id,
            action,
            self.by,
            poll.id if poll else None,
            poll.round if poll else None,
            **details,
        )
