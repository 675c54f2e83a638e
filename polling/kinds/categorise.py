"""Each item goes into one of a few categories."""

from __future__ import annotations

from collections.abc import Mapping

from polling.errors import ContentInvalid
from polling.kinds.assignment import Assignment
from polling.kinds.items import check_ids, edited_items, edited_rows, listed, texts
from polling.kinds.kind import Example, Fields
from polling.kinds.schema import shape
from polling.languages import N_
from polling.records import JSON, Poll


class Categorise(Assignment):
    """An item's right category stands in the item itself."""

    name = "categorise"
    family = "arrange"
    label = N_("Sorting into categories")
    hint = N_("Each item goes into one of a few categories; you may say which is right.")
    drawn_like = ("heat",)
    counted_as = "items"
    column = "category"
    expected = N_("Put at least one of the items into one of the categories.")
    content_schema = shape(
        {
            "items": listed(
                2,
                12,
                N_("This question needs %(minItems)s to %(maxItems)s items."),
                {"right": {"type": "string"}},
            ),
            "categories": listed(
                2, 6, N_("This question needs %(minItems)s to %(maxItems)s categories.")
            ),
        },
        required=["items", "categories"],
    )
    settings_schema = shape({})
    example = Example(
        title="Pendant le sourcing, est-ce permis ?",
        content={
            "items": [
                {"id": "i1", "text": "Rencontrer plusieurs entreprises", "right": "c1"},
                {"id": "i2", "text": "Donner le prix d’un concurrent", "right": "c2"},
                {"id": "i3", "text": "Visiter un site de production"},
            ],
            "categories": [
                {"id": "c1", "text": "Permis"},
                {"id": "c2", "text": "Interdit"},
            ],
        },
        settings={},
        valid=[{"i1": "c1", "i2": "c2", "i3": "c1"}, {"i3": "c2"}, {"i2": "c1", "i1": "c1"}],
        invalid=[
            *({}, {"i4": "c1"}, {"i1": "c3"}, {"i1": None}, {"c1": "i1"}, {"i1": ["c1"]}),
            *([["i1", "c1"]], "i1", None, 1),
        ],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["items"], "content.items")
        check_ids(content["categories"], "content.categories")
        categories = texts(content["categories"])
        for index, item in enumerate(content["items"]):
            if item.get("right", next(iter(categories))) not in categories:
                raise ContentInvalid(
                    N_("There is no category with the id “%(id)s”."),
                    id=item["right"],
                    field=f"content.items.{index}.right",
                )
        return content, settings

    def items(self, poll: Poll) -> dict[str, str]:
        return texts(poll.content["items"])

    def choices(self, poll: Poll) -> dict[str, str]:
        return texts(poll.content["categories"])

    def right(self, poll: Poll) -> dict[str, str]:
        return {item["id"]: item["right"] for item in poll.content["items"] if "right" in item}

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        items = [{"id": item["id"], "text": item["text"]} for item in content["items"]]
        return {**content, "items": items}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        categories = {str(row): item["id"] for row, item in edited_rows(fields, "categories")}
        chosen = dict(enumerate(fields.get("right", ())))
        items = [
            {**item, "right": categories[chosen[row]]} if chosen.get(row) in categories else item
            for row, item in edited_rows(fields, "items")
        ]
        return {"items": items, "categories": edited_items(fields, "categories")}, {}
