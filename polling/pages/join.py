"""The way in: type a code, or scan it."""

from __future__ import annotations

import io
from collections.abc import Callable

import qrcode
import qrcode.constants
import qrcode.image.svg
from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from polling.errors import SessionNotFound
from polling.records import Session
from polling.sessions import Sessions

QUIET_ZONE = 4


def blueprint(*, sessions: Sessions, join_url: Callable[[Session], str]) -> Blueprint:
    """`/`, and the QR codes of each session."""
    pages = Blueprint("join", __name__)

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
        image = _qr(join_url(sessions.by_code(code)), qrcode.image.svg.SvgPathImage)
        return _image(image, "image/svg+xml")

    @pages.get("/<code>/qr.png")
    def qr_png(code: str) -> Response:
        return _image(_qr(join_url(sessions.by_code(code)), None), "image/png")

    return pages


def _qr(address: str, factory: type | None) -> bytes:
    # Upper case letters, digits and : / . fit the QR code's denser alphabet; a scheme and a host
    # mean the same in upper case, and so does our code.
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
