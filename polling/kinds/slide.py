"""A page between questions: a text, an address to follow, or a picture that fills the wall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from polling.errors import ContentInvalid
from polling.kinds.form import text, written
from polling.kinds.kind import Example, Fields
from polling.kinds.schema import Schema, shape
from polling.kinds.shown import Shown
from polling.languages import N_
from polling.records import JSON

LONGEST_LINK = 500


class Slide(Shown):
    name = "slide"
    family = "stage"
    label = N_("Slide")
    hint = N_("A text or a picture between two questions; nobody votes.")
    markdown = ("markdown",)
    content_schema: ClassVar[Schema] = shape(
        {
            "markdown": {
                "description": "The text, as Markdown.",
                "type": "string",
                "maxLength": 4000,
            },
            "link": {
                "description": "An address to follow: a QR code on the wall, a link on phones.",
                "type": "string",
                "maxLength": LONGEST_LINK,
                "pattern": r"^https?://[^\s/]+\S*(?![\s\S])",
                "message": N_("A link begins with https:// or http:// and holds no spaces."),
            },
            "fills_wall": {
                "description": "Whether the picture fills the wall, as a page of a presentation "
                "does: title and text are for phones and screen readers then.",
                "type": "boolean",
            },
        }
    )
    settings_schema = shape({})
    example = Example(
        title="La suite de la matinée",
        content={
            "markdown": "Une **pause** de dix minutes, puis :\n\n- un cas\n- vos questions",
            "link": "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000037701019",
        },
        settings={},
        valid=[],
        invalid=["a", None, {}, 1],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        if content.get("fills_wall") and "image" not in content:
            raise ContentInvalid(
                N_("Only a page with a picture can fill the wall."), field="content.fills_wall"
            )
        return content, settings

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content = written(fields, "markdown")
        if link := text(fields, "link"):
            content["link"] = link
        if "fills_wall" in fields:
            content["fills_wall"] = True
        return content, {}
