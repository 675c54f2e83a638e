"""Who comes in, as whom, and who does not."""

from __future__ import annotations

from typing import Any, Protocol

from werkzeug.http import parse_cookie

from polling.access import Participants
from polling.access.participants import COOKIE
from polling.errors import KeyRequired, SessionFull, SessionNotFound
from polling.languages import LANGUAGE_COOKIE, chosen
from polling.live.connections import Client, Connections
from polling.records import JSON, Session
from polling.sessions import Sessions

Environ = dict[str, Any]


class Rights(Protocol):
    """Who the browser behind a request is: "facilitator", "screen" or None, and a name."""

    def __call__(
        self, environ: Environ, session: Session, key: object
    ) -> tuple[str | None, str]: ...


class Admission:
    """Makes a Client of a request and what came with it (`auth` in docs/protocol.md)."""

    def __init__(
        self,
        connections: Connections,
        sessions: Sessions,
        participants: Participants,
        rights: Rights,
        capacity: int,
    ) -> None:
        self._connections = connections
        self._sessions = sessions
        self._participants = participants
        self._rights = rights
        self._capacity = capacity

    def admit(self, sid: str, line: str, environ: Environ, auth: dict[str, JSON]) -> Client:
        """Raises SessionNotFound, KeyRequired, SessionFull."""
        code = auth.get("code")
        if not isinstance(code, str):
            raise SessionNotFound
        session = self._sessions.by_code(code)
        asked = parse_cookie(environ).get(LANGUAGE_COOKIE)
        language = chosen(asked, environ.get("HTTP_ACCEPT_LANGUAGE", ""), session.language)
        client = Client(sid, line, session.id, "attendee", language)
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
        client.simulated = bool(auth.get("simulated"))
        if client.simulated and not session.rehearsal:
            raise SessionNotFound
        cookie = self._participants.verified(parse_cookie(environ).get(COOKIE))
        token = cookie or self._participants.verified(auth.get("participant"))
        if token is None:
            token = self._participants.issue()
        client.token = None if cookie else token
        client.participant = self._participants.pseudonym(token, session)
        if client.participant is None:
            raise SessionNotFound
