"""Options that a host writes: their schema, their form, and which of them are right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, count
from string import ascii_lowercase
from typing import ClassVar

from polling.errors import ContentInvalid
from polling.kinds.choice import Choice
from polling.kinds.kind import Fields
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON, Poll


class WrittenOptions(Choice):
    """Its content is `{options: [{id, text, right?}]}`."""

    content_schema: ClassVar[Schema] = shape(
        {
            "options": {
                "type": "array",
                "minItems": 2,
                "maxItems": 12,
                "message": N_("This question needs %(minItems)s to %(maxItems)s options."),
                "items": shape(
                    {
                        "id": {
                            "type": "string",
                            # Not "$", which Python also finds before a line's end.
                            "pattern": r"^[A-Za-z0-9_-]{1,32}(?![\s\S])",
                            "message": N_(
                                "An option's id has 1 to 32 characters out of letters without "
                                "accents, digits, “_” and “-”."
                            ),
                        },
                        "text": {
                            "type": "string",
                            "minLength": 1,
                            "maxLength": 300,
                            "pattern": r"\S",
                            "message": N_("An option's text has 1 to %(maxLength)s characters."),
                        },
                        "right": {"type": "boolean"},
                    },
                    required=["id", "text"],
                ),
            }
        },
        required=["options"],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        seen: set[str] = set()
        for index, option in enumerate(content["options"]):
            if option["id"] in seen:
                raise ContentInvalid(
                    N_("Two options have the same id: “%(id)s”."),
                    id=option["id"],
                    field=f"content.options.{index}.id",
                )
            seen.add(option["id"])
        return content, settings

    def options(self, poll: Poll) -> dict[str, str]:
        return {option["id"]: option["text"] for option in poll.content["options"]}

    def right(self, poll: Poll) -> set[str]:
        return {option["id"] for option in poll.content["options"] if option.get("right")}

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        options = [{"id": option["id"], "text": option["text"]} for option in content["options"]]
        return {**content, "options": options}


def edited_options(fields: Fields) -> list[JSON]:
    """The options of the editor's rows: `option_id` and `option_text` in parallel, and `right`,
    the indexes of the right rows. Rows without a text are dropped; new ones get the next letter.
    """
    ids = fields.get("option_id", ())
    right = set(fields.get("right", ()))
    fresh = _fresh_ids(set(ids))
    options: list[JSON] = []
    for row, text in enumerate(fields.get("option_text", ())):
        if not text.strip():
            continue
        known = ids[row] if row < len(ids) else ""
        option: dict[str, JSON] = {"id": known or next(fresh), "text": text.strip()}
        if str(row) in right:
            option["right"] = True
        options.append(option)
    return options


def _fresh_ids(taken: set[str]) -> Iterator[str]:
    candidates = chain(ascii_lowercase, (f"o{number}" for number in count(1)))
    return (candidate for candidate in candidates if candidate not in taken)
