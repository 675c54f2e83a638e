"""How a question will look, before it is saved: a room in memory in which it is really asked.

Nothing is drawn, counted or told in another way than in the hall: the question and people who are
nobody go into a store of their own, and the states come out as they always do.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict

from polling.ballots import canonical
from polling.clock import minute
from polling.displays import Displays
from polling.errors import AnswerInvalid
from polling.kinds import kind
from polling.own import Belongings
from polling.points import Scores
from polling.records import JSON, Poll, Role, Session, Vote
from polling.results import Results
from polling.sessions.scene import Scene
from polling.snapshots import Snapshots
from polling.storage import scratch_store
from polling.themes import Theme

PEOPLE = 32
SEED = 4
"""The same people each time: what changes in a preview is what the host changed."""

SCREENS: dict[str, Role] = {"phone": "attendee", "wall": "screen"}


class Preview:
    """One question in an empty room, and in one that has voted."""

    def __init__(
        self,
        theme_of: Callable[[Session], Theme | None],
        join_url: Callable[[Session], str],
    ) -> None:
        self._store = scratch_store()
        self._results = Results(self._store)
        scores = Scores(self._store)
        self._snapshots = Snapshots(
            self._store,
            self._results,
            Belongings(self._store, scores.of),
            Displays(self._store, self._results, scores),
            theme_of,
            join_url,
            grace_minutes=0,  # no preview ends
        )

    def states(self, session: Session, poll: Poll | None, voted: bool = False) -> dict[str, JSON]:
        """The states of phone and wall while `poll` is asked, or, once it was `voted` on, with its
        results; without a poll, before the first question. `poll` is checked already."""
        room = self._room(session)
        try:
            if poll is not None:
                self._ask(room, poll, voted)
            return {
                screen: self._snapshots.state(room.id, role) for screen, role in SCREENS.items()
            }
        finally:
            self._store.delete_session(room.id)

    def _room(self, session: Session) -> Session:
        same = ("code", "title", "language", "settings", "created")
        known = {name: value for name, value in asdict(session).items() if name in same}
        return self._store.add_session(**known, screen_key="", facilitator_key="", key=None)

    def _ask(self, room: Session, poll: Poll, voted: bool) -> None:
        same = ("kind", "title", "content", "settings", "position", "standing")
        known = {name: value for name, value in asdict(poll).items() if name in same}
        asked = self._store.add_poll(**known, session=room.id)
        Scene(self._store, room, "").open(asked)
        self._scene(room).show(self._store.poll(asked.id))
        if voted and kind(poll.kind).asks:
            self._vote(self._store.poll(asked.id))
            self._scene(room).close(self._store.poll(asked.id))
            self._scene(room).reveal(self._store.poll(asked.id))

    def _scene(self, room: Session) -> Scene:
        return Scene(self._store, self._store.session(room.id), "")

    def _vote(self, poll: Poll) -> None:
        chance, how = random.Random(SEED), kind(poll.kind)
        for person in range(PEOPLE):
            seen = self._results.of(poll)["results"] if how.takes_slots else {}
            said = how.simulate_slots(poll, chance, seen)
            votes = [self._ballot(poll, f"{person}", slot, said[slot]) for slot in said]
            self._store.record([vote for vote in votes if vote], minute())

    def _ballot(self, poll: Poll, person: str, slot: str, answer: JSON) -> Vote | None:
        """None where nobody could answer that: the host has not thought of everything yet."""
        try:
            cleaned = kind(poll.kind).clean_slot(slot, answer, poll)
        except AnswerInvalid:
            return None
        return Vote(poll.id, poll.round, person, slot, canonical(cleaned), seq=0)
