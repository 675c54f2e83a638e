"""Sessions, as the API takes and gives them."""

from __future__ import annotations

from apiflask import Schema
from apiflask.fields import Boolean, Dict, Integer, List, Nested, String
from apiflask.validators import Length, OneOf, Range

from polling.api.body import Body
from polling.languages import LANGUAGES
from polling.sessions.catalogue import TITLE_LENGTH

MOST_PER_PAGE = 200
LAST_PAGE = 1_000_000

TITLE = {"description": "What the session is called.", "example": "Matinale du sourcing"}
LANGUAGE = {"description": "The language of its pages.", "example": "fr"}
CODE = {
    "description": "What people type to join: 6 characters, whatever their case. "
    "One is chosen where none is given.",
    "example": "QW7K3F",
}


SETTINGS = {
    "description": "What the session as a whole is set to; what is left out stays as it is.",
    "example": {"reactions": True, "teams": ["Achat", "Juridique"]},
}


class SessionIn(Body):
    title = String(required=True, validate=Length(1, TITLE_LENGTH), metadata=TITLE)
    language = String(validate=OneOf(LANGUAGES), metadata=LANGUAGE)
    code = String(metadata=CODE)


class SessionChange(Body):
    title = String(validate=Length(1, TITLE_LENGTH), metadata=TITLE)
    language = String(validate=OneOf(LANGUAGES), metadata=LANGUAGE)
    settings = Dict(metadata=SETTINGS)


class SessionOut(Schema):
    id = Integer(metadata={"example": 7})
    code = String(metadata=CODE)
    title = String(metadata=TITLE)
    language = String(metadata=LANGUAGE)
    status = String(
        validate=OneOf(["draft", "live", "ended"]),
        metadata={"description": "Where the session is in its life.", "example": "live"},
    )
    rev = Integer(
        metadata={
            "description": "Grows with each transition and each group of votes.",
            "example": 42,
        }
    )
    rehearsal = Boolean(
        metadata={"description": "Whether its answers are thrown away.", "example": False}
    )
    view = String(
        validate=OneOf(["join", "poll", "blank", "ranking", "end"]),
        metadata={"description": "What the wall shows.", "example": "poll"},
    )
    poll = Integer(
        allow_none=True,
        metadata={"description": "The poll that the session is at.", "example": 31},
    )
    settings = Dict(metadata=SETTINGS)
    screen_key = String(metadata={"description": "Opens the wall, as ?key=."})
    facilitator_key = String(metadata={"description": "Opens the console of this session."})
    join_url = String(
        metadata={
            "description": "Where phones join.",
            "example": "http://192.168.1.20:5000/QW7K3F",
        }
    )
    created = String(metadata={"description": "UTC.", "example": "2026-11-23T08:40:00Z"})
    started = String(
        allow_none=True, metadata={"description": "UTC.", "example": "2026-11-23T09:00:00Z"}
    )
    ended = String(allow_none=True, metadata={"description": "UTC.", "example": None})


class Page(Schema):
    page = Integer(
        load_default=1,
        validate=Range(1, LAST_PAGE),
        metadata={"description": "Which page, from 1.", "example": 1},
    )
    per_page = Integer(
        load_default=50,
        validate=Range(1, MOST_PER_PAGE),
        metadata={"description": "How many sessions a page has.", "example": 50},
    )


class SessionsOut(Page):
    sessions = List(Nested(SessionOut), metadata={"description": "The newest first."})
    total = Integer(metadata={"description": "How many sessions there are.", "example": 1})


class PersonPlace(Schema):
    rank = Integer(metadata={"description": "Those with as many points share it.", "example": 1})
    name = String(metadata={"description": "The nickname, or the team.", "example": "Ada"})
    points = Integer(metadata={"description": "For a team, the mean.", "example": 300})


class TeamPlace(PersonPlace):
    members = Integer(metadata={"description": "How many of the team took part.", "example": 4})


class RankingOut(Schema):
    people = List(
        Nested(PersonPlace), metadata={"description": "Those who gave a nickname, best first."}
    )
    teams = List(Nested(TeamPlace), metadata={"description": "The best first."})
