"""Facilitators: a one-time link signs a browser in; a session's key opens that session alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Literal

from polling.clock import now
from polling.records import Session
from polling.storage import Store, Writer

KeyRole = Literal["screen", "facilitator"]


class Facilitators:
    """One-time links and keys. Of a link, only a fingerprint is stored."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer

    def make_link(self) -> str:
        """The token of a new one-time link."""
        token = secrets.token_urlsafe(16)
        self._writer.run(lambda store: store.add_link(_fingerprint(token), now()))
        return token

    def link_is_open(self, token: str) -> bool:
        return self._store.link_is_open(_fingerprint(token))

    def use_link(self, token: str) -> int:
        """Uses the link up and gives the facilitator's id. Raises LinkUsed."""
        return self._writer.run(lambda store: store.use_link(_fingerprint(token), now()))

    def known(self, facilitator: int) -> bool:
        return self._store.has_facilitator(facilitator)


def key_role(key: object, session: Session) -> KeyRole | None:
    """What `key` opens in `session`."""
    if not isinstance(key, str) or not key.isascii():
        return None
    if hmac.compare_digest(key.encode(), session.facilitator_key.encode()):
        return "facilitator"
    if hmac.compare_digest(key.encode(), session.screen_key.encode()):
        return "screen"
    return None


def _fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
