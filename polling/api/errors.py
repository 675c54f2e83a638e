"""A refusal as the API says it: `{error, message, details}` with the matching status."""

from __future__ import annotations

from typing import Any

from apiflask import HTTPError
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from polling.errors import BadRequest, PollingError, TokenRequired
from polling.languages import N_
from polling.records import JSON

NOT_FOUND = N_("There is nothing at this address.")
WRONG_METHOD = N_("This address does not take this method.")

Refusal = tuple[dict[str, JSON], int, dict[str, str]]


def refused(error: PollingError | HTTPError | HTTPException) -> Refusal:
    """Body, status and headers, to be returned by an error handler.

    A PollingError is a refusal of the domain, an HTTPError a body or query that does not fit its
    schema, an HTTPException what Flask refuses by itself (no such path, no such method).
    """
    if isinstance(error, PollingError):
        body = _body(error.name, gettext(error.message, **error.details), error.details)
        headers = {"WWW-Authenticate": "Bearer"} if isinstance(error, TokenRequired) else {}
        return body, error.status, headers
    if isinstance(error, HTTPError):
        return refused(BadRequest(**error.detail))
    if error.code == BadRequest.status:
        return refused(BadRequest())
    body = _body(error.name.lower().replace(" ", "-"), _said_by_flask(error), {})
    return body, error.code or 500, dict(error.get_headers()) | {"Content-Type": "application/json"}


def _said_by_flask(error: HTTPException) -> str:
    known = {404: NOT_FOUND, 405: WRONG_METHOD}
    sentence: str = gettext(known.get(error.code or 500, error.name))
    return sentence


def _body(name: str, message: str, details: dict[str, Any]) -> dict[str, JSON]:
    return {"error": name, "message": message, "details": details}
