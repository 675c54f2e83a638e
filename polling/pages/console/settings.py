"""A session's title and language, and the links that open it without an account."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest, ContentInvalid
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import acting, managed, stay_in
from polling.records import JSON, Session
from polling.sessions import Sessions, Themes


def routes(
    console: Blueprint, sessions: Sessions, themes: Themes, join_url: Callable[[Session], str]
) -> None:
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
                sessions.change(
                    session_id,
                    sent.get("title"),
                    sent.get("language"),
                    _settings(sent),
                    by=acting(),
                )
            except (BadRequest, ContentInvalid) as error:
                refusal, status = Refusal.of(error, "title"), error.status
            else:
                return redirect(url_for("console.run", session_id=session_id))
        page = render_template(
            "console/session_settings.html",
            session=session,
            themes=themes.all(),
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


def _settings(sent: Mapping[str, str]) -> dict[str, JSON] | None:
    """What the form says of the session as a whole; names stand one a line."""
    if "teams_by" not in sent:
        return None
    return {
        "nicknames": "nicknames" in sent,
        "reactions": "reactions" in sent,
        "shared_phones": "shared_phones" in sent,
        "filter": "filter" in sent,
        "theme": sent.get("theme") or None,
        "teams": _lines(sent.get("teams", "")),
        "teams_by": sent.get("teams_by", "choice"),
        "sites": _lines(sent.get("sites", "")),
        "ranking_top": int(sent["ranking_top"]) if sent.get("ranking_top", "").isdecimal() else 5,
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
