"""The calls that give the answers as files."""

from __future__ import annotations

from apiflask import APIBlueprint, FileSchema, Schema
from apiflask.fields import Boolean, Dict, List
from flask import Response
from flask_babel import get_translations

from polling.exports import Download, Exports, Translate
from polling.sessions import Sessions

FILE = FileSchema(type="string", format="binary")


class Form(Schema):
    """How a table is written."""

    excel = Boolean(
        load_default=False,
        metadata={
            "description": "1: with a byte order mark and semicolons, as Excel opens it.",
            "example": 1,
        },
    )


class Everything(Schema):
    session = Dict(metadata={"description": "The session."})
    polls = List(
        Dict(),
        metadata={
            "description": "In running order, each with its rounds: "
            "{round, answered, results, ballots: [{participant, slot, answer, status, minute}]}."
        },
    )
    profiles = List(
        Dict(),
        metadata={"description": "What participants said of themselves, as far as it is asked."},
    )
    journal = List(Dict(), metadata={"description": "Who did what, when, to which poll."})
    codebook = List(
        Dict(), metadata={"description": "The rows of codebook.csv, by the names of its columns."}
    )


def add_downloads(api: APIBlueprint, *, sessions: Sessions, exports: Exports) -> None:
    """Puts the calls on `api`."""

    @api.get("/sessions/<int:session_id>/export.csv")
    @api.input(Form, location="query")
    @api.output(FILE, content_type="text/csv", description="One row for each ballot")
    def export_csv(session_id: int, query_data: dict[str, bool]) -> Response:
        """Download the answers as a table."""
        found = sessions.get(session_id)
        return _sent(exports.answers(found, _translate(), **query_data))

    @api.get("/sessions/<int:session_id>/codebook.csv")
    @api.input(Form, location="query")
    @api.output(FILE, content_type="text/csv", description="What columns and values mean")
    def export_codebook(session_id: int, query_data: dict[str, bool]) -> Response:
        """Download what the columns and the values of the table mean."""
        found = sessions.get(session_id)
        return _sent(exports.codebook(found, _translate(), **query_data))

    @api.get("/sessions/<int:session_id>/hand_counts.csv")
    @api.input(Form, location="query")
    @api.output(FILE, content_type="text/csv", description="One row for each box of a ballot")
    def export_hand_counts(session_id: int, query_data: dict[str, bool]) -> Response:
        """Download the paper ballots that were counted as a table."""
        found = sessions.get(session_id)
        return _sent(exports.hand_counts(found, _translate(), **query_data))

    @api.get("/sessions/<int:session_id>/export.json")
    @api.output(Everything, description="All of the session, without its keys")
    def export_json(session_id: int) -> Response:
        """Download everything: polls, results, answers, journal and codebook."""
        return _sent(exports.everything(sessions.get(session_id), _translate()))


def _translate() -> Translate:
    """Into the language that was asked for, also while the file is sent, after the request."""
    into: Translate = get_translations().ugettext
    return into


def _sent(download: Download) -> Response:
    return Response(download.body, headers=download.headers)
