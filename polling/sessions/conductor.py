"""Every transition of a poll's life (docs/protocol.md), whoever asks for it."""

from __future__ import annotations

from types import NoneType
from typing import Any

from polling.changes import Changes
from polling.errors import BadRequest, PollNotFound, SessionEnded
from polling.records import JSON, Session
from polling.sessions.scene import Scene
from polling.storage import Store, Writer

ON_A_POLL = (
    *("open", "close", "reveal", "hide", "revote", "show", "display", "draw"),
    *("extend", "stop_countdown"),
    *("hide_entry", "approve", "answer_entry", "pin"),
)
ON_THE_SESSION = (
    "start",
    "next",
    "previous",
    "show_join",
    "blank",
    "ranking",
    "quick",
    "end",
    "reopen",
)
DETAILS: dict[str, tuple[str, tuple[type, ...]]] = {
    "hide_entry": ("entry", (str,)),
    "approve": ("entry", (str,)),
    "answer_entry": ("entry", (str,)),
    "pin": ("entry", (str, NoneType)),
    "draw": ("drawn", (int,)),
    "extend": ("seconds", (int,)),
    "display": ("what", (str,)),
    "show_join": ("on", (bool,)),
    "blank": ("on", (bool,)),
    "ranking": ("on", (bool,)),
    "quick": ("what", (str,)),
}
"""What an action takes besides the poll and the round."""


class Conductor:
    """Conducts sessions. A control that is stale changes nothing and is no error."""

    def __init__(self, store: Store, writer: Writer, changes: Changes) -> None:
        self._store = store
        self._writer = writer
        self._changes = changes

    def control(self, session: int, action: str, by: str, **seen: JSON) -> Session:
        """Does `action`. `seen` may hold `poll` and `round`, what the sender was looking at.

        Raises BadRequest for what is no action, SessionEnded, ReopenTooLate, PollNotFound,
        EntryNotFound.
        """
        if not all(_is_number_or_none(seen.get(name)) for name in ("poll", "round")):
            raise BadRequest
        details = _details(action, seen)

        def work(store: Store) -> bool:
            now = store.session(session)
            if now.status == "ended" and action not in ("end", "reopen"):
                raise SessionEnded
            scene = Scene(store, now, by)
            if action in ON_A_POLL:
                return _on_a_poll(scene, action, seen, details)
            return _on_the_session(scene, action, seen, details)

        if self._writer.run(work):
            self._changes.transition.send(session)
        return self._store.session(session)


def _on_a_poll(scene: Scene, action: str, seen: dict[str, JSON], details: dict[str, Any]) -> bool:
    target = scene.session.poll if seen.get("poll") is None else seen["poll"]
    if target is None:
        raise PollNotFound
    poll = scene.store.poll(target)
    if poll.session != scene.session.id:
        raise PollNotFound
    if seen.get("round") not in (None, poll.round):
        return False
    changed: bool = getattr(scene, action)(poll, **details)
    return changed


def _on_the_session(
    scene: Scene, action: str, seen: dict[str, JSON], details: dict[str, Any]
) -> bool:
    """A sender who saw another poll or round on the wall pressed too late, or twice."""
    if "poll" in seen and seen["poll"] != scene.session.poll:
        return False
    if seen.get("round") not in (None, scene.round):
        return False
    changed: bool = getattr(scene, action)(**details)
    return changed


def _is_number_or_none(value: JSON) -> bool:
    return value is None or type(value) is int


def _details(action: str, seen: dict[str, JSON]) -> dict[str, Any]:
    if action not in ON_A_POLL + ON_THE_SESSION:
        raise BadRequest
    if action not in DETAILS:
        return {}
    name, expected = DETAILS[action]
    if name not in seen and name in ("on", "drawn"):
        return {}
    if type(seen.get(name)) not in expected or (name == "seconds" and not 0 < seen[name] <= 3600):
        raise BadRequest
    return {name: seen.get(name)}
