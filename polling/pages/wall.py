"""The wall's twin: what is projected, as text and tables, for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, Flask, g, make_response, render_template
from flask_babel import force_locale
from werkzeug.wrappers import Response

from polling.access import Participants
from polling.pages.compression import compressed
from polling.pages.framing import framed_by
from polling.pages.remembering import remembered, token_of
from polling.projections import Projections
from polling.records import JSON
from polling.sessions import Sessions


def blueprint(
    *,
    sessions: Sessions,
    participants: Participants,
    projections: Projections,
    embed_in: Sequence[str],
) -> Blueprint:
    """`/CODE/wall`."""
    pages = Blueprint("wall", __name__)
    pages.after_request(compressed)
    pages.after_request(framed_by(embed_in))

    @pages.get("/<code>/wall")
    def page(code: str) -> Response:
        found = sessions.by_code(code)
        g.session_language = found.language
        seen = projections.now(found.id)
        response = make_response(
            render_template("phone/wall.html", session=seen.session, seen=seen)
        )
        return remembered(response, token_of(participants))

    return pages


def in_words(app: Flask, projections: Projections) -> Callable[[int, str], dict[str, JSON]]:
    """What draws the same for a live connection: `{rev, html}`, of a session in a language."""

    def drawn(session: int, language: str) -> dict[str, JSON]:
        seen = projections.now(session)
        with app.app_context(), force_locale(language):
            html = render_template("phone/_wall.html", seen=seen)
        return {"rev": seen.session.rev, "html": html}

    return drawn
