"""Yes or no, and where the host allows it: I don't know."""

from __future__ import annotations

from typing import ClassVar

from polling.kinds.choice import OneChoice
from polling.kinds.form import text, ticked
from polling.kinds.kind import Example, Fields
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON, Poll


class YesNo(OneChoice):
    name = "yes_no"
    family = "choose"
    first = True
    may_be_an_item = True
    label = N_("Yes or no")
    hint = N_("A quick show of hands; you may add “I don't know”.")
    content_schema = shape({"right": {"enum": ["yes", "no"]}})
    settings_schema = shape(
        {
            "unsure": {
                "description": "Whether “I don't know” is offered.",
                "type": "boolean",
                "default": False,
            }
        }
    )
    answer_schema: ClassVar[Schema] = {"enum": ["yes", "no", "unsure"]}
    example = Example(
        title="Avez-vous déjà participé à un sourcing ?",
        content={"right": "yes"},
        settings={"unsure": True},
        valid=["yes", "no", "unsure"],
        invalid=["maybe", True, None, ["yes"], 0],
    )

    def options(self, poll: Poll) -> dict[str, str]:
        options = {"yes": N_("Yes"), "no": N_("No")}
        if poll.settings["unsure"]:
            options["unsure"] = N_("I don't know")
        return options

    def right(self, poll: Poll) -> set[str]:
        return {poll.content["right"]} if "right" in poll.content else set()

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in content.items() if name != "right"}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        right = text(fields, "right")
        return {"right": right} if right else {}, {"unsure": ticked(fields, "unsure")}
