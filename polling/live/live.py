"""The live side as one thing: what server.py makes and everybody else only hears of by signals."""

from __future__ import annotations

from polling import runtime
from polling.changes import Changes
from polling.live.connections import Connections
from polling.live.engine import Engine
from polling.live.outgoing import Outgoing
from polling.live.throttle import Throttle
from polling.live.twins import Twins
from polling.records import Poll

RESULTS_EVERY_S = 0.1
BESIDE_EVERY_S = 1.0
PRESENCE_EVERY_S = 1.0
WATCH_EVERY_S = 0.5
FADES_EVERY_S = 10


class Live:
    """Turns what changed into messages."""

    def __init__(
        self,
        engine: Engine,
        connections: Connections,
        outgoing: Outgoing,
        twins: Twins,
        changes: Changes,
    ) -> None:
        self._engine = engine
        self._connections = connections
        self._outgoing = outgoing
        self._twins = twins
        self._results = Throttle(RESULTS_EVERY_S, outgoing.results)
        self._beside = Throttle(BESIDE_EVERY_S, outgoing.standing_results)
        self._presence = Throttle(PRESENCE_EVERY_S, outgoing.presence)
        self._walls: dict[int, int] = {}
        changes.transition.connect(self._transition, weak=False)
        changes.votes.connect(self._votes, weak=False)
        changes.keys.connect(self._ask_for_keys, weak=False)
        changes.gone.connect(self.close_session, weak=False)
        changes.address.connect(self._address, weak=False)
        runtime.spawn(self._watch_walls)
        runtime.spawn(self._let_answers_fade)

    def presence_changed(self, session: int) -> None:
        self._presence.mark(session)
        self._twins.changed(session)

    def close_session(self, session: int) -> None:
        """Ends the connections of a session; their clients come back and are told why not."""
        self._outgoing.forget(session)
        for client in self._connections.all_of(session):
            self._engine.cut_off(client.line)

    def dismiss_simulated(self, session: int) -> None:
        for client in self._connections.simulated(session):
            self._engine.dismiss(client)

    def close(self) -> None:
        """Closes every transport, so that clients come back by themselves."""
        for session in self._connections.sessions():
            self.close_session(session)

    def _transition(self, session: int) -> None:
        self._outgoing.states(session)
        self._twins.changed(session, at_once=True)
        self._presence.mark(session)

    def _address(self, _: None) -> None:
        for session in self._connections.sessions():
            self._outgoing.states(session)
            self._twins.changed(session, at_once=True)

    def _votes(self, poll: Poll) -> None:
        self._twins.changed(poll.session)
        if poll.standing:
            self._beside.mark(poll.id)
        else:
            self._results.mark(poll.session)

    def _ask_for_keys(self, session: int) -> None:
        """Walls and consoles come back by themselves, and show what they hold now."""
        for client in self._connections.all_of(session):
            if client.role != "attendee":
                self._engine.cut_off(client.line)

    def _watch_walls(self) -> None:
        """A wall that falls silent has not always closed its connection."""
        while True:
            before = self._walls
            self._walls = {
                session: self._connections.walls(session)
                for session in self._connections.sessions()
            }
            for session, walls in self._walls.items():
                if before.get(session) != walls:
                    self._presence.mark(session)
            runtime.sleep(WATCH_EVERY_S)

    def _let_answers_fade(self) -> None:
        """Where only recent answers count, figures change although nobody votes."""
        while True:
            runtime.sleep(FADES_EVERY_S)
            for session in self._connections.sessions():
                for poll in self._outgoing.fading(session):
                    self._votes(poll)
