"""Calls on sessions: prepare, start, end, delete."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from apiflask import APIBlueprint

from polling.api.session_schemas import (
    Page,
    RankingOut,
    SessionChange,
    SessionIn,
    SessionOut,
    SessionsOut,
)
from polling.points import Scores
from polling.records import JSON, Session
from polling.sessions import Conductor, Sessions

BY = "api"
"""Who the journal says it was."""


def add_sessions(
    api: APIBlueprint,
    *,
    sessions: Sessions,
    conductor: Conductor,
    scores: Scores,
    join_url: Callable[[Session], str],
) -> None:
    """Puts the calls on `api`."""

    def shown(session: Session) -> dict[str, JSON]:
        return {**asdict(session), "join_url": join_url(session)}

    @api.post("/sessions")
    @api.input(SessionIn)
    @api.output(SessionOut, status_code=201)
    @api.doc(responses={409: "The code is taken"})
    def create_session(json_data: dict[str, Any]) -> dict[str, JSON]:
        """Make a session, as a draft with no polls."""
        return shown(sessions.create(**json_data, by=BY))

    @api.get("/sessions")
    @api.input(Page, location="query")
    @api.output(SessionsOut)
    def list_sessions(query_data: dict[str, int]) -> dict[str, JSON]:
        """List the sessions, a page at a time."""
        page, per_page = query_data["page"], query_data["per_page"]
        found = sessions.page(per_page, (page - 1) * per_page)
        return {**query_data, "sessions": list(map(shown, found)), "total": sessions.count()}

    @api.get("/sessions/<int:session_id>")
    @api.output(SessionOut)
    def get_session(session_id: int) -> dict[str, JSON]:
        """Read a session."""
        return shown(sessions.get(session_id))

    @api.get("/sessions/<int:session_id>/ranking")
    @api.output(RankingOut)
    def get_ranking(session_id: int) -> dict[str, JSON]:
        """Read who has how many points in a quiz, whole, as it stands."""
        found = sessions.get(session_id)
        return {
            "people": list(map(asdict, scores.people(found))),
            "teams": list(map(asdict, scores.teams(found))),
        }

    @api.patch("/sessions/<int:session_id>")
    @api.input(SessionChange)
    @api.output(SessionOut)
    def change_session(session_id: int, json_data: dict[str, Any]) -> dict[str, JSON]:
        """Change a session's title or language."""
        return shown(sessions.change(session_id, **json_data, by=BY))

    @api.delete("/sessions/<int:session_id>")
    @api.output({}, status_code=204)
    def delete_session(session_id: int) -> str:
        """Delete a session with its polls and answers."""
        sessions.delete(session_id)
        return ""

    @api.post("/sessions/<int:session_id>/start")
    @api.output(SessionOut)
    @api.doc(responses={409: "The session has ended"})
    def start_session(session_id: int) -> dict[str, JSON]:
        """Start a draft; a session that is live stays as it is."""
        return shown(conductor.control(session_id, "start", BY))

    @api.post("/sessions/<int:session_id>/end")
    @api.output(SessionOut)
    def end_session(session_id: int) -> dict[str, JSON]:
        """End a session, and close its open poll."""
        return shown(conductor.control(session_id, "end", BY))

    @api.post("/sessions/<int:session_id>/reopen")
    @api.output(SessionOut)
    @api.doc(responses={409: "It ended more than ten minutes ago"})
    def reopen_session(session_id: int) -> dict[str, JSON]:
        """Take the end of a session back; one that has not ended stays as it is."""
        return shown(conductor.control(session_id, "reopen", BY))
