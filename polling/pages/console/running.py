"""The page on which a session is prepared and run."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask_babel import gettext

from polling.kinds import kinds
from polling.pages.sign_in import managed
from polling.snapshots import Snapshots


def routes(console: Blueprint, snapshots: Snapshots) -> None:
    @console.get("/sessions/<int:session_id>")
    def run(session_id: int) -> str:
        session = managed(session_id)
        return render_template(
            "console/run.html",
            session=session,
            state=snapshots.state(session_id, "facilitator"),
            kind_labels={name: gettext(kind.label) for name, kind in kinds().items()},
        )
