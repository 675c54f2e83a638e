"""How the API describes itself: what the server's APIFlask is configured with."""

from __future__ import annotations

from typing import Any

from apiflask import Schema
from apiflask.fields import Dict, String

SPEC_PATH = "/api/v1/openapi.json"


class Refused(Schema):
    """What every refusal looks like."""

    error = String(metadata={"description": "The refusal's name.", "example": "poll-frozen"})
    message = String(
        metadata={
            "description": "What to tell a person, in the language of Accept-Language.",
            "example": "Close the vote first.",
        }
    )
    details = Dict(
        metadata={
            "description": "What the message is about, such as the field that does not fit.",
            "example": {"json": {"title": ["Missing data for required field."]}},
        }
    )


OPENAPI: dict[str, Any] = {
    "DESCRIPTION": (
        "Prepares and runs sessions of live polls, and takes the answers away. Every call takes "
        "the server's api_token as a bearer token. What each kind of poll expects as content, "
        "settings and answer stands in `GET /api/v1/kinds`."
    ),
    "LICENSE": {"name": "EUPL-1.2", "url": "https://eupl.eu/1.2/en/"},
    # The document is about paths: what host a request named is no business of it.
    "AUTO_SERVERS": False,
    # Only what says what it answers is part of the API.
    "AUTO_200_RESPONSE": False,
    "AUTO_OPERATION_ID": True,
    "VALIDATION_ERROR_STATUS_CODE": 400,
    "VALIDATION_ERROR_DESCRIPTION": "The request is not of the expected form",
    "VALIDATION_ERROR_SCHEMA": Refused,
    "AUTH_ERROR_DESCRIPTION": "A valid token is needed",
    "NOT_FOUND_DESCRIPTION": "There is no such thing",
    "HTTP_ERROR_SCHEMA": Refused,
}
"""Configuration of the APIFlask that the blueprint is registered with."""
