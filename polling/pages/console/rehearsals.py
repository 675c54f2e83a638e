"""Rehearsing: a room of nobody, and the end of it all."""

from __future__ import annotations

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response

from polling.pages.sign_in import acting, managed
from polling.sessions import Sessions
from polling.simulated import Simulated


def routes(console: Blueprint, sessions: Sessions, simulated: Simulated) -> None:
    @console.post("/sessions/<int:session_id>/rehearse")
    def rehearse(session_id: int) -> Response:
        session = managed(session_id)
        if not session.rehearsal:
            sessions.rehearse(session_id, acting())
        return redirect(url_for("console.run", session_id=session_id))

    @console.post("/sessions/<int:session_id>/clear")
    def clear(session_id: int) -> Response:
        sessions.clear(managed(session_id).id, acting())
        return redirect(url_for("console.run", session_id=session_id))

    @console.post("/sessions/<int:session_id>/fill")
    def fill(session_id: int) -> Response:
        simulated.fill(managed(session_id))
        return redirect(url_for("console.run", session_id=session_id))

    @console.post("/sessions/<int:session_id>/send-away")
    def send_away(session_id: int) -> Response:
        simulated.send_away(managed(session_id))
        return redirect(url_for("console.run", session_id=session_id))
