"""Each item on the left goes with one on the right."""

from __future__ import annotations

from collections.abc import Mapping

from polling.errors import ContentInvalid
from polling.kinds.assignment import Assignment
from polling.kinds.items import check_ids, edited_items, edited_rows, listed, texts
from polling.kinds.kind import Example, Fields
from polling.kinds.schema import shape
from polling.languages import N_
from polling.records import JSON, Poll

_MOST = 10

_BY_ID = N_("The solution names items of the left and the right side by id.")


class Matching(Assignment):
    """What is right stands in `solution`: `right` is a side here, and everybody sees it."""

    name = "matching"
    family = "arrange"
    label = N_("Matching")
    hint = N_("Each item on the left goes with one on the right.")
    drawn_like = ("heat",)
    counted_as = "pairs"
    column = "match"
    expected = N_("Match at least one of the items with one of the answers offered.")
    gives_away = ("solution",)
    content_schema = shape(
        {
            "left": listed(2, _MOST, N_("The left side needs %(minItems)s to %(maxItems)s items.")),
            "right": listed(
                2, _MOST, N_("The right side needs %(minItems)s to %(maxItems)s items.")
            ),
            "solution": {
                "description": "Which item on the right goes with one on the left, by their ids.",
                "type": "object",
                "propertyNames": {"type": "string", "maxLength": 32, "message": _BY_ID},
                "additionalProperties": {"type": "string", "maxLength": 32, "message": _BY_ID},
                "minProperties": 1,
                "message": _BY_ID,
            },
        },
        required=["left", "right"],
    )
    settings_schema = shape({})
    example = Example(
        title="Quelle procédure va avec quel achat ?",
        content={
            "left": [
                {"id": "l1", "text": "Fournitures de bureau, 30 000 €"},
                {"id": "l2", "text": "Travaux de voirie, 2 millions d’euros"},
                {"id": "l3", "text": "Services informatiques, 500 000 €"},
            ],
            "right": [
                {"id": "r1", "text": "Appel d’offres"},
                {"id": "r2", "text": "Sans publicité ni mise en concurrence"},
                {"id": "r3", "text": "Procédure adaptée"},
            ],
            "solution": {"l1": "r2", "l2": "r3", "l3": "r1"},
        },
        settings={},
        valid=[{"l1": "r2", "l2": "r3", "l3": "r1"}, {"l2": "r1"}, {"l3": "r1", "l1": "r1"}],
        invalid=[
            *({}, {"l4": "r1"}, {"l1": "r4"}, {"l1": None}, {"r1": "l1"}, {"l1": ["r1"]}),
            *([["l1", "r1"]], "l1", None, 1),
        ],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["left"], "content.left")
        check_ids(content["right"], "content.right")
        solution = content.get("solution", {})
        left, right = texts(content["left"]), texts(content["right"])
        if not (solution.keys() <= left.keys() and set(solution.values()) <= right.keys()):
            raise ContentInvalid(_BY_ID, field="content.solution")
        return content, settings

    def items(self, poll: Poll) -> dict[str, str]:
        return texts(poll.content["left"])

    def choices(self, poll: Poll) -> dict[str, str]:
        return texts(poll.content["right"])

    def right(self, poll: Poll) -> dict[str, str]:
        solution: dict[str, str] = poll.content.get("solution", {})
        return solution

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in content.items() if name != "solution"}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        left = list(edited_rows(fields, "left"))
        right = {str(row): item["id"] for row, item in edited_rows(fields, "right")}
        chosen = dict(enumerate(fields.get("solution", ())))
        solution = {
            item["id"]: right[chosen[row]] for row, item in left if chosen.get(row) in right
        }
        content = {"left": [item for _row, item in left], "right": edited_items(fields, "right")}
        return content | ({"solution": solution} if solution else {}), {}
