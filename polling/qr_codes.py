"""QR codes, drawn."""

from __future__ import annotations

import io
from functools import lru_cache

import qrcode
import qrcode.constants
import qrcode.image.svg

QUIET_ZONE = 4
DRAWN_AND_KEPT = 32


@lru_cache(DRAWN_AND_KEPT)
def svg(says: str) -> bytes:
    """Sharp at any size."""
    return _drawn(says, qrcode.image.svg.SvgPathImage)


@lru_cache(DRAWN_AND_KEPT)
def png(says: str) -> bytes:
    """For slides and invitations."""
    return _drawn(says, None)


def _drawn(says: str, factory: type | None) -> bytes:
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE, box_size=20
    )
    code.add_data(says)
    image = code.make_image(image_factory=factory)
    buffer = io.BytesIO()
    image.save(buffer)
    return buffer.getvalue()
