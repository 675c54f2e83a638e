"""Applause, hearts, questions and laughs: shown on the wall and forgotten."""

from __future__ import annotations

from collections import Counter

from polling.errors import BadRequest, TooMany
from polling.live.connections import Client
from polling.live.outgoing import Outgoing
from polling.live.throttle import Throttle
from polling.records import JSON
from polling.storage import Store

REACTIONS = ("applause", "heart", "question", "laugh")
EVERY_S = 0.3


class Reactions:
    """Adds them up, and tells walls and hosts a few times a second."""

    def __init__(self, store: Store, outgoing: Outgoing) -> None:
        self._store = store
        self._outgoing = outgoing
        self._waiting: dict[int, Counter[str]] = {}
        self._throttle = Throttle(EVERY_S, self._tell)

    def react(self, client: Client, how: JSON) -> None:
        """Raises BadRequest where the session has none, TooMany where somebody insists."""
        if how not in REACTIONS or not self._store.session(client.session).settings.get(
            "reactions"
        ):
            raise BadRequest
        if not client.may_vote():
            raise TooMany
        self._waiting.setdefault(client.session, Counter())[how] += 1
        self._throttle.mark(client.session)

    def _tell(self, session: int) -> None:
        self._outgoing.reactions(session, dict(self._waiting.pop(session, Counter())))
