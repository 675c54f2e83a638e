"""What clients say: connect, vote, control, beat. Each handler parses, calls, returns.

The handlers stand on the python-socketio server itself: Flask-SocketIO would open a request
context for each event, which costs more than the vote.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Protocol

import socketio.exceptions
from socketio import Server
from werkzeug.http import parse_cookie

from polling import runtime
from polling.access import Participants
from polling.access.participants import COOKIE
from polling.ballots import Ballots
from polling.errors import (
    BadRequest,
    KeyRequired,
    PollingError,
    SessionFull,
    SessionNotFound,
    TooMany,
)
from polling.languages import chosen
from polling.live.connections import BAD_MESSAGES, VOTES_A_SECOND, Client, Connections
from polling.live.names import BEAT, CONTROL, VOTE, room
from polling.live.outgoing import Outgoing
from polling.live.packets import cut_off, cut_off_at_nonsense
from polling.records import JSON, Session
from polling.sessions import Conductor, Sessions

SEEN = ("poll", "round", "entry", "on")
"""What a control may carry besides its action."""

Environ = dict[str, Any]
Ack = dict[str, JSON]


class Rights(Protocol):
    """Who the browser behind a request is: "facilitator", "screen" or None, and a name."""

    def __call__(
        self, environ: Environ, session: Session, key: object
    ) -> tuple[str | None, str]: ...


class Incoming:
    """The handlers of socket events."""

    def __init__(
        self,
        *,
        server: Server,
        connections: Connections,
        outgoing: Outgoing,
        sessions: Sessions,
        conductor: Conductor,
        ballots: Ballots,
        participants: Participants,
        rights: Rights,
        translated: Callable[[PollingError, str], str],
        capacity: int,
        presence_changed: Callable[[int], None],
    ) -> None:
        self._server = server
        self._connections = connections
        self._outgoing = outgoing
        self._sessions = sessions
        self._conductor = conductor
        self._ballots = ballots
        self._participants = participants
        self._rights = rights
        self._translated = translated
        self._capacity = capacity
        self._presence_changed = presence_changed
        cut_off_at_nonsense(server)
        server.on("connect", self._connect)
        server.on("disconnect", self._disconnect)
        server.on(VOTE, self._answering(self._vote))
        server.on(CONTROL, self._answering(self._control))
        server.on(BEAT, self._answering(self._beat))
        server.on("*", lambda event, sid, *sent: self._answering(_unknown)(sid, *sent))

    def _connect(self, sid: str, environ: Environ, auth: object = None) -> None:
        try:
            client = self._admitted(sid, environ, auth if isinstance(auth, dict) else {})
        except PollingError as refusal:
            raise socketio.exceptions.ConnectionRefusedError(refusal.name) from refusal
        self._connections.add(client)
        self._server.enter_room(sid, room(client.session, client.role))
        self._presence_changed(client.session)
        # After this handler has returned: a client only listens once it is told "connected".
        runtime.spawn(self._outgoing.welcome, client)

    def _admitted(self, sid: str, environ: Environ, auth: dict[str, JSON]) -> Client:
        code = auth.get("code")
        if not isinstance(code, str):
            raise SessionNotFound
        session = self._sessions.by_code(code)
        language = chosen(environ.get("HTTP_ACCEPT_LANGUAGE", ""), session.language)
        client = Client(sid, session.id, "attendee", language)
        role = auth.get("role", "attendee")
        if role == "attendee":
            self._name(client, session, environ, auth)
        elif role in ("screen", "facilitator"):
            allowed, who = self._rights(environ, session, auth.get("key"))
            if allowed is None or (role == "facilitator" and allowed != "facilitator"):
                raise KeyRequired
            client.role = role
            client.manages = allowed == "facilitator"
            client.preview = bool(auth.get("preview"))
            client.name = who
        else:
            raise KeyRequired
        return client

    def _name(
        self, client: Client, session: Session, environ: Environ, auth: dict[str, JSON]
    ) -> None:
        """The cookie wins; a client without one is given a token to send back."""
        if len(self._connections) >= self._capacity:
            raise SessionFull
        cookie = self._participants.verified(parse_cookie(environ).get(COOKIE))
        token = cookie or self._participants.verified(auth.get("participant"))
        if token is None:
            token = self._participants.issue()
        client.token = None if cookie else token
        client.participant = self._participants.pseudonym(token, session)
        if client.participant is None:
            raise SessionNotFound

    def _disconnect(self, sid: str, *reason: object) -> None:
        client = self._connections.drop(sid)
        if client is not None:
            self._presence_changed(client.session)

    def _answering(self, handle: Callable[[Client, dict[str, JSON]], Ack]) -> Callable[..., Ack]:
        """A handler whose return value, or named refusal, is the acknowledgement."""

        def answer(sid: str, *sent: object) -> Ack:
            client = self._connections.get(sid)
            if client is None:
                return {"ok": False, "error": BadRequest.name, "message": BadRequest.message}
            try:
                if len(sent) != 1 or not isinstance(sent[0], dict):
                    raise BadRequest
                return {"ok": True, **handle(client, sent[0])}
            except PollingError as refusal:
                if isinstance(refusal, BadRequest | KeyRequired):
                    self._count_bad(client)
                message = self._translated(refusal, client.language)
                return {"ok": False, "error": refusal.name, "message": message}

        return answer

    def _count_bad(self, client: Client) -> None:
        client.bad += 1
        if client.bad > BAD_MESSAGES:
            runtime.spawn(self._dismiss, client.sid)

    def _dismiss(self, sid: str) -> None:
        """With a goodbye: its page is not to come back by itself and go on."""
        transport = self._server.manager.eio_sid_from_sid(sid, "/")
        self._server.disconnect(sid)
        cut_off(self._server, transport)

    def _vote(self, client: Client, sent: dict[str, JSON]) -> Ack:
        if client.role != "attendee" or client.participant is None:
            raise BadRequest
        if "answer" not in sent:
            raise BadRequest
        if not client.may_vote():
            # Nothing more of this client is read meanwhile: whoever floods waits.
            runtime.sleep(1 / VOTES_A_SECOND)
            raise TooMany
        self._ballots.cast(
            self._sessions.get(client.session),
            client.participant,
            sent.get("poll"),
            sent.get("round"),
            sent["answer"],
            sent.get("slot", ""),
            sent.get("seq", 0),
        )
        return {}

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


def _unknown(client: Client, sent: dict[str, JSON]) -> Ack:
    raise BadRequest
