"""QR codes as pictures."""

from __future__ import annotations

import io
from functools import lru_cache

import qrcode
import qrcode.constants
import qrcode.image.svg
from flask import Response

QUIET_ZONE = 4
DRAWN_AND_KEPT = 32


def svg(address: str) -> Response:
    """Sharp on a wall of any size."""
    return _image(_svg(address), "image/svg+xml")


def png(address: str) -> Response:
    """For slides and printed invitations."""
    return _image(_png(address), "image/png")


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
