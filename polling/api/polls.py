"""Calls on polls: write the running order, run it, read results."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from apiflask import APIBlueprint

from polling.api.poll_schemas import (
    PollChange,
    PollIn,
    PollOut,
    PollsOut,
    ResultsOut,
    RoundAsked,
)
from polling.api.sessions import BY
from polling.errors import BadRequest
from polling.languages import N_
from polling.records import JSON, Poll
from polling.results import Results
from polling.sessions import Conductor, RunningOrder, Sessions

CONTROLS = {
    "open": "Open the vote: the first round, or the last one again with its answers.",
    "close": "Close the vote, with every answer that came before.",
    "reveal": "Show the results.",
    "hide": "Hide the results.",
    "revote": "Open the next round, with no answers.",
    "draw": "Let a wheel draw once more.",
}
"""Each action on a poll that has a call of its own."""

CANNOT = "The session has ended, or there is nothing to draw"
NO_SUCH_ROUND = N_("There has been no round %(round)s yet: the last one is %(last)s.")


def add_polls(
    api: APIBlueprint,
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    conductor: Conductor,
    results: Results,
) -> None:
    """Puts the calls on `api`."""

    def shown(poll: Poll) -> dict[str, JSON]:
        return {**asdict(poll), "frozen": running_order.frozen(poll)}

    @api.post("/sessions/<int:session_id>/polls")
    @api.input(PollIn)
    @api.output(PollOut, status_code=201)
    @api.doc(responses={409: "The session has ended"})
    def create_poll(session_id: int, json_data: dict[str, Any]) -> dict[str, JSON]:
        """Add a poll at the end of the running order."""
        kind = json_data.pop("kind")
        return shown(running_order.add(session_id, kind, **json_data, by=BY))

    @api.get("/sessions/<int:session_id>/polls")
    @api.output(PollsOut)
    def list_polls(session_id: int) -> dict[str, JSON]:
        """Read the running order."""
        session = sessions.get(session_id)
        return {"polls": [shown(poll) for poll in running_order.polls(session.id)]}

    @api.get("/polls/<int:poll_id>")
    @api.output(PollOut)
    def get_poll(poll_id: int) -> dict[str, JSON]:
        """Read a poll."""
        return shown(running_order.get(poll_id))

    @api.patch("/polls/<int:poll_id>")
    @api.input(PollChange)
    @api.output(PollOut)
    @api.doc(responses={409: "The wording is frozen"})
    def change_poll(poll_id: int, json_data: dict[str, Any]) -> dict[str, JSON]:
        """Change a poll, or move it in the running order."""
        position = json_data.pop("position", None)
        if json_data:
            running_order.edit(poll_id, **json_data, by=BY)
        if position is not None:
            running_order.move(poll_id, position, by=BY)
        return shown(running_order.get(poll_id))

    @api.delete("/polls/<int:poll_id>")
    @api.output({}, status_code=204)
    @api.doc(responses={409: "The vote is open"})
    def delete_poll(poll_id: int) -> str:
        """Delete a poll with its answers."""
        running_order.delete(poll_id, by=BY)
        return ""

    @api.post("/polls/<int:poll_id>/duplicate")
    @api.output(PollOut, status_code=201)
    @api.doc(responses={409: "The session has ended"})
    def duplicate_poll(poll_id: int) -> dict[str, JSON]:
        """Make a copy that can be edited, right behind the poll."""
        return shown(running_order.duplicate(poll_id, by=BY))

    def add_control(action: str, summary: str) -> None:
        @api.post(f"/polls/<int:poll_id>/{action}", endpoint=f"{action}_poll")
        @api.output(PollOut)
        @api.doc(summary=summary, responses={409: CANNOT})
        def control_poll(poll_id: int) -> dict[str, JSON]:
            session = running_order.get(poll_id).session
            conductor.control(session, action, BY, poll=poll_id)
            return shown(running_order.get(poll_id))

    for action, summary in CONTROLS.items():
        add_control(action, summary)

    @api.get("/polls/<int:poll_id>/results")
    @api.input(RoundAsked, location="query")
    @api.output(ResultsOut)
    def get_results(poll_id: int, query_data: dict[str, int]) -> dict[str, JSON]:
        """Read the results of a round, whoever may see them in the room."""
        poll = running_order.get(poll_id)
        round = query_data.get("round", poll.round)
        if round > poll.round:
            raise BadRequest(NO_SUCH_ROUND, round=round, last=poll.round)
        return {"poll": poll.id, "round": round, **results.of(poll, round)}
