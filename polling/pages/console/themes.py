"""The themes of this server: adding, downloading and deleting them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, Response, redirect, render_template, request, url_for

from polling.errors import ImageTooLarge, ImageTooManyPixels, ImageUnreadable, ThemeInvalid
from polling.pages.console.answers import Answer
from polling.pages.console.refusals import Refusal
from polling.pages.sign_in import is_signed_in, signed_in_required
from polling.pictures import MOST_BYTES, Picture
from polling.sessions import Themes
from polling.themes import (
    DARK_SCREENS,
    LARGEST_FILE,
    LIGHT_SCREENS,
    Screens,
    Shades,
    Theme,
    as_data,
    as_file,
    from_data,
    shades,
)

LARGEST_FORM = 2 * MOST_BYTES
"""So that a logo that is too large is refused by itself, and not with all that was typed."""

LOGO_REFUSED = (ImageTooLarge, ImageTooManyPixels, ImageUnreadable)


@dataclass(frozen=True, slots=True)
class Half:
    """What a preview draws of a theme on light, or on dark screens."""

    screens: Screens
    shades: Shades

    @classmethod
    def of(cls, theme: Theme) -> tuple[Half, Half]:
        return (
            cls(LIGHT_SCREENS, shades(theme.light, LIGHT_SCREENS)),
            cls(DARK_SCREENS, shades(theme.dark, DARK_SCREENS)),
        )


def routes(console: Blueprint, themes: Themes) -> None:
    @console.url_value_preprocessor
    def take_logos(endpoint: str | None, _values: dict[str, object] | None) -> None:
        """Before the form is read, which the check of its token does."""
        if endpoint in ("console.add_theme", "console.add_theme_file") and is_signed_in():
            request.max_content_length = LARGEST_FORM

    def page(refusal: Refusal | None = None, logo: Picture | None = None) -> str:
        return render_template(
            "console/themes.html",
            themes=[(theme, Half.of(theme)) for theme in themes.all()],
            sent=request.form,
            usual={
                "light": LIGHT_SCREENS.palette["accent"],
                "dark": DARK_SCREENS.palette["accent"],
            },
            logo=logo and as_data(logo),
            refusal=refusal,
        )

    def sent_logo() -> Picture | None:
        """The file of the form, or what was kept of it when the form was refused before."""
        file = request.files.get("logo_file")
        if file and file.filename:
            return themes.logo(file.read(MOST_BYTES + 1))
        kept = request.form.get("logo", "")
        return themes.logo(from_data(kept)) if kept else None

    @console.get("/themes")
    @signed_in_required
    def themes_index() -> str:
        return page()

    @console.post("/themes")
    @signed_in_required
    def add_theme() -> Answer:
        logo = None
        try:
            logo = sent_logo()
            # Whoever takes the colour that was proposed sends it behind the one of the field.
            light, dark = ((request.form.getlist(field) or [""])[-1] for field in ("light", "dark"))
            themes.add(request.form.get("name", ""), light, dark, logo)
        except LOGO_REFUSED as error:
            return page(Refusal.of(error, "logo")), error.status
        except ThemeInvalid as error:
            return page(Refusal.of(error), logo), error.status
        return redirect(url_for("console.themes_index"))

    @console.post("/themes/file")
    @signed_in_required
    def add_theme_file() -> Answer:
        file = request.files.get("file")
        try:
            themes.add_file(file.read(LARGEST_FILE + 1) if file else b"")
        except (ThemeInvalid, *LOGO_REFUSED) as error:
            return page(replace(Refusal.of(error), field="file", nearest=None)), error.status
        return redirect(url_for("console.themes_index"))

    @console.get("/themes/<theme>.toml")
    @signed_in_required
    def theme_file(theme: str) -> Response:
        response = Response(as_file(themes.get(theme)), mimetype="application/toml")
        response.headers["Content-Disposition"] = "attachment; filename=theme.toml"
        return response

    @console.route("/themes/<theme>/delete", methods=["GET", "POST"])
    @signed_in_required
    def delete_theme(theme: str) -> Answer:
        if request.method == "GET":
            return render_template("console/theme_delete.html", theme=themes.get(theme))
        themes.delete(theme)
        return redirect(url_for("console.themes_index"))
