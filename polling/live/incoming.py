"""What clients say: connect, vote, control, beat. Each handler parses, calls, returns.

python-socketio connects and disconnects clients. Their events are read here, one floor below it: a
vote opens no request context, starts no green thread and waits for nobody.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import partial

import socketio.exceptions
from socketio import Server
from socketio.packet import CONNECT

from polling import runtime
from polling.ballots import Ballots
from polling.errors import BadRequest, KeyRequired, PollingError, PollNotFound, TooMany
from polling.live.admission import Admission, Environ
from polling.live.connections import BAD_MESSAGES, VOTES_A_SECOND, Client, Connections
from polling.live.door import Door
from polling.live.engine import Engine
from polling.live.names import BEAT, CONTROL, PROFILE, REACT, VOTE, WATCH
from polling.live.outgoing import Outgoing
from polling.live.packets import Event, NotAMessage, acknowledgement, said
from polling.live.reactions import Reactions
from polling.live.twins import Twins
from polling.profiles import Profiles
from polling.records import JSON, BallotStatus
from polling.sessions import Conductor
from polling.storage import Store

SEEN = ("poll", "round", "drawn", "entry", "on", "seconds", "what")
"""What a control may carry besides its action."""

Ack = dict[str, JSON]
Handler = Callable[[Client, dict[str, JSON]], Ack]


class Incoming:
    """The handlers of socket events."""

    def __init__(
        self,
        *,
        server: Server,
        engine: Engine,
        connections: Connections,
        outgoing: Outgoing,
        admission: Admission,
        conductor: Conductor,
        ballots: Ballots,
        profiles: Profiles,
        reactions: Reactions,
        twins: Twins,
        store: Store,
        translated: Callable[[PollingError, str], str],
        presence_changed: Callable[[int], None],
    ) -> None:
        self._server = server
        self._engine = engine
        self._connections = connections
        self._outgoing = outgoing
        self._admission = admission
        self._conductor = conductor
        self._ballots = ballots
        self._profiles = profiles
        self._reactions = reactions
        self._twins = twins
        self._store = store
        self._translated = translated
        self._presence_changed = presence_changed
        self._hear_library = engine.handlers["message"]
        self._door = Door(self._let_pass, engine.cut_off)
        self._handlers: dict[str, Handler] = {
            CONTROL: self._control,
            BEAT: self._beat,
            REACT: self._react,
            WATCH: self._watch,
            PROFILE: self._profile,
        }
        engine.on("message", self._hear)
        server.on("connect", self._connect)
        server.on("disconnect", self._disconnect)

    def _hear(self, line: str, packet: object) -> None:
        """Whoever sends what is no packet is cut off."""
        try:
            if not isinstance(packet, str) or not packet:
                raise NotAMessage
            event = said(packet)
            if event is None:
                self._door.put(line, packet)
            else:
                self._hear_event(line, event)
        except NotAMessage:
            self._engine.cut_off(line)

    def _let_pass(self, line: str, packet: str) -> None:
        """Comings and goings are the library's, and a state for who has come."""
        if self._engine.line(line) is None:
            return
        self._hear_library(line, packet)
        client = self._connections.on_line(line)
        if packet.startswith(str(CONNECT)) and client is not None:
            self._outgoing.welcome(client)  # by now it knows that it is connected, and listens

    def _hear_event(self, line: str, event: Event) -> None:
        client = self._connections.on_line(line)
        if client is None:
            return
        if event.name == VOTE:
            self._vote(client, event)
        else:
            handle = self._handlers.get(event.name, _unknown)
            self._in_turn(client, partial(self._answer, client, event, handle))

    def _in_turn(self, client: Client, work: Callable[[], None]) -> None:
        """What may wait has a green thread, and its client is not heard meanwhile."""
        line = self._engine.line(client.line)
        if line is None:
            return

        def done_in_turn() -> None:
            try:
                work()
            finally:
                line.go_on()

        line.hold()
        runtime.spawn(done_in_turn)

    def _connect(self, sid: str, environ: Environ, auth: object = None) -> None:
        line = self._server.manager.eio_sid_from_sid(sid, "/")
        try:
            client = self._admission.admit(
                sid, line, environ, auth if isinstance(auth, dict) else {}
            )
        except PollingError as refusal:
            raise socketio.exceptions.ConnectionRefusedError(refusal.name) from refusal
        self._connections.add(client)
        self._presence_changed(client.session)

    def _disconnect(self, sid: str, *reason: object) -> None:
        client = self._connections.drop(sid)
        if client is not None:
            self._presence_changed(client.session)

    def _answer(self, client: Client, event: Event, handle: Handler) -> None:
        """Tells the client what its event came to, or why not, by name."""
        try:
            if len(event.sent) != 1 or not isinstance(event.sent[0], dict):
                raise BadRequest
            self._acknowledge(client, event.number, {"ok": True, **handle(client, event.sent[0])})
        except PollingError as refusal:
            self._refuse(client, event.number, refusal)
        except Exception:
            logging.getLogger("polling.live").exception("an event could not be handled")
            self._refuse(client, event.number, PollingError())

    def _acknowledge(self, client: Client, number: int | None, message: Ack) -> None:
        if number is not None:
            self._engine.tell(client.line, acknowledgement(number, message))

    def _refuse(self, client: Client, number: int | None, refusal: PollingError) -> None:
        message = self._translated(refusal, client.language)
        refused = {"ok": False, "error": refusal.name, "message": message}
        self._acknowledge(client, number, refused)
        if isinstance(refusal, BadRequest | KeyRequired):
            client.bad += 1
            if client.bad > BAD_MESSAGES:
                self._engine.dismiss(client)

    def _vote(self, client: Client, event: Event) -> None:
        """Acknowledged once it is on disk."""
        try:
            vote = event.sent[0] if len(event.sent) == 1 else None
            if client.participant is None or not isinstance(vote, dict) or "answer" not in vote:
                raise BadRequest
            if not client.may_vote():
                raise TooMany
            self._ballots.cast(
                client.session,
                client.participant,
                vote.get("poll"),
                vote.get("round"),
                vote["answer"],
                vote.get("slot", ""),
                vote.get("seq", 0),
                vote.get("certainty"),
                told=partial(self._voted, client, event.number),
            )
        except TooMany as refusal:
            # Nothing more of this client is heard meanwhile: whoever floods waits.
            self._in_turn(client, partial(self._refuse_later, client, event.number, refusal))
        except PollingError as refusal:
            self._refuse(client, event.number, refusal)

    def _voted(
        self, client: Client, number: int | None, error: Exception | None, status: BallotStatus
    ) -> None:
        if error is None:
            waits = {"waits": True} if status == "pending" else {}
            self._acknowledge(client, number, {"ok": True, **waits})
        else:
            refusal = error if isinstance(error, PollingError) else PollingError()
            self._refuse(client, number, refusal)

    def _refuse_later(self, client: Client, number: int | None, refusal: TooMany) -> None:
        runtime.sleep(1 / VOTES_A_SECOND)
        self._refuse(client, number, refusal)

    def _control(self, client: Client, sent: dict[str, JSON]) -> Ack:
        if not client.manages:
            raise KeyRequired
        action = sent.get("action")
        if not isinstance(action, str):
            raise BadRequest
        seen = {name: value for name, value in sent.items() if name in SEEN}
        self._conductor.control(client.session, action, client.name, **seen)
        return {"state": self._outgoing.state_for(client)}

    def _beat(self, client: Client, sent: dict[str, JSON]) -> Ack:
        if client.role != "screen":
            raise BadRequest
        now = time.monotonic()
        was_lost = client.is_lost(now)
        client.beat = now
        if was_lost:
            self._presence_changed(client.session)
        return {}

    def _react(self, client: Client, sent: dict[str, JSON]) -> Ack:
        if client.participant is None:
            raise BadRequest
        self._reactions.react(client, sent.get("reaction"))
        return {}

    def _watch(self, client: Client, sent: dict[str, JSON]) -> Ack:
        """From now on this phone hears of one question beside the running order, or of none; or of
        the wall."""
        if client.participant is None:
            raise BadRequest
        if "wall" in sent:
            if not isinstance(sent["wall"], bool):
                raise BadRequest
            return self._twins.look(client, on=sent["wall"])
        wanted = sent.get("poll")
        if not (wanted is None or type(wanted) is int):
            raise BadRequest
        client.watches = wanted
        if wanted is None:
            return {}
        poll = self._store.poll(wanted)
        if poll.session != client.session or not poll.standing:
            raise PollNotFound
        return {"round": poll.round, "results": self._outgoing.results_for(client, poll)}

    def _profile(self, client: Client, sent: dict[str, JSON]) -> Ack:
        if client.participant is None:
            raise BadRequest
        return {"profile": self._profiles.change(client.session, client.participant, sent).said()}


def _unknown(client: Client, sent: dict[str, JSON]) -> Ack:
    raise BadRequest
