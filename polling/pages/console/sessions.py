"""The catalogue of sessions: making, copying, rehearsing and deleting them."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import format_date, gettext
from werkzeug.wrappers import Response

from polling.errors import BadRequest, CodeInvalid, CodeTaken
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.partials import language
from polling.pages.sign_in import acting, signed_in_required
from polling.records import Session
from polling.sessions import Images, RunningOrder, Sessions
from polling.sessions.catalogue import TITLE_LENGTH
from polling.showcase import add_showcase
from polling.snapshots import Snapshots

PAGE = 20


def routes(
    console: Blueprint,
    sessions: Sessions,
    running_order: RunningOrder,
    images: Images,
    snapshots: Snapshots,
) -> None:
    def row(session: Session) -> dict[str, object]:
        return {
            "session": session,
            "questions": len(running_order.polls(session.id)),
            "day": format_date(datetime.fromisoformat(session.started or session.created), "long"),
        }

    def demonstration() -> Session | None:
        """On first use, when there is nothing else yet."""
        found = sessions.page(2)
        made_by_server = len(found) == 1 and sessions.journal(found[0].id)[0].by == "server"
        return found[0] if made_by_server and found[0].status != "ended" else None

    def votes(session: Session) -> int:
        order = snapshots.state(session.id, "facilitator")["running_order"]
        return sum(poll["ballots"] for poll in order)

    @console.get("")
    @signed_in_required
    def index() -> str:
        pages = max(-(-sessions.count() // PAGE), 1)
        page = min(max(request.args.get("page", 1, type=int), 1), pages)
        return render_template(
            "console/sessions.html",
            demonstration=demonstration(),
            rows=[row(session) for session in sessions.page(PAGE, (page - 1) * PAGE)],
            page=page,
            pages=pages,
        )

    @console.route("/sessions/new", methods=["GET", "POST"])
    @signed_in_required
    def new_session() -> Answer:
        sent = request.form
        if request.method == "GET":
            return render_template("console/session_new.html", sent=sent, refusal=None)
        try:
            session = sessions.create(
                sent.get("title", ""),
                sent.get("language", ""),
                sent.get("code", "").strip() or None,
                by=acting(),
            )
        except (BadRequest, CodeInvalid, CodeTaken) as error:
            refusal = Refusal.of(error, "code" if "code" in error.name else "title")
            return render_template(
                "console/session_new.html", sent=sent, refusal=refusal
            ), error.status
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
        original = sessions.get(session_id)
        title = gettext("%(title)s (copy)", title=original.title)[:TITLE_LENGTH]
        copy = sessions.duplicate(session_id, title, acting())
        return redirect(url_for("console.run", session_id=copy.id))

    @console.route("/sessions/<int:session_id>/delete", methods=["GET", "POST"])
    @signed_in_required
    def delete(session_id: int) -> Answer:
        session = sessions.get(session_id)
        if request.method == "POST":
            sessions.delete(session_id)
            return redirect(url_for("console.index"))
        return render_template("console/session_delete.html", **row(session), votes=votes(session))
