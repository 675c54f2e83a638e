"""One answer out of a list."""

from __future__ import annotations

from typing import ClassVar

from polling.kinds.choice import OneChoice
from polling.kinds.kind import Example, Fields
from polling.kinds.options import WrittenOptions, edited_options
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON


class SingleChoice(WrittenOptions, OneChoice):
    name = "single_choice"
    family = "choose"
    first = True
    may_be_an_item = True
    label = N_("Single choice")
    hint = N_("One answer out of a list; you may say which one is right.")
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = {"type": "string"}
    example = Example(
        title="Quand rencontrez-vous les fournisseurs ?",
        content={
            "options": [
                {"id": "a", "text": "Avant de rédiger le cahier des charges", "right": True},
                {"id": "b", "text": "Pendant l’analyse des offres"},
                {"id": "c", "text": "Jamais"},
            ]
        },
        settings={},
        valid=["a", "c"],
        invalid=["d", "", ["a"], 1, None, {"a": 1}],
    )

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {"options": edited_options(fields)}, {}
