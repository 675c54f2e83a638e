"""Things to place between four extremes."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.form import text
from polling.kinds.items import check_ids, edited_items, listed, texts
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.places import POINT, Places, cleaned, from_hundredths, gathered
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Row, Said, Share, Summary, Table, Words
from polling.languages import N_
from polling.records import JSON, Poll, Tally

END: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": 60,
    "pattern": r"\S",
    "message": N_("Name this end of the axis in 1 to %(maxLength)s characters."),
}
AXES = {"x": ("left", "right"), "y": ("bottom", "top")}


class Grid(Kind):
    """Its answer is `{option: [x, y]}`, from the lower left; options may be left out."""

    name = "grid"
    family = "place"
    label = N_("Grid")
    hint = N_("Everybody places things between four extremes, such as cost and benefit.")
    content_schema: ClassVar[Schema] = shape(
        {
            **{axis: shape(dict.fromkeys(ends, END), required=ends) for axis, ends in AXES.items()},
            "options": listed(1, 6, N_("There are %(minItems)s to %(maxItems)s things to place.")),
        },
        required=[*AXES, "options"],
    )
    settings_schema = shape({})
    drawn_like = ("pin",)
    # "right" is an end of an axis here, and nothing is right.
    gives_away = ("solution",)
    answer_schema: ClassVar[Schema] = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": POINT,
    }
    example = Example(
        title="Par quoi commencer ?",
        content={
            "x": {"left": "Facile", "right": "Difficile"},
            "y": {"bottom": "Peu utile", "top": "Très utile"},
            "options": [
                {"id": "a", "text": "Allotir davantage"},
                {"id": "b", "text": "Publier nos besoins"},
                {"id": "c", "text": "Rencontrer les fournisseurs"},
            ],
        },
        settings={},
        valid=[{"a": [0.2, 0.9]}, {"c": [0, 1], "a": [0.5, 0.5]}, {"b": [0.12345, 1]}],
        invalid=[{}, {"d": [0, 0]}, {"a": [0.5, 1.5]}, {"a": 0.5}, {"a": None}, [0.5, 0.5], None],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["options"], "content.options")
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        options = texts(poll.content["options"])
        if not isinstance(answer, dict) or not answer or not answer.keys() <= options.keys():
            raise AnswerInvalid(N_("Place at least one thing on the grid."))
        otherwise = N_("Give both numbers of each thing that you place, from 0 to 100.")
        return {id: cleaned(answer[id], otherwise) for id in options if id in answer}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        placed = {option["id"]: Places() for option in poll.content["options"]}
        for _slot, answer, count in tally.counts:
            for id, point in answer.items():
                placed[id].add(point, count)
        return {
            "options": {
                id: {"count": places.count, "mean": places.mean(), "bins": places.bins()}
                for id, places in placed.items()
            }
        }

    def from_form(self, fields: Fields) -> JSON:
        """Of each option its marker, as in "a=", and then the numbers that were filled in."""
        answer: dict[str, list[str]] = {}
        for value in fields.get("answer", ()):
            if value.endswith("="):
                numbers = answer.setdefault(value.removesuffix("="), [])
            elif answer:
                numbers.append(value)
        return {id: from_hundredths(numbers) for id, numbers in answer.items() if numbers}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        ends = {axis: {end: text(fields, end) for end in AXES[axis]} for axis in AXES}
        return {**ends, "options": edited_items(fields, "option")}, {}

    def columns(self, poll: Poll) -> list[Column]:
        content = poll.content
        return [
            Column(
                f"{axis}_{option['id']}",
                f"{option['text']} ({content[axis][low]} → {content[axis][high]})",
            )
            for option in content["options"]
            for axis, (low, high) in AXES.items()
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {
            f"{axis}_{id}": part
            for id, point in answer.items()
            for axis, part in zip(AXES, point, strict=True)
        }

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        content = poll.content
        axes = [(content[axis][low], content[axis][high]) for axis, (low, high) in AXES.items()]
        rows = []
        for option in content["options"]:
            figures = results["options"][option["id"]]
            means = [Share(part) for part in figures["mean"]] if figures["mean"] else [None, None]
            rows.append(Row(option["text"], [figures["count"], *means]))
        ways: list[Cell] = [Said(_WAY, {"low": low, "high": high}) for low, high in axes]
        head = (N_("To place"), N_("Placed by"), *ways)
        return [Table(N_("Where things were placed on average"), head, rows)]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        options = texts(poll.content["options"])
        return [(options[id], _place(point)) for id, point in answer.items()]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        answer: dict[str, JSON] = {}
        for option in poll.content["options"]:
            centre = taste.uniform(0.15, 0.85), taste.uniform(0.15, 0.85)
            spread = taste.uniform(0.06, 0.2)
            if not answer or chance.random() < 0.9:
                answer[option["id"]] = gathered(spread, centre, chance)
        return self.clean(answer, poll)


_WAY = N_("From “%(low)s” to “%(high)s”")


def _place(point: JSON) -> Said:
    across, up = point
    return Said(N_("%(x)s across, %(y)s up"), {"x": Share(across), "y": Share(up)})
