"""The page on which a session is prepared and run."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask_babel import gettext

from polling.kinds import kinds
from polling.pages.kinds import kinds_drawing
from polling.pages.sign_in import managed
from polling.records import JSON
from polling.sessions import RunningOrder
from polling.snapshots import Snapshots


def routes(console: Blueprint, running_order: RunningOrder, snapshots: Snapshots) -> None:
    @console.get("/sessions/<int:session_id>")
    def run(session_id: int) -> str:
        session = managed(session_id)
        return render_template(
            "console/run.html",
            session=session,
            state=snapshots.state(session_id, "facilitator"),
            kinds_here=kinds_drawing(running_order.polls(session_id)),
            kind_labels={name: gettext(kind.label) for name, kind in kinds().items()},
        )

    @console.get("/polls/<int:poll_id>/results")
    def past(poll_id: int) -> dict[str, JSON]:
        """What came of a question, to look back at."""
        poll = running_order.get(poll_id)
        managed(poll.session)
        return snapshots.past(poll, request.args.get("round", type=int))
