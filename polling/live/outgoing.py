"""What the server says: states at each transition, results and presence in between."""

from __future__ import annotations

from typing import Any

from polling import runtime
from polling.errors import PollNotFound, SessionNotFound
from polling.live.connections import Client, Connections
from polling.live.engine import Engine
from polling.live.names import PRESENCE, RESULTS, STATE
from polling.live.packets import Message, compact, event_of, event_of_json
from polling.records import JSON, Role
from polling.results import Results, may_see
from polling.snapshots import Snapshots
from polling.storage import Store

IN_A_ROW = 1000
"""Some ten milliseconds' work."""


class Outgoing:
    """Messages to screens, facilitators and attendees, encoded once for all who get the same."""

    def __init__(
        self,
        engine: Engine,
        connections: Connections,
        store: Store,
        snapshots: Snapshots,
        results: Results,
    ) -> None:
        self._engine = engine
        self._connections = connections
        self._store = store
        self._snapshots = snapshots
        self._results = results
        self._shared: dict[int, _Shared] = {}

    def state_for(self, client: Client) -> dict[str, JSON]:
        """The whole state as this client may see it."""
        state = self._snapshots.state(client.session, client.role, client.participant)
        return {**state, "participant": client.token}

    def welcome(self, client: Client) -> None:
        """The first state after a connection."""
        if client.role == "attendee":
            shared = self._shared_state(client.session)
            own = self._store.answers_of(*shared.round, client.participant or "").get("")
            self._engine.tell(client.line, shared.message(client.token, own))
        else:
            self._engine.tell(client.line, event_of(STATE, self.state_for(client)))

    def states(self, session: int) -> None:
        """A full snapshot to everyone, after a transition."""
        self.forget(session)
        for role in ("screen", "facilitator"):
            if self._connections.of(session, role):
                self._tell(session, role, event_of(STATE, self._snapshots.state(session, role)))
        shared = self._shared_state(session)
        answers = self._store.answers(*shared.round)
        for client in self._connections.of(session, "attendee"):
            own = answers.get(client.participant or "", {}).get("")
            self._engine.tell(client.line, shared.message(client.token, own))

    def results(self, session: int) -> None:
        """The figures of the question on the wall, to whoever may see them now."""
        self.forget(session)
        try:
            now = self._store.session(session)
            poll = self._store.poll(now.poll or 0)
            public, full = self._results.both(poll)
            if self._store.poll(poll.id) != poll:
                return  # a transition came between, and its state has told them all
        except (SessionNotFound, PollNotFound):
            return
        message = {"rev": now.rev, "poll": poll.id, "round": poll.round}
        shown = event_of(RESULTS, {**message, **public})
        hidden = event_of(RESULTS, {**message, **public, "results": None})
        self._tell(session, "facilitator", event_of(RESULTS, {**message, **full}))
        self._tell(session, "screen", shown if may_see("screen", poll) else hidden)
        if may_see("attendee", poll):
            self._tell_in_turns(session, "attendee", shown)

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
        self._tell(session, "screen", event_of(PRESENCE, message))
        walls = self._connections.walls(session)
        self._tell(session, "facilitator", event_of(PRESENCE, {**message, "screens": walls}))

    def forget(self, session: int) -> None:
        """What attendees share has changed, or nobody needs it any more."""
        self._shared.pop(session, None)

    def _shared_state(self, session: int) -> _Shared:
        """Kept until the next transition or results: a hall that joins together asks for the same.

        It may be older than the newest votes, but says nothing that its own `rev` does not know.
        """
        if session not in self._shared:
            self._shared[session] = _Shared(self._snapshots.state(session, "attendee"))
        return self._shared[session]

    def _tell(self, session: int, role: Role, message: Message) -> None:
        lines = [client.line for client in self._connections.of(session, role)]
        self._engine.tell_all(lines, message)

    def _tell_in_turns(self, session: int, role: Role, message: Message) -> None:
        """Votes have their turn in between.

        Not for a state: who hears newer results before it would take it for an old one.
        """
        lines = [client.line for client in self._connections.of(session, role)]
        for start in range(0, len(lines), IN_A_ROW):
            self._engine.tell_all(lines[start : start + IN_A_ROW], message)
            runtime.sleep()


class _Shared:
    """The state of all attendees but for what is each one's own, which is added as text.

    `round` is (poll, round) of the question they are shown, (0, 0) where there is none.
    """

    def __init__(self, state: dict[str, Any]) -> None:
        poll = state["poll"] or {"id": 0, "round": 0}
        self.round: tuple[int, int] = poll["id"], poll["round"]
        same = {name: state[name] for name in state if name not in ("participant", "answer")}
        self._same = compact(same)[:-1]
        self._messages: dict[str, Message] = {}

    def message(self, token: str | None, answer: JSON) -> Message:
        """Browsers hold their token in a cookie: those who answered alike get the same message."""
        own = f'"participant":{compact(token)},"answer":{compact(answer)}'
        if token is not None:
            return self._with(own)
        if own not in self._messages:
            self._messages[own] = self._with(own)
        return self._messages[own]

    def _with(self, own: str) -> Message:
        return event_of_json(STATE, f"{self._same},{own}}}")
