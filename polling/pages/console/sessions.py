"""Making sessions: out of nothing, an outline or an earlier one."""

from __future__ import annotations

from datetime import date, datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import force_locale, format_date
from werkzeug.wrappers import Response

from polling.beginning import begin
from polling.errors import BadRequest, CodeInvalid, CodeTaken, ContentInvalid
from polling.languages import DEFAULT, LANGUAGES
from polling.outlines import outlines
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.partials import language
from polling.pages.sign_in import acting, signed_in_required
from polling.records import Session
from polling.sessions import Images, RunningOrder, Sessions, Themes
from polling.sessions.catalogue import TITLE_LENGTH
from polling.showcase import add_showcase


def routes(
    console: Blueprint,
    sessions: Sessions,
    running_order: RunningOrder,
    images: Images,
    themes: Themes,
) -> None:
    def form(refusal: Refusal | None = None) -> str:
        return render_template(
            "console/session_new.html",
            sent=request.form,
            outlines=outlines(language()).values(),
            themes=themes.all(),
            refusal=refusal,
        )

    @console.route("/sessions/new", methods=["GET", "POST"])
    @signed_in_required
    def new_session() -> Answer:
        if request.method == "GET":
            return form()
        sent = request.form
        spoken = sent.get("language", "")
        offered = outlines(spoken if spoken in LANGUAGES else DEFAULT)
        try:
            session = begin(
                sessions,
                running_order,
                offered.get(sent.get("outline", "")),
                sent.get("title", ""),
                spoken,
                sent.get("code", "").strip() or None,
                sent.get("theme") or None,
                acting(),
            )
        except (BadRequest, CodeInvalid, CodeTaken, ContentInvalid) as error:
            return form(Refusal.of(error, "code" if "code" in error.name else "title")), (
                error.status
            )
        return redirect(url_for("console.run", session_id=session.id))

    @console.post("/showcase")
    @signed_in_required
    def showcase() -> Response:
        """A session with one question of every kind, in the language of the page."""
        made = add_showcase(sessions, running_order, images, language(), acting())
        return redirect(url_for("console.run", session_id=made.id))

    @console.post("/sessions/<int:session_id>/duplicate")
    @signed_in_required
    def duplicate(session_id: int) -> Response:
        title = _title_of_today(sessions.get(session_id))
        copy = sessions.duplicate(session_id, title, acting())
        return redirect(url_for("console.run", session_id=copy.id))


def _title_of_today(original: Session) -> str:
    """The same title with the day of its next use, in place of that of the last."""

    def marked(day: date) -> str:
        with force_locale(original.language):
            return f" · {format_date(day, 'long')}"

    made = datetime.fromisoformat(original.created).astimezone().date()
    today = marked(date.today())
    return original.title.removesuffix(marked(made))[: TITLE_LENGTH - len(today)] + today
