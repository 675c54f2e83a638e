"""How a phone is known again: the cookie that holds its token."""

from __future__ import annotations

from collections.abc import Callable

from flask import request
from werkzeug.wrappers import Response

from polling.access import Participants
from polling.access.participants import COOKIE, COOKIE_SECONDS
from polling.errors import CookieRequired, ForeignOrigin, SessionEnded
from polling.pages.framing import in_foreign_frame
from polling.records import Session

LONGEST_FORM = 64 * 1024
"""As many bytes as an answer may have over a socket."""


def token_of(participants: Participants) -> str:
    """The phone's own, or a new one."""
    return participants.verified(request.cookies.get(COOKIE)) or participants.issue()


def remembered(response: Response, token: str) -> Response:
    """`response`, which has the phone keep `token`."""
    framed = in_foreign_frame()
    response.set_cookie(
        COOKIE, token, max_age=COOKIE_SECONDS, httponly=True,
        samesite="None" if framed else "Lax", secure=framed or request.is_secure,
        partitioned=framed,
    )  # fmt: skip
    return response


def sender(
    found: Session, participants: Participants, is_ours: Callable[[str], bool]
) -> tuple[str, str]:
    """The token and the pseudonym of who sends a form from a page of ours.

    Raises ForeignOrigin, CookieRequired, SessionEnded.
    """
    request.max_content_length = LONGEST_FORM
    origin = request.headers.get("Origin")
    if origin is not None and not is_ours(origin):
        raise ForeignOrigin
    token = participants.verified(request.cookies.get(COOKIE))
    if token is None:
        # A browser that keeps no cookie would be a new participant with every vote.
        raise CookieRequired
    pseudonym = participants.pseudonym(token, found)
    if pseudonym is None:
        raise SessionEnded
    return token, pseudonym
