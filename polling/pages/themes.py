"""What a theme is made of, for browsers: a style sheet and a logo. They never change."""

from __future__ import annotations

from flask import Blueprint, Response

from polling.errors import ThemeNotFound
from polling.pages.images import ALONE, KEPT
from polling.sessions import Themes
from polling.themes import sheet


def blueprint(*, themes: Themes) -> Blueprint:
    """`/themes/ID.css` and `/themes/ID.webp`."""
    pages = Blueprint("themes", __name__)

    @pages.get("/themes/<theme>.css")
    def style(theme: str) -> Response:
        return _kept(sheet(themes.get(theme)), "text/css")

    @pages.get("/themes/<theme>.webp")
    def logo(theme: str) -> Response:
        found = themes.get(theme).logo
        if found is None:
            raise ThemeNotFound
        return _kept(found.bytes, found.media_type)

    return pages


def _kept(content: str | bytes, media_type: str) -> Response:
    response = Response(content, mimetype=media_type)
    response.headers["Cache-Control"] = KEPT
    response.headers["Content-Security-Policy"] = ALONE
    return response
