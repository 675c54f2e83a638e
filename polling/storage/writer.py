"""The one writer: votes and transitions reach the disk in order of arrival.

Votes that wait together are committed together, in one transaction, and only then does each
voter hear back. A transition runs in a transaction of its own between them, so that a vote is
before a close or after it, never both. The writer owns its connection: two green threads in one
transaction would undo each other's acknowledged work.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeVar

from polling import runtime
from polling.clock import minute
from polling.errors import PollClosed, PollingError, PollNotFound, StorageFailed, WrongRound
from polling.records import Vote
from polling.storage.store import Store

T = TypeVar("T")

GATHER_S = 0.01
"""How long after a commit the next one may begin: it costs as much as several votes, which
share it where they come close together. Who comes alone does not wait."""


Told = Callable[[Exception | None], None]
"""Called once something is on disk, or with the reason why it is not. It must not wait."""


@dataclass(slots=True)
class _Job:
    """A vote or a transition that waits, and who is told when it is done."""

    told: Told
    vote: Vote | None = None
    work: Callable[[Store], Any] | None = None
    alone: bool = False
    result: Any = None
    error: Exception | None = None


class Writer:
    """Runs all that writes, one after the other, in a real thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._inbox = runtime.Inbox()
        self.commits = 0
        self.votes = 0
        runtime.spawn(self._serve)

    def run(self, work: Callable[[Store], T]) -> T:
        """Waits until `work` was done in a transaction of its own, and gives what it returned.

        Raises what `work` raised, with nothing written; StorageFailed where the disk would not.
        """
        return self._wait_for(work)

    def run_alone(self, work: Callable[[Store], T]) -> T:
        """The same outside of any transaction, for what cannot run in one."""
        return self._wait_for(work, alone=True)

    def close(self) -> None:
        """Ends the connection, after what came before: nothing is written from then on."""
        self.run_alone(lambda store: store.close())

    def check(self) -> None:
        """Writes something to the disk. Raises StorageFailed where that is not possible."""
        self.run(lambda store: store.touch())

    def cast(self, vote: Vote) -> None:
        """Waits until `vote` is on disk. Raises PollNotFound, PollClosed, WrongRound."""
        outcome = runtime.Outcome()
        self.cast_soon(vote, outcome.give)
        if error := outcome.wait():
            raise error

    def cast_soon(self, vote: Vote, told: Told) -> None:
        """The same for who does not wait."""
        self._inbox.put(_Job(told, vote=vote))

    def _wait_for(self, work: Callable[[Store], T], alone: bool = False) -> T:
        outcome = runtime.Outcome()
        job = _Job(outcome.give, work=work, alone=alone)
        self._inbox.put(job)
        if error := outcome.wait():
            raise error
        result: T = job.result
        return result

    def _serve(self) -> None:
        while True:
            jobs = self._inbox.take_all()
            for are_votes, group in groupby(jobs, key=lambda job: job.vote is not None):
                if are_votes:
                    self._do(self._commit, list(group))
                else:
                    for job in group:
                        self._do(self._transact, [job])
            runtime.sleep(GATHER_S)

    def _do(self, work: Callable[[Sequence[_Job]], None], jobs: Sequence[_Job]) -> None:
        try:
            runtime.in_thread(work, jobs)
            self.commits += 1
        except PollingError as error:
            _fail(jobs, error)
        except sqlite3.Error:
            _fail(jobs, StorageFailed())
        except Exception as error:  # the waiter gets it; the writer must outlive any one job
            _fail(jobs, error)
        for job in jobs:
            try:
                job.told(job.error)
            except Exception:  # the others are to be told all the same
                logging.getLogger("polling.storage").exception("who voted could not be told")

    def _transact(self, jobs: Sequence[_Job]) -> None:
        (job,) = jobs
        assert job.work is not None
        with nullcontext() if job.alone else self._store.transaction():
            job.result = job.work(self._store)

    def _commit(self, jobs: Sequence[_Job]) -> None:
        accepted: list[Vote] = []
        with self._store.transaction():
            polls = {job.vote.poll for job in jobs if job.vote}
            rounds = {poll: self._now_open(poll) for poll in polls}
            for job in jobs:
                assert job.vote is not None
                session, open_round = rounds[job.vote.poll]
                job.error = _refusal(job.vote, session, open_round)
                if job.error is None:
                    accepted.append(job.vote)
                    job.result = session
            if accepted:
                self._store.record(accepted, minute())
                for session in {rounds[vote.poll][0] for vote in accepted}:
                    self._store.grow_rev(session)
        self.votes += len(accepted)

    def _now_open(self, poll_id: int) -> tuple[int, tuple[int, bool]]:
        try:
            poll = self._store.poll(poll_id)
        except PollNotFound:
            return 0, (0, False)
        return poll.session, (poll.round, poll.status == "open")


def _refusal(vote: Vote, session: int, now: tuple[int, bool]) -> PollingError | None:
    round, is_open = now
    if not session:
        return PollNotFound()
    if vote.round != round and round:
        return WrongRound()
    return None if is_open else PollClosed()


def _fail(jobs: Sequence[_Job], error: Exception) -> None:
    for job in jobs:
        job.error = error
