"""Calls on paper ballots that were counted by hand."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint
from apiflask.fields import Dict, Integer, String
from apiflask.validators import Length

from polling.api.body import Body
from polling.api.poll_schemas import ResultsOut, RoundAsked
from polling.api.sessions import BY
from polling.records import JSON, Poll
from polling.results import Results
from polling.sessions import HandCounts, RunningOrder
from polling.sessions.hand_counts import NOTE_LENGTH

CANNOT = "The count cannot be right, or this poll cannot be counted by hand"


class HandCountIn(Body):
    ballots = Integer(
        required=True,
        strict=True,
        metadata={"description": "How many ballots were counted, all of them.", "example": 12},
    )
    blank = Integer(
        strict=True,
        load_default=0,
        metadata={"description": "How many of them are blank or spoiled.", "example": 1},
    )
    ticks = Dict(
        required=True,
        metadata={
            "description": "How often each box was ticked, by line and box; the line is “” where "
            "the question is the only one.",
            "example": {"": {"a": 7, "b": 4}},
        },
    )
    note = String(
        load_default="",
        validate=Length(max=NOTE_LENGTH),
        metadata={"description": "Who counted, and what was particular.", "example": "Salle B"},
    )


def add_hand_counts(
    api: APIBlueprint, *, running_order: RunningOrder, hand_counts: HandCounts, results: Results
) -> None:
    """Puts the calls on `api`."""

    def told(poll: Poll, round: int) -> dict[str, JSON]:
        return {"poll": poll.id, "round": round, **results.of(poll, round)}

    @api.put("/polls/<int:poll_id>/hand-count")
    @api.input(RoundAsked, location="query")
    @api.input(HandCountIn)
    @api.output(ResultsOut)
    @api.doc(responses={400: CANNOT})
    def enter_hand_count(
        poll_id: int, query_data: dict[str, int], json_data: dict[str, Any]
    ) -> dict[str, JSON]:
        """Enter the paper ballots of a round, in place of those entered before."""
        round = query_data.get("round", running_order.get(poll_id).round)
        return told(hand_counts.enter(poll_id, round, **json_data, by=BY), round)

    @api.delete("/polls/<int:poll_id>/hand-count")
    @api.input(RoundAsked, location="query")
    @api.output({}, status_code=204)
    def take_back_hand_count(poll_id: int, query_data: dict[str, int]) -> str:
        """Take the count of a round back."""
        round = query_data.get("round", running_order.get(poll_id).round)
        hand_counts.take_back(poll_id, round, by=BY)
        return ""
