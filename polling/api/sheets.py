"""Calls that give what is printed."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint, Schema
from apiflask.fields import Boolean, Integer, String
from apiflask.validators import OneOf, Range
from flask import Response

from polling.api.downloads import FILE
from polling.sessions import RunningOrder, Sessions
from polling.sheets import LARGE_PT, LARGER_PT, Sheet, Sheets

PDF = "application/pdf"


class PosterForm(Schema):
    paper = String(
        load_default="a4",
        validate=OneOf(["a4", "a3"]),
        metadata={"description": "The size of the sheet.", "example": "a4"},
    )


class CardsForm(Schema):
    folded = Boolean(
        load_default=False,
        metadata={"description": "1: one sheet that is folded and stands.", "example": 1},
    )


class BallotsForm(Schema):
    round = Integer(
        validate=Range(1, 2**31),
        metadata={"description": "Which round; where it is left out, the last.", "example": 1},
    )
    size = Integer(
        load_default=LARGE_PT,
        validate=OneOf([LARGE_PT, LARGER_PT]),
        metadata={"description": "The size of the print, in points.", "example": LARGE_PT},
    )


def add_sheets(
    api: APIBlueprint,
    *,
    sessions: Sessions,
    running_order: RunningOrder,
    sheets: Sheets,
) -> None:
    """Puts the calls on `api`."""

    @api.get("/sessions/<int:session_id>/poster.pdf")
    @api.input(PosterForm, location="query")
    @api.output(FILE, content_type=PDF, description="A poster with the way in")
    def print_poster(session_id: int, query_data: dict[str, Any]) -> Response:
        """Print the way in, for a wall."""
        session = sessions.get(session_id)
        return _sent(sheets.poster(session, query_data["paper"]))

    @api.get("/sessions/<int:session_id>/cards.pdf")
    @api.input(CardsForm, location="query")
    @api.output(FILE, content_type=PDF, description="Cards with the way in")
    def print_cards(session_id: int, query_data: dict[str, Any]) -> Response:
        """Print the way in, for tables."""
        session = sessions.get(session_id)
        return _sent(sheets.cards(session, query_data["folded"]))

    @api.get("/polls/<int:poll_id>/ballots.pdf")
    @api.input(BallotsForm, location="query")
    @api.output(FILE, content_type=PDF, description="Paper ballots of a poll")
    @api.doc(responses={400: "This kind of poll is not asked on paper"})
    def print_ballots(poll_id: int, query_data: dict[str, Any]) -> Response:
        """Print paper ballots of a poll."""
        poll = running_order.get(poll_id)
        session = sessions.get(poll.session)
        round = query_data.get("round", max(poll.round, 1))
        return _sent(sheets.ballots(session, poll, round, query_data["size"]))


def _sent(sheet: Sheet) -> Response:
    return Response(sheet.pdf, headers=sheet.headers)
