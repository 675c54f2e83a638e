"""Closes votes whose countdown is over, with a grace for votes on their way."""

from __future__ import annotations

from contextlib import suppress

from polling import runtime
from polling.changes import Changes
from polling.clock import milliseconds_since
from polling.errors import PollingError, PollNotFound
from polling.records import Poll
from polling.sessions import Conductor
from polling.storage import Store

GRACE_S = 2.0
BY = "clock"


class Timekeeper:
    """Has a green thread for each countdown that runs, also for those that outlived a restart."""

    def __init__(self, store: Store, conductor: Conductor, changes: Changes) -> None:
        self._store = store
        self._conductor = conductor
        self._waited_for: set[tuple[int, str]] = set()
        changes.transition.connect(self._look, weak=False)
        for poll in store.counting_down():
            self._wait_for(poll)

    def _look(self, _session: int) -> None:
        for poll in self._store.counting_down():
            self._wait_for(poll)

    def _wait_for(self, poll: Poll) -> None:
        assert poll.closes_at is not None
        key = poll.id, poll.closes_at
        if key not in self._waited_for:
            self._waited_for.add(key)
            runtime.spawn(self._close, poll)

    def _close(self, poll: Poll) -> None:
        assert poll.closes_at is not None
        runtime.sleep(max(0.0, GRACE_S - milliseconds_since(poll.closes_at) / 1000))
        self._waited_for.discard((poll.id, poll.closes_at))
        with suppress(PollNotFound):
            now = self._store.poll(poll.id)
            # More time may have been given, or the host was quicker.
            if now.closes_at != poll.closes_at:
                return
            with suppress(PollingError):
                self._conductor.control(poll.session, "close", BY, poll=poll.id, round=now.round)
