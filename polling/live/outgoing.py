"""What the server says: states at each transition, results and presence in between."""

from __future__ import annotations

from typing import Any

from socketio import Server

from polling.errors import PollNotFound, SessionNotFound
from polling.live.connections import Client, Connections
from polling.live.names import PRESENCE, RESULTS, STATE, room
from polling.records import JSON, Role
from polling.results import Results, may_see
from polling.snapshots import Snapshots
from polling.storage import Store


class Outgoing:
    """Messages to screens, facilitators and attendees."""

    def __init__(
        self,
        server: Server,
        connections: Connections,
        store: Store,
        snapshots: Snapshots,
        results: Results,
    ) -> None:
        self._server = server
        self._connections = connections
        self._store = store
        self._snapshots = snapshots
        self._results = results

    def state_for(self, client: Client) -> dict[str, JSON]:
        """The whole state as this client may see it."""
        state = self._snapshots.state(client.session, client.role, client.participant)
        return {**state, "participant": client.token}

    def welcome(self, client: Client) -> None:
        """The first state after a connection."""
        self._server.emit(STATE, self.state_for(client), to=client.sid)

    def states(self, session: int) -> None:
        """A full snapshot to everyone, after a transition."""
        for role in ("screen", "facilitator"):
            if any(self._connections.of(session, role)):
                self._emit(session, role, STATE, self._snapshots.state(session, role))
        self._attendee_states(session)

    def _attendee_states(self, session: int) -> None:
        """The same for all but the own answer, which is read for all at once."""
        common = self._snapshots.state(session, "attendee")
        poll = common["poll"]
        answers = self._store.answers(poll["id"], poll["round"]) if poll else {}
        for client in self._connections.of(session, "attendee"):
            own = answers.get(client.participant or "", {}).get("")
            state = {**common, "participant": client.token, "answer": own}
            self._server.emit(STATE, state, to=client.sid)

    def results(self, session: int) -> None:
        """The figures of the question on the wall, to whoever may see them now."""
        try:
            now = self._store.session(session)
            poll = self._store.poll(now.poll or 0)
        except (SessionNotFound, PollNotFound):
            return
        message = {"rev": now.rev, "poll": poll.id, "round": poll.round}
        full = {**message, **self._results.for_facilitators(poll)}
        self._emit(session, "facilitator", RESULTS, full)
        public = {**message, **self._results.of(poll)}
        hidden = {**public, "results": None}
        self._emit(session, "screen", RESULTS, public if may_see("screen", poll) else hidden)
        if may_see("attendee", poll):
            self._emit(session, "attendee", RESULTS, public)

    def presence(self, session: int) -> None:
        """How many are here, and how many answers are counted out of."""
        connected = self._connections.participants(session)
        try:
            rev = self._store.session(session).rev
        except SessionNotFound:
            return
        message = {
            "rev": rev,
            "connected": len(connected),
            "joined": len(connected | self._store.participants(session)),
        }
        self._emit(session, "screen", PRESENCE, message)
        walls = self._connections.walls(session)
        self._emit(session, "facilitator", PRESENCE, {**message, "screens": walls})

    def _emit(self, session: int, role: Role, event: str, message: dict[str, Any]) -> None:
        self._server.emit(event, message, to=room(session, role))
