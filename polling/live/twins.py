"""The wall in words, for phones that look at it: made once for each language, and only for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from polling import runtime
from polling.errors import SessionNotFound
from polling.live.connections import Client, Connections
from polling.live.engine import Engine
from polling.live.names import WALL
from polling.live.packets import event_of
from polling.live.throttle import Throttle
from polling.records import JSON

WALL_EVERY_S = 1.0

InWords = Callable[[int, str], dict[str, JSON]]
"""What is on the wall of a session, in a language: `{rev, html}`. Raises SessionNotFound."""


class Twins:
    """Tells phones what is projected: at each transition, and at most once a second in between."""

    def __init__(self, engine: Engine, connections: Connections, in_words: InWords) -> None:
        self._engine = engine
        self._connections = connections
        self._in_words = in_words
        self._told: dict[tuple[int, str], JSON] = {}
        self._throttle = Throttle(WALL_EVERY_S, self._tell)

    def look(self, client: Client, *, on: bool) -> dict[str, JSON]:
        """From now on this phone hears of the wall, or no more."""
        self._connections.look_at_wall(client, on=on)
        return self._in_words(client.session, client.language) if on else {}

    def changed(self, session: int, *, at_once: bool = False) -> None:
        """Votes came, people came; `at_once` where there is another thing on the wall."""
        if not self._connections.looking_at_wall(session):
            return
        if at_once:
            runtime.spawn(self._tell, session)
        else:
            self._throttle.mark(session)

    def _tell(self, session: int) -> None:
        at_wall = self._connections.looking_at_wall
        self._told = {key: html for key, html in self._told.items() if at_wall(key[0])}
        looking: dict[str, list[str]] = defaultdict(list)
        for client in at_wall(session):
            looking[client.language].append(client.line)
        for language, lines in looking.items():
            try:
                now = self._in_words(session, language)
            except SessionNotFound:
                return
            key = session, language
            if self._told.get(key) != now["html"]:
                self._told[key] = now["html"]
                self._engine.tell_all(lines, event_of(WALL, now, stale=WALL))
