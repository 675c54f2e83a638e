"""What a session as a whole can be set to."""

from __future__ import annotations

from collections.abc import Mapping

from polling.kinds.schema import Schema, checked, shape
from polling.languages import N_
from polling.records import JSON


def _names(most: int, message: str) -> Schema:
    return {
        "type": "array",
        "maxItems": most,
        "uniqueItems": True,
        "message": message,
        "items": {"type": "string", "minLength": 1, "maxLength": 60, "pattern": r"^\S(.*\S)?$"},
        "default": [],
    }


SESSION_SETTINGS: Schema = shape(
    {
        "nicknames": {
            "description": "Whether phones ask for a nickname, for the ranking of a quiz.",
            "type": "boolean",
            "default": False,
        },
        "teams": {
            "description": "The teams people play in; none where everybody is on their own.",
            **_names(12, N_("There are at most %(maxItems)s teams, each with a name of its own.")),
        },
        "teams_by": {
            "description": "Whether people choose their team, or the server fills them evenly.",
            "enum": ["choice", "balanced"],
            "default": "choice",
        },
        "sites": {
            "description": "The places people join from; phones ask which where there are any.",
            **_names(
                200, N_("There are at most %(maxItems)s places, each with a name of its own.")
            ),
        },
        "reactions": {
            "description": "Whether phones offer applause, a heart, a question and a laugh.",
            "type": "boolean",
            "default": False,
        },
        "shared_phones": {
            "description": "Whether a phone can be passed on, for somebody else to start anew.",
            "type": "boolean",
            "default": False,
        },
        "filter": {
            "description": "Whether a text with a word of the lists waits for approval.",
            "type": "boolean",
            "default": True,
        },
        "theme": {
            "description": "The id of the theme that its screens have; null for Matinale's own.",
            "type": ["string", "null"],
            "default": None,
        },
        "ranking_top": {
            "description": "Down to which rank the wall shows people and teams.",
            "enum": [3, 5, 10],
            "default": 5,
        },
    }
)


def checked_settings(settings: Mapping[str, JSON]) -> dict[str, JSON]:
    """As they are stored, defaults filled in. Raises ContentInvalid, which names the field."""
    return checked(settings, SESSION_SETTINGS, "settings")
