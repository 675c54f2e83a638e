"""The QR code of the link that a page of text shows: `/CODE/link/POLL.svg`."""

from __future__ import annotations

from flask import Blueprint, Response

from polling.errors import PollNotFound
from polling.pages import qr
from polling.sessions import RunningOrder, Sessions


def blueprint(*, sessions: Sessions, running_order: RunningOrder) -> Blueprint:
    """A picture beside the wall."""
    pages = Blueprint("links", __name__)

    @pages.get("/<code>/link/<int:poll_id>.svg")
    def link(code: str, poll_id: int) -> Response:
        session = sessions.by_code(code)
        # What the room has not been shown yet is nobody's to look up.
        if session.poll != poll_id:
            raise PollNotFound
        address = running_order.get(poll_id).content.get("link")
        if address is None:
            raise PollNotFound
        return qr.svg(address)

    return pages
