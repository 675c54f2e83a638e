"""A page of text between questions, with an address to follow where there is one."""

from __future__ import annotations

from typing import ClassVar

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
    label = N_("Page of text")
    hint = N_("Something to read between two questions; nobody votes.")
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

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content = written(fields, "markdown")
        if link := text(fields, "link"):
            content["link"] = link
        return content, {}
