"""Participants: a device holds a signed random token, storage only knows a pseudonym of it."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from itsdangerous import BadSignature, Signer

from polling.records import Session

COOKIE = "participant"
COOKIE_SECONDS = 7 * 24 * 3600


class Participants:
    """Issues tokens and turns them into pseudonyms."""

    def __init__(self, secret: bytes) -> None:
        self._signer = Signer(secret, salt="participant", digest_method=hashlib.sha256)

    def issue(self) -> str:
        """A new token. It is signed, so that only this server makes participants."""
        return self._signer.sign(secrets.token_urlsafe(12)).decode()

    def verified(self, token: object) -> str | None:
        """`token` where this server issued it; None for anything else."""
        if not isinstance(token, str) or len(token) > 200:
            return None
        try:
            self._signer.unsign(token)
        except (BadSignature, UnicodeEncodeError):
            return None
        return token

    def pseudonym(self, token: str, session: Session) -> str | None:
        """What stands for the device in this session, and in no other.

        A keyed hash (HMAC-SHA-256, 64 bits of it). None once the session's key was erased:
        then nobody can tell any more which ballots are this device's.
        """
        if session.key is None:
            return None
        return hmac.new(session.key, token.encode(), hashlib.sha256).hexdigest()[:16]
