"""Another language for who reads a page: what it is chosen by, and how it is kept."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from flask import Response, request

from polling.languages import LANGUAGE_COOKIE, LANGUAGES, own_name, tag
from polling.pages.partials import language

ARGUMENT = "lang"
OWN = (ARGUMENT, "key")
"""What opens a session leaves the address, too: the browser has kept it."""

KEPT_S = 180 * 24 * 3600


class Switch(NamedTuple):
    """A link to the same page in another language."""

    tag: str
    name: str
    address: str


def switches() -> list[Switch]:
    """To every other language; none where the page is the answer to a form."""
    if request.method != "GET" or request.endpoint is None:
        return []
    return [
        Switch(tag(other), own_name(other), _address(other))
        for other in LANGUAGES
        if other != language()
    ]


def remember(response: Response) -> None:
    """Keeps the language that the address asks for."""
    wanted = request.args.get(ARGUMENT)
    if wanted in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE, str(wanted), max_age=KEPT_S, samesite="Lax", httponly=True
        )


def _address(other: str) -> str:
    asked = [(name, value) for name, value in request.args.items(multi=True) if name not in OWN]
    return f"{quote(request.path)}?{urlencode([*asked, (ARGUMENT, other)])}"
