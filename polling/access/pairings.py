"""Pairing a host's phone: a link for one session, one use and five minutes."""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from polling.changes import Changes
from polling.clock import now
from polling.errors import PairingOver

SECONDS = 300


@dataclass(slots=True)
class Pairing:
    """`device` is what used it, `at` when; until then both are empty."""

    session: int
    until: float
    device: str = ""
    at: str = ""


class Pairings:
    """Kept in memory, by a fingerprint of the token: they are gone before a restart matters."""

    def __init__(self, changes: Changes, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._offered: dict[str, Pairing] = {}
        changes.keys.connect(self._forget, weak=False)
        changes.gone.connect(self._forget, weak=False)

    def offer(self, session: int) -> tuple[str, str]:
        """A new link's token, and the name by which its host asks what became of it."""
        self._drop(lambda each: not each.at and not self.is_open(each))
        token = secrets.token_urlsafe(16)
        self._offered[fingerprint(token)] = Pairing(session, self._clock() + SECONDS)
        return token, fingerprint(token)

    def open(self, token: str) -> Pairing:
        """Raises PairingOver where it was used, withdrawn, or is too old."""
        pairing = self._offered.get(fingerprint(token))
        if pairing is None or not self.is_open(pairing):
            raise PairingOver
        return pairing

    def use(self, token: str, device: str) -> Pairing:
        """Raises PairingOver."""
        pairing = self.open(token)
        pairing.device, pairing.at = device, now()
        return pairing

    def is_open(self, pairing: Pairing) -> bool:
        return not pairing.at and self._clock() < pairing.until

    def of(self, session: int, name: str) -> Pairing | None:
        found = self._offered.get(name)
        return found if found and found.session == session else None

    def withdraw(self, session: int, name: str) -> None:
        """Nobody looks at it any more."""
        pairing = self.of(session, name)
        if pairing is not None and not pairing.at:
            del self._offered[name]

    def used(self, session: int) -> list[Pairing]:
        """Those by which devices came in, the first one first."""
        return [each for each in self._offered.values() if each.session == session and each.at]

    def _forget(self, session: int) -> None:
        """Its keys are new, or it is gone: whoever came by the old ones is out."""
        self._drop(lambda each: each.session == session)

    def _drop(self, is_over: Callable[[Pairing], bool]) -> None:
        self._offered = {name: each for name, each in self._offered.items() if not is_over(each)}


def fingerprint(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
