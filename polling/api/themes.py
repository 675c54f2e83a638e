"""Calls on themes: what sessions can look like."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint, Schema
from apiflask.fields import List, Nested, String
from apiflask.validators import Length

from polling.api.body import Body
from polling.records import JSON
from polling.sessions import Themes
from polling.themes import LONGEST_NAME, Theme, from_data

NAME = {"description": "What the theme is called.", "example": "Ville d'Exemple"}
LIGHT = {"description": "The accent on light screens, as #rrggbb.", "example": "#0d5a61"}
DARK = {"description": "The accent on dark screens, as #rrggbb.", "example": "#63c3c4"}
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
LOGO = {"description": "A JPEG, PNG, WebP or GIF, as a data: address.", "example": PIXEL}


class ThemeIn(Body):
    name = String(required=True, validate=Length(1, LONGEST_NAME), metadata=NAME)
    light = String(required=True, metadata=LIGHT)
    dark = String(required=True, metadata=DARK)
    logo = String(metadata=LOGO)


class ThemeOut(Schema):
    id = String(metadata={"description": "What a session's setting says.", "example": "6f1c2b0a"})
    name = String(metadata=NAME)
    light = String(metadata=LIGHT)
    dark = String(metadata=DARK)
    logo_url = String(
        allow_none=True,
        metadata={"description": "Where browsers find it.", "example": "/themes/6f1c2b0a.webp"},
    )


class ThemesOut(Schema):
    themes = List(Nested(ThemeOut), metadata={"description": "By name."})


def add_themes(api: APIBlueprint, *, themes: Themes) -> None:
    """Puts the calls on `api`."""

    @api.get("/themes")
    @api.output(ThemesOut)
    def list_themes() -> dict[str, JSON]:
        """List the themes of this server."""
        return {"themes": list(map(_shown, themes.all()))}

    @api.post("/themes")
    @api.input(ThemeIn)
    @api.output(ThemeOut, status_code=201)
    @api.doc(responses={400: "It would break contrast; the message says by how much"})
    def create_theme(json_data: dict[str, Any]) -> dict[str, JSON]:
        """Add a theme."""
        logo = json_data.pop("logo", None)
        picture = themes.logo(from_data(logo)) if logo else None
        return _shown(themes.add(**json_data, logo=picture))

    @api.delete("/themes/<theme>")
    @api.output({}, status_code=204)
    def delete_theme(theme: str) -> str:
        """Delete a theme; the sessions that had it get Matinale's own look."""
        themes.delete(theme)
        return ""


def _shown(theme: Theme) -> dict[str, JSON]:
    return {
        "id": theme.id,
        "name": theme.name,
        "light": theme.light,
        "dark": theme.dark,
        "logo_url": theme.logo_address,
    }
