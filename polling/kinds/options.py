"""Options that a host writes: their schema, their form, and which of them are right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from polling.kinds.choice import Choice
from polling.kinds.items import PICTURED, check_ids, edited_rows, listed, texts
from polling.kinds.kind import Fields
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON, Poll


class WrittenOptions(Choice):
    """Its content is `{options: [{id, text, right?}]}`."""

    lettered = True
    content_schema: ClassVar[Schema] = shape(
        {
            "options": listed(
                2,
                12,
                N_("This question needs %(minItems)s to %(maxItems)s options."),
                {"right": {"type": "boolean"}, **PICTURED},
            )
        },
        required=["options"],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["options"], "content.options")
        return content, settings

    def options(self, poll: Poll) -> dict[str, str]:
        return texts(poll.content["options"])

    def right(self, poll: Poll) -> set[str]:
        return {option["id"] for option in poll.content["options"] if option.get("right")}

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        options = [
            {name: value for name, value in option.items() if name != "right"}
            for option in content["options"]
        ]
        return {**content, "options": options}


def edited_options(fields: Fields) -> list[JSON]:
    """The options of the editor's rows; `right` holds the numbers of the right rows."""
    right = set(fields.get("right", ()))
    return [
        {**option, "right": True} if str(row) in right else option
        for row, option in edited_rows(fields, "option")
    ]
