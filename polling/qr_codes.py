"""QR codes, drawn."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from urllib.parse import urlsplit

import qrcode
import qrcode.constants
import qrcode.image.svg

QUIET_ZONE = 4
DRAWN_AND_KEPT = 32
ALPHANUMERIC = re.compile(r"[0-9A-Z $%*+\-./:]+")
"""What a QR code holds in its denser mode (ISO/IEC 18004, 7.3.4)."""


@lru_cache(DRAWN_AND_KEPT)
def svg(says: str) -> bytes:
    """Sharp at any size."""
    return _drawn(says, qrcode.image.svg.SvgPathImage)


@lru_cache(DRAWN_AND_KEPT)
def png(says: str) -> bytes:
    """For slides and invitations."""
    return _drawn(says, None)


def coarse(says: str) -> str:
    """The same address in capitals where that is all it takes for fewer and larger modules, which
    are read from further away. Scheme and host have no case (RFC 3986, 6.2.2.1), our codes neither.
    """
    parts = urlsplit(says)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return says
    capital = parts._replace(scheme="", netloc=parts.netloc.upper()).geturl()
    capital = f"{parts.scheme.upper()}:{capital}"
    return capital if ALPHANUMERIC.fullmatch(capital) else says


def _drawn(says: str, factory: type | None) -> bytes:
    code = qrcode.QRCode(
        error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET_ZONE, box_size=20
    )
    code.add_data(coarse(says))
    image = code.make_image(image_factory=factory)
    buffer = io.BytesIO()
    image.save(buffer)
    return buffer.getvalue()
