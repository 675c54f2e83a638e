"""QR codes as pictures of a page."""

from __future__ import annotations

from flask import Response

from polling import qr_codes


def svg(address: str) -> Response:
    """Sharp on a wall of any size."""
    return _image(qr_codes.svg(address), "image/svg+xml")


def png(address: str) -> Response:
    """For slides and printed invitations."""
    return _image(qr_codes.png(address), "image/png")


def _image(content: bytes, kind: str) -> Response:
    return Response(content, mimetype=kind, headers={"Cache-Control": "no-cache"})
