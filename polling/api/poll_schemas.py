"""Polls, their results and their kinds, as the API takes and gives them."""

from __future__ import annotations

from apiflask import Schema
from apiflask.fields import Boolean, Dict, Integer, List, Nested, String
from apiflask.validators import Length, OneOf, Range

from polling.api.body import Body
from polling.sessions.running_order import NOTES_LENGTH, TITLE_LENGTH

MOST = 2**31
"""More rounds, or more polls, than any session will have."""

KIND = {"description": "One of GET /kinds.", "example": "single_choice"}
TITLE = {
    "description": "The question.",
    "example": "Quand rencontrez-vous les fournisseurs ?",
}
CONTENT = {
    "description": "What the kind asks with, by its content schema.",
    "example": {
        "options": [
            {"id": "a", "text": "Avant de rédiger le besoin"},
            {"id": "b", "text": "Jamais"},
        ]
    },
}
SETTINGS = {
    "description": "By the kind's settings schema; what is left out takes its default.",
    "example": {"results": "hidden"},
}
NOTES = {
    "description": "What only facilitators read.",
    "example": "Laisser deux minutes de discussion.",
}
POSITION = {"description": "The place in the running order, from 1.", "example": 2}
STANDING = {
    "description": "Whether it is open beside the running order, for the whole session.",
    "example": False,
}
ROUND = {"description": "Which opening: 0 before the first one.", "example": 1}


class PollIn(Body):
    kind = String(required=True, metadata=KIND)
    title = String(required=True, validate=Length(1, TITLE_LENGTH), metadata=TITLE)
    content = Dict(required=True, metadata=CONTENT)
    settings = Dict(metadata=SETTINGS)
    notes = String(validate=Length(max=NOTES_LENGTH), metadata=NOTES)
    standing = Boolean(metadata=STANDING)


class PollChange(Body):
    title = String(validate=Length(1, TITLE_LENGTH), metadata=TITLE)
    content = Dict(metadata=CONTENT)
    settings = Dict(metadata={**SETTINGS, "description": "The settings that change."})
    notes = String(validate=Length(max=NOTES_LENGTH), metadata=NOTES)
    position = Integer(strict=True, validate=Range(1, MOST), metadata=POSITION)


class PollOut(Schema):
    id = Integer(metadata={"example": 31})
    session = Integer(metadata={"description": "The session's id.", "example": 7})
    kind = String(metadata=KIND)
    title = String(metadata=TITLE)
    content = Dict(metadata=CONTENT)
    settings = Dict(metadata={**SETTINGS, "description": "By the kind's settings schema."})
    notes = String(metadata=NOTES)
    position = Integer(metadata=POSITION)
    standing = Boolean(metadata=STANDING)
    status = String(
        validate=OneOf(["ready", "open", "closed"]),
        metadata={"description": "Whether it can be voted on now.", "example": "closed"},
    )
    round = Integer(metadata=ROUND)
    results_shown = Boolean(
        metadata={"description": "Whether the wall shows its results.", "example": True}
    )
    closes_at = String(
        allow_none=True,
        metadata={
            "description": "When its countdown is over, UTC.",
            "example": "2026-11-23T09:12:30.000Z",
        },
    )
    draws = List(
        Dict,
        metadata={
            "description": "What a wheel has drawn, in order.",
            "example": [{"item": "b", "text": "Bilal", "place": 1, "seed": "5f0c…"}],
        },
    )
    hand_counts = Dict(
        metadata={
            "description": "The paper ballots that were counted, by round: "
            "{ballots, blank, ticks, note, minute}.",
            "example": {"1": {"ballots": 12, "blank": 1, "ticks": {"": {"a": 7, "b": 4}}}},
        }
    )
    frozen = Boolean(
        metadata={
            "description": "Whether the wording stands, because it is open or was voted on.",
            "example": True,
        }
    )


class PollsOut(Schema):
    polls = List(Nested(PollOut), metadata={"description": "In running order."})


class RoundAsked(Schema):
    round = Integer(
        validate=Range(0, MOST),
        metadata={"description": "Which round; the last one where it is left out.", "example": 1},
    )


class ResultsOut(Schema):
    poll = Integer(metadata={"description": "The poll's id.", "example": 31})
    round = Integer(metadata=ROUND)
    answered = Integer(
        metadata={"description": "How many participants hold an answer.", "example": 32}
    )
    abstained = Integer(
        metadata={
            "description": "How many of them would rather not answer, where the poll allows it.",
            "example": 2,
        }
    )
    by_hand = Dict(
        metadata={
            "description": "The paper ballots that are in the results, where there are any: "
            "{ballots, blank}. They are not among `answered`.",
            "example": {"ballots": 12, "blank": 1},
        }
    )
    results = Dict(
        metadata={"description": "By the poll's kind.", "example": {"counts": {"a": 27, "b": 5}}}
    )


class SchemasOut(Schema):
    content = Dict(metadata={"description": "JSON Schema of a poll's content."})
    settings = Dict(metadata={"description": "JSON Schema of a poll's settings."})
    answer = Dict(metadata={"description": "JSON Schema of an answer."})


class KindOut(Schema):
    name = String(metadata=KIND)
    label = String(metadata={"description": "What hosts call it.", "example": "Single choice"})
    hint = String(
        metadata={"description": "What it is good for.", "example": "One answer out of a list."}
    )
    schemas = Nested(SchemasOut)


class KindsOut(Schema):
    kinds = List(Nested(KindOut))
