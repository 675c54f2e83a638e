"""What has to be done from time to time: destroying keys of sessions that are over, checkpoints."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from polling import runtime
from polling.clock import STAMP
from polling.errors import StorageFailed
from polling.live import Live
from polling.sessions.journal import note
from polling.storage import Store, Writer

EVERY_S = 30
UNDO_MINUTES = 10
"""How long what a host deleted can be brought back."""
CHECKPOINT_EVERY_S = 1.0


class Upkeep:
    """Erases keys once the grace period is over: then nothing links a ballot to a device."""

    def __init__(self, writer: Writer, live: Live, grace_minutes: int) -> None:
        self._writer = writer
        self._live = live
        self._grace = timedelta(minutes=grace_minutes)
        self._left_traces = True
        runtime.spawn(self._run)

    def _run(self) -> None:
        while True:
            # A disk that is full now may have room the next time.
            with suppress(StorageFailed):
                self._erase_what_is_over()
            runtime.sleep(EVERY_S)

    def _erase_what_is_over(self) -> None:
        for session in self._writer.run(self._erase):
            self._left_traces = True
            self._live.close_session(session)
        if self._writer.run(self._delete):
            self._left_traces = True
        if self._left_traces:
            self._left_traces = not self._writer.run_alone(
                lambda store: store.forget_journal_of_writes()
            )

    def _erase(self, store: Store) -> list[int]:
        erased = store.erase_keys(_ago(self._grace))
        for session in erased:
            for poll in store.polls(session):
                if poll.status == "open":  # a survey for afterwards
                    store.change_poll(poll.id, status="closed")
            note(store, session, "erase_key", "server")
        return erased

    def _delete(self, store: Store) -> int:
        """What nobody brought back."""
        return store.delete_discarded(_ago(timedelta(minutes=UNDO_MINUTES)))


def _ago(span: timedelta) -> str:
    return (datetime.now(UTC) - span).strftime(STAMP)


class Checkpoints:
    """Done by the writer in the middle of a commit, they would keep its voters waiting."""

    def __init__(self, store: Store) -> None:
        self._store = store
        runtime.spawn(self._run)

    def _run(self) -> None:
        while True:
            runtime.sleep(CHECKPOINT_EVERY_S)
            runtime.in_thread(self._store.checkpoint)

    def close(self) -> None:
        self._store.close()
