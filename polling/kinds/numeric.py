"""A number of one's own: how long, how many, how much."""

from __future__ import annotations

from polling.kinds.kind import Example
from polling.kinds.number import NumberKind
from polling.kinds.schema import shape
from polling.languages import N_


class Numeric(NumberKind):
    name = "numeric"
    family = "place"
    may_be_an_item = True
    label = N_("Number")
    hint = N_("A number each: how long, how many, how much. The wall shows how they spread.")
    content_schema = shape(NumberKind.content_schema["properties"])
    settings_schema = shape({})
    example = Example(
        title="Combien de jours faut-il pour préparer un marché ?",
        content={"unit": "jours", "min": 0, "max": 400, "step": 0.5},
        settings={},
        valid=[42.5, 42, 42.0, 0, 400, -0.0],
        invalid=["42", 42.25, -1, 400.5, True, None, [42], float("nan"), float("inf"), 10**400],
    )
