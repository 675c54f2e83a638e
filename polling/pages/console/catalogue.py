"""The catalogue of sessions: finding them, deleting them, and bringing back what was deleted."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import format_date, gettext
from werkzeug.wrappers import Response

from polling.addresses import Addresses
from polling.pages.console.answers import Answer
from polling.pages.sign_in import acting, signed_in_required
from polling.records import EVERYTHING, Search, Session, SessionStatus
from polling.sessions import RunningOrder, Sessions
from polling.snapshots import Snapshots

PAGE = 20
FEW = 6
"""Up to as many are found by looking."""


def routes(
    console: Blueprint,
    sessions: Sessions,
    running_order: RunningOrder,
    snapshots: Snapshots,
    addresses: Addresses,
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
        search = _search()
        found = sessions.count(search)
        pages = max(-(-found // PAGE), 1)
        page = min(max(request.args.get("page", 1, type=int), 1), pages)
        return render_template(
            "console/sessions.html",
            demonstration=demonstration(),
            address=addresses.base,
            discarded=sessions.discarded(),
            rows=[row(each) for each in sessions.page(PAGE, (page - 1) * PAGE, search)],
            search=search,
            searching=search != EVERYTHING,
            searchable=search != EVERYTHING or found > FEW,
            found=found,
            page=page,
            pages=pages,
        )

    @console.route("/sessions/<int:session_id>/delete", methods=["GET", "POST"])
    @signed_in_required
    def delete(session_id: int) -> Answer:
        session = sessions.get(session_id)
        if request.method == "POST":
            sessions.discard(session_id, acting())
            return redirect(url_for("console.index", _anchor="discarded"))
        return render_template("console/session_delete.html", **row(session), votes=votes(session))

    @console.post("/sessions/<int:session_id>/restore")
    @signed_in_required
    def restore(session_id: int) -> Response:
        session = sessions.restore(session_id, acting())
        flash(gettext("It is back: %(title)s", title=session.title))
        return redirect(url_for("console.index"))


def _search() -> Search:
    """What the address asks for."""
    text = " ".join(request.args.get("q", "").split())[:200]
    status = request.args.get("status", "")
    return Search(text, status if status in get_args(SessionStatus) else "")
