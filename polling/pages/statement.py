"""The accessibility statement: the authority's own, or a template that it can fill in."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, render_template
from markupsafe import Markup

from polling import home
from polling.languages import DEFAULT, LANGUAGES
from polling.markdown import rendered
from polling.pages.compression import compressed
from polling.pages.partials import language

HIGHEST_HEADING = 2


def blueprint(*, filled_in: Path | None) -> Blueprint:
    """`/accessibility`. The template, in the reader's language, claims nothing; `filled_in` is a
    Markdown file, whose language is the suffix before `.md`: French where it has none."""
    pages = Blueprint("statement", __name__)
    pages.after_request(compressed)

    @pages.get("/accessibility")
    def accessibility() -> str:
        file = filled_in or _template()
        written_in = _language_of(file)
        text = rendered(file.read_text("utf-8"), written_in, HIGHEST_HEADING)
        return render_template(
            "statement.html",
            text=Markup(text),
            text_language=written_in,
            filled=filled_in is not None,
        )

    return pages


def _template() -> Path:
    folder = home.TEMPLATES / "statement"
    own = folder / f"accessibility.{language()}.md"
    return own if own.exists() else folder / "accessibility.en.md"


def _language_of(file: Path) -> str:
    suffix = Path(file.stem).suffix.removeprefix(".")
    return suffix if suffix in LANGUAGES else DEFAULT
