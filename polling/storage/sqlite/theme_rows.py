"""Themes in SQLite."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from sqlite_utils import Database

from polling.errors import ThemeNotFound
from polling.pictures import Picture
from polling.themes import Theme

_THEMES = "SELECT id, name, light, dark, logo_type, logo_width, logo_height, logo FROM themes"
_TAKE_OFF = (
    "UPDATE sessions SET settings = json_set(settings, '$.theme', NULL)"
    " WHERE json_extract(settings, '$.theme') = ? RETURNING id"
)


class ThemeRows:
    """The facet of the store that keeps themes."""

    db: Database

    def add_theme(self, theme: Theme, made: str) -> None:
        row: dict[str, Any] = {
            "id": theme.id,
            "name": theme.name,
            "light": theme.light,
            "dark": theme.dark,
            "made": made,
        }
        if theme.logo:
            row |= {
                "logo_type": theme.logo.media_type,
                "logo_width": theme.logo.width,
                "logo_height": theme.logo.height,
                "logo": theme.logo.bytes,
            }
        self.db.table("themes").insert(row)

    def theme(self, theme: str) -> Theme:
        with suppress(UnicodeEncodeError):
            for row in self.db.execute(f"{_THEMES} WHERE id = ?", [theme]).fetchall():
                return _theme(row)
        raise ThemeNotFound

    def themes(self) -> list[Theme]:
        return [_theme(row) for row in self.db.execute(f"{_THEMES} ORDER BY name, id").fetchall()]

    def delete_theme(self, theme: str) -> list[int]:
        self.theme(theme)
        self.db.table("themes").delete(theme)
        return [session for (session,) in self.db.execute(_TAKE_OFF, [theme]).fetchall()]


def _theme(row: tuple[Any, ...]) -> Theme:
    theme, name, light, dark, media_type, width, height, logo = row
    picture = Picture(media_type, width, height, logo) if logo else None
    return Theme(theme, name, light, dark, picture)
