"""The wall: `/CODE/screen`, for facilitators and holders of the screen's key."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Blueprint, g, render_template, request

from polling.errors import KeyRequired
from polling.pages.compression import compressed
from polling.pages.framing import framed_by
from polling.pages.kinds import kinds_drawing
from polling.pages.sign_in import remember_key, role_here
from polling.sessions import RunningOrder, Sessions
from polling.snapshots import Snapshots


def blueprint(
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    snapshots: Snapshots,
    embed_in: Sequence[str],
) -> Blueprint:
    """The projected page."""
    pages = Blueprint("screen", __name__)
    pages.after_request(compressed)
    pages.after_request(framed_by(embed_in))

    @pages.get("/<code>/screen")
    def page(code: str) -> str:
        found = sessions.by_code(code)
        remember_key(found)
        g.language = found.language
        role = role_here(found)
        if role is None:
            raise KeyRequired
        return render_template(
            "screen/page.html",
            session=found,
            state=snapshots.state(found.id, "screen"),
            kinds_here=kinds_drawing(running_order.polls(found.id)),
            manages=role == "facilitator",
            preview="preview" in request.args,
        )

    return pages
