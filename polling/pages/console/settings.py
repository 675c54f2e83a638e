"""A session's title and language, and the links that open it without an account."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import acting, managed, stay_in
from polling.records import Session
from polling.sessions import Sessions


def routes(console: Blueprint, sessions: Sessions, join_url: Callable[[Session], str]) -> None:
    def links(session: Session) -> dict[str, str]:
        """On the address that other computers reach, which the browser's own may not be."""
        join = join_url(session)
        run = url_for("console.run", session_id=session.id)
        return {
            "wall": f"{join}/screen?key={session.screen_key}",
            "console": f"{join.rsplit('/', 1)[0]}{run}?key={session.facilitator_key}",
        }

    @console.route("/sessions/<int:session_id>/settings", methods=["GET", "POST"])
    def settings(session_id: int) -> Answer:
        session = managed(session_id)
        sent = request.form
        refusal, status = None, 200
        if request.method == "POST":
            try:
                sessions.change(session_id, sent.get("title"), sent.get("language"), acting())
            except BadRequest as error:
                refusal, status = Refusal.of(error, "title"), error.status
            else:
                return redirect(url_for("console.run", session_id=session_id))
        page = render_template(
            "console/session_settings.html",
            session=session,
            sent=sent,
            links=links(session),
            refusal=refusal,
        )
        return page, status

    @console.post("/sessions/<int:session_id>/keys")
    def renew_keys(session_id: int) -> Response:
        stay_in(sessions.renew_keys(managed(session_id).id, acting()))
        flash(gettext("The new links are ready."))
        return redirect(url_for("console.settings", session_id=session_id, _anchor="links"))
