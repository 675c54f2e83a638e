"""The wall: `/CODE/screen`, for facilitators and holders of the screen's key."""

from __future__ import annotations

from flask import Blueprint, g, make_response, render_template, request
from werkzeug.wrappers import Response

from polling.errors import KeyRequired
from polling.pages.sign_in import remember_key, role_here
from polling.sessions import Sessions
from polling.snapshots import Snapshots


def blueprint(*, sessions: Sessions, snapshots: Snapshots) -> Blueprint:
    """The projected page."""
    pages = Blueprint("screen", __name__)

    @pages.get("/<code>/screen")
    def page(code: str) -> Response:
        found = sessions.by_code(code)
        remember_key(found)
        g.language = found.language
        role = role_here(found)
        if role is None:
            raise KeyRequired
        response = make_response(
            render_template(
                "screen/page.html",
                session=found,
                state=snapshots.state(found.id, "screen"),
                manages=role == "facilitator",
                preview="preview" in request.args,
            )
        )
        response.headers["Cache-Control"] = "no-store"
        return response

    return pages
