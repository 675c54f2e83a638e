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
    theme: str | None,
    by: str,
) -> Session:
    """A draft, empty without an outline, in the look of a theme or our own. Raises BadRequest,
    CodeInvalid, CodeTaken, ContentInvalid."""
    settings = {**(outline.settings if outline else {}), "theme": theme}
    made = sessions.create(title, language, code, by=by, settings=settings)
    if outline is None:
        return made
    for poll in outline.polls:
        running_order.add(
            made.id, poll.kind, poll.title, poll.content, poll.settings, poll.notes.strip(), by=by
        )
    return sessions.get(made.id)
