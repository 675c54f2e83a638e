"""A phone passed on: somebody else starts anew on it, where the host allows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from polling.access import Participants
from polling.errors import PhonesNotShared, SessionEnded
from polling.pages.compression import compressed
from polling.pages.framing import framed_by
from polling.pages.remembering import remembered, sender
from polling.profiles import Profiles
from polling.sessions import Sessions


def blueprint(
    *,
    sessions: Sessions,
    participants: Participants,
    profiles: Profiles,
    is_ours: Callable[[str], bool],
    embed_in: Sequence[str],
) -> Blueprint:
    """`/CODE/pass`: looking at it asks, its form passes the phone on."""
    pages = Blueprint("passing", __name__)
    pages.after_request(compressed)
    pages.after_request(framed_by(embed_in))

    @pages.get("/<code>/pass")
    def ask(code: str) -> str:
        found = sessions.by_code(code)
        g.session_language = found.language
        if not found.settings.get("shared_phones") or found.status == "ended":
            raise PhonesNotShared
        return render_template("phone/pass.html", session=found, done="done" in request.args)

    @pages.post("/<code>/pass")
    def pass_on(code: str) -> Response:
        found = sessions.by_code(code)
        sender(found, participants, is_ours)
        token = participants.issue()
        pseudonym = participants.pseudonym(token, found)
        if pseudonym is None:
            raise SessionEnded
        profiles.pass_phone(found.id, pseudonym)
        there = url_for("passing.ask", code=found.code, done=1)
        return remembered(redirect(there, 303), token)

    return pages
