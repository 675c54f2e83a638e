"""The way in: type a code, or scan it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

import qrcode
import qrcode.constants
import qrcode.image.svg
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from polling.errors import SessionNotFound
from polling.pages.compression import compressed
from polling.records import Session
from polling.sessions import Sessions

QUIET_ZONE = 4
DRAWN_AND_KEPT = 32


def blueprint(*, sessions: Sessions, join_url: Callable[[Session], str]) -> Blueprint:
    """`/`, and the QR codes of each session."""
    pages = Blueprint("join", __name__)
    pages.after_request(compressed)

    @pages.get("/")
    def index() -> str | AnyResponse | tuple[str, int]:
        code = request.args.get("code", "").strip()
        if not code:
            return render_template("join/page.html", code="", error=None)
        try:
            found = sessions.by_code(code)
        except SessionNotFound as unknown:
            return render_template("join/page.html", code=code, error=unknown), unknown.status
        return redirect(url_for("attendee.page", code=found.code))

    @pages.get("/<code>/qr.svg")
    def qr_svg(code: str) -> Response:
        return _image(_svg(join_url(sessions.by_code(code))), "image/svg+xml")

    @pages.get("/<code>/qr.png")
    def qr_png(code: str) -> Response:
        return _image(_png(join_url(sessions.by_code(code))), "image/png")

    return pages


@lru_cache(DRAWN_AND_KEPT)
def _svg(address: str) -> bytes:
    return _drawn(address, qrcode.image.svg.SvgPathImage)


@lru_cache(DRAWN_AND_KEPT)
def _png(address: str) -> bytes:
    return _drawn(address, None)


def _drawn(address: str, factory: type | None) -> bytes:
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE, box_size=20
    )
    code.add_data(address)
    image = code.make_image(image_factory=factory)
    buffer = io.BytesIO()
    image.save(buffer)
    return buffer.getvalue()


def _image(content: bytes, kind: str) -> Response:
    return Response(content, mimetype=kind, headers={"Cache-Control": "no-cache"})
