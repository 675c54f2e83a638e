"""Questions that were asked in other sessions, to be asked again."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for

from polling.pages.console.answers import Answer
from polling.pages.sign_in import acting, managed, signed_in_required
from polling.sessions import RunningOrder, Sessions

MOST = 60


def routes(console: Blueprint, sessions: Sessions, running_order: RunningOrder) -> None:
    @console.route("/sessions/<int:session_id>/polls/earlier", methods=["GET", "POST"])
    @signed_in_required
    def earlier_polls(session_id: int) -> Answer:
        session = managed(session_id)
        chosen = request.form.getlist("poll", type=int)
        if chosen:
            taken = running_order.take(session_id, chosen, acting())
            anchor = f"poll-{taken[0].id}"
            return redirect(url_for("console.run", session_id=session_id, _anchor=anchor))
        sought = " ".join(request.args.get("q", "").split())[:200]
        found = running_order.earlier(session_id, sought, MOST)
        return render_template(
            "console/earlier_polls.html",
            session=session,
            sought=sought,
            found=[(poll, sessions.get(poll.session)) for poll in found],
        )
