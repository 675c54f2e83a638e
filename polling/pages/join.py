"""The way in: type a code, or scan it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from polling.errors import SessionNotFound
from polling.pages import qr
from polling.pages.compression import compressed
from polling.pages.framing import framed_by
from polling.records import Session
from polling.sessions import Sessions, typed_code


def blueprint(
    *, sessions: Sessions, join_url: Callable[[Session], str], embed_in: Sequence[str]
) -> Blueprint:
    """`/`, and the QR codes of each session."""
    pages = Blueprint("join", __name__)
    pages.after_request(compressed)
    pages.after_request(framed_by(embed_in))

    @pages.get("/")
    def index() -> str | AnyResponse | tuple[str, int]:
        typed = request.args.get("code", "").strip()
        code = typed_code(typed)
        if not code:
            return render_template("join/page.html", code="", error=None)
        try:
            found = sessions.by_code(code)
        except SessionNotFound as unknown:
            return render_template("join/page.html", code=typed, error=unknown), unknown.status
        return redirect(url_for("attendee.page", code=found.code))

    @pages.get("/<code>/qr.svg")
    def qr_svg(code: str) -> Response:
        return qr.svg(join_url(sessions.by_code(code)))

    @pages.get("/<code>/qr.png")
    def qr_png(code: str) -> Response:
        return qr.png(join_url(sessions.by_code(code)))

    return pages
