"""A session that begins with the questions of an outline, to be changed like any others."""

from __future__ import annotations

from polling.outlines import Outline
from polling.records import Session
from polling.sessions import RunningOrder, Sessions


def begin(
    sessions: Sessions,
    running_order: RunningOrder,
    outline: Outline | None,
    title: str,
    language: str,
    code: str | None,
    by: str,
) -> Session:
    """A draft, empty without an outline. Raises BadRequest, CodeInvalid, CodeTaken."""
    made = sessions.create(title, language, code, by=by)
    if outline is None:
        return made
    if outline.settings:
        sessions.change(made.id, settings=outline.settings, by=by)
    for poll in outline.polls:
        running_order.add(
            made.id, poll.kind, poll.title, poll.content, poll.settings, poll.notes.strip(), by=by
        )
    return sessions.get(made.id)
