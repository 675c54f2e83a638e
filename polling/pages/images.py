"""The pictures of questions. Whoever knows the address of one may see it."""

from __future__ import annotations

from flask import Blueprint, Response

from polling.sessions import Images

KEPT = "public, max-age=31536000, immutable"
ALONE = "default-src 'none'; sandbox"
"""A picture loads nothing, also where it is opened as a page."""


def blueprint(*, images: Images) -> Blueprint:
    """`/images/ID`."""
    pages = Blueprint("images", __name__)

    @pages.get("/images/<image>")
    def image(image: str) -> Response:
        found = images.get(image)
        response = Response(found.bytes, mimetype=found.media_type)
        response.headers["Cache-Control"] = KEPT
        response.headers["Content-Security-Policy"] = ALONE
        return response

    return pages
