"""The form of a question: what it starts from, and what it says when it comes back."""

from __future__ import annotations

from dataclasses import replace

from flask import request

from polling.errors import ContentInvalid, PollingError
from polling.kinds import kind
from polling.kinds.form import written
from polling.kinds.images import edited_image
from polling.kinds.schema import EXPLANATION
from polling.pages.console.poll_settings import sent_settings
from polling.pages.console.uploads import with_uploads
from polling.records import JSON, Poll
from polling.sessions import Images
from polling.sessions.running_order import PRESENTATION


def blank_poll(session_id: int, kind_name: str) -> Poll:
    """A question that nobody has written yet, with the settings a kind starts from."""
    rules = kind(kind_name).settings_schema.get("properties", {})
    settings = {name: rule["default"] for name, rule in rules.items() if "default" in rule}
    return Poll(
        id=0,
        session=session_id,
        kind=kind_name,
        title="",
        content={},
        settings=settings,
        notes="",
        position=0,
        status="ready",
        round=0,
        results_shown=False,
        standing=kind(kind_name).stands == "always",
    )


def sent_poll(poll: Poll, images: Images, frozen: bool = False) -> tuple[Poll, PollingError | None]:
    """`poll` as the form has it, with what could not be read of it.

    A frozen one's form holds no more than its presentation and notes.
    """
    fields = request.form
    shared, unread_here = sent_settings(poll, dict(fields.lists()))
    poll = replace(poll, notes=fields.get("notes", ""))
    if frozen:
        presentation = {name: shared[name] for name in PRESENTATION if name in shared}
        return replace(poll, settings={**poll.settings, **presentation}), unread_here
    filled, refused = with_uploads(request, images, poll.session)
    content, settings, unread = _edited(poll, filled)
    content |= written(filled, "details", *(EXPLANATION if kind(poll.kind).may_be_right else ()))
    if kind(poll.kind).may_be_illustrated:
        content |= edited_image(filled, "image")
    settings = {**poll.settings, **settings, **shared}
    sent = replace(
        poll,
        title=fields.get("title", ""),
        content=content,
        settings=settings,
        standing=poll.standing or "standing" in fields,
    )
    return sent, unread or unread_here or refused


def _edited(poll: Poll, fields: dict[str, list[str]]) -> tuple[JSON, JSON, PollingError | None]:
    """Content and settings; a field that cannot be read is left out, so that the rest is kept."""
    try:
        return *kind(poll.kind).edited(fields), None
    except ContentInvalid as error:
        field = error.details["field"].rpartition(".")[2]
        unread = error.details.get("unread", field)
        rest = {name: values for name, values in fields.items() if name != unread}
        content, settings, _later = _edited(poll, rest)
        return content, settings, error
