"""What the server says: states at each transition, results and presence in between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polling import runtime
from polling.errors import PollNotFound, SessionNotFound
from polling.kinds import kind
from polling.live.connections import Client, Connections
from polling.live.engine import Engine
from polling.live.names import PRESENCE, REACTIONS, RESULTS, STATE
from polling.live.packets import Message, compact, event_of, event_of_json
from polling.own import Belongings, Moment, Own
from polling.records import JSON, Poll, Role, Session
from polling.results import Results, may_see
from polling.snapshots import Snapshots, closes_in, standing_of
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
        belongings: Belongings,
    ) -> None:
        self._engine = engine
        self._connections = connections
        self._store = store
        self._snapshots = snapshots
        self._results = results
        self._belongings = belongings
        self._shared: dict[int, _Shared] = {}

    def state_for(self, client: Client) -> dict[str, JSON]:
        """The whole state as this client may see it."""
        state = self._snapshots.state(client.session, client.role, client.participant)
        return {**state, "participant": client.token}

    def welcome(self, client: Client) -> None:
        """The first state after a connection."""
        if client.role == "attendee":
            shared = self._shared_state(client.session)
            own = shared.moment.of(client.participant or "")
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
        own = shared.moment.of_all()
        for client in self._connections.of(session, "attendee"):
            self._engine.tell(
                client.line, shared.message(client.token, own(client.participant or ""))
            )

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
        self._tell_hosts(now, poll, public, full)
        if may_see("attendee", poll):
            shown = _results_of(poll, {"rev": now.rev, **public})
            self._tell_in_turns(self._connections.of(session, "attendee"), shown)

    def standing_results(self, poll_id: int) -> None:
        """The figures of a question beside the running order, to hosts and whoever looks at it."""
        try:
            poll = self._store.poll(poll_id)
            now = self._store.session(poll.session)
            if now.poll == poll.id:
                self.forget(now.id)
            public, full = self._results.both(poll)
        except (SessionNotFound, PollNotFound):
            return
        self._tell_hosts(now, poll, public, full)
        if may_see("attendee", poll):
            here = self._connections
            audience = here.of(now.id, "attendee") if now.poll == poll.id else here.watching(poll)
            self._tell_in_turns(audience, _results_of(poll, {"rev": now.rev, **public}))

    def fading(self, session: int) -> list[Poll]:
        """The open polls of which only recent answers count."""
        return [
            poll
            for poll in self._store.polls(session)
            if poll.status == "open" and kind(poll.kind).recent_minutes is not None
        ]

    def results_for(self, client: Client, poll: Poll) -> dict[str, JSON] | None:
        """What this client may see of a question now."""
        return self._results.of(poll) if may_see(client.role, poll) else None

    def reactions(self, session: int, counts: dict[str, int]) -> None:
        """How many people reacted how since the last time, to be shown and forgotten."""
        message = event_of(REACTIONS, {"counts": counts}, stale="")
        for role in ("screen", "facilitator"):
            self._tell(session, role, message)

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
        for_hosts = {
            "screens": self._connections.walls(session),
            "simulated": len(self._connections.simulated(session)),
        }
        self._tell(session, "facilitator", event_of(PRESENCE, {**message, **for_hosts}))

    def forget(self, session: int) -> None:
        """What attendees share has changed, or nobody needs it any more."""
        self._shared.pop(session, None)

    def _tell_hosts(
        self, now: Session, poll: Poll, public: dict[str, JSON], full: dict[str, JSON]
    ) -> None:
        hidden = {**public, "results": None}
        for_walls = public if may_see("screen", poll) else hidden
        self._tell(now.id, "facilitator", _results_of(poll, {"rev": now.rev, **full}))
        self._tell(now.id, "screen", _results_of(poll, {"rev": now.rev, **for_walls}))

    def _shared_state(self, session: int) -> _Shared:
        """Kept until the next transition or results: a hall that joins together asks for the same.

        It may be older than the newest votes, but says nothing that its own `rev` does not know.
        """
        if session not in self._shared:
            state = self._snapshots.state(session, "attendee")
            polls = self._store.polls(session)
            shown = state["poll"] and state["poll"]["id"]
            poll = next((poll for poll in polls if poll.id == shown), None)
            now = self._belongings.now(self._store.session(session), poll, standing_of(polls))
            self._shared[session] = _Shared(state, now)
        return self._shared[session]

    def _tell(self, session: int, role: Role, message: Message) -> None:
        lines = [client.line for client in self._connections.of(session, role)]
        self._engine.tell_all(lines, message)

    def _tell_in_turns(self, clients: Sequence[Client], message: Message) -> None:
        """Votes have their turn in between.

        Not for a state: who hears newer results before it would take it for an old one.
        """
        lines = [client.line for client in clients]
        for start in range(0, len(lines), IN_A_ROW):
            self._engine.tell_all(lines[start : start + IN_A_ROW], message)
            runtime.sleep()


def _results_of(poll: Poll, message: dict[str, JSON]) -> Message:
    """A newer one about the same question says it better."""
    told = {"rev": message["rev"], "poll": poll.id, "round": poll.round, **message}
    return event_of(RESULTS, told, stale=f"{RESULTS} {poll.id}")


class _Shared:
    """The state of all attendees but for what is each one's own, which `moment` knows and which
    is added as text."""

    def __init__(self, state: dict[str, Any], moment: Moment) -> None:
        self.moment = moment
        own = ("participant", "answer", "closes_in")
        same = {name: state[name] for name in state if name not in own}
        self._same = compact(same)[:-1]
        self._messages: dict[str, Message] = {}

    def message(self, token: str | None, own: Own) -> Message:
        """Browsers hold their token in a cookie: those who answered alike get the same message."""
        poll = self.moment.poll
        left = {"closes_in": closes_in(poll)} if poll and poll.closes_at else {}
        text = compact({"participant": token, **own, **left})[1:]
        if token is not None:
            return self._with(text)
        if text not in self._messages:
            self._messages[text] = self._with(text)
        return self._messages[text]

    def _with(self, own: str) -> Message:
        return event_of_json(STATE, f"{self._same},{own}", stale=STATE)
