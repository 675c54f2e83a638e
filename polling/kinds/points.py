"""Points that each person shares out among options."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.averages import mean, quartiles
from polling.kinds.form import numbers
from polling.kinds.grade import typed_grade
from polling.kinds.items import check_ids, edited_items, listed, texts
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import FROM_TO, MEAN, MEDIAN, Row, Said, Summary, Table
from polling.languages import N_
from polling.records import JSON, Poll, Tally

HEAPS = 20
"""Simulated attendees give in heaps, as people do: 5, 10, 15 out of 100."""


class Points(Kind):
    """Its answer says how many points which option gets; options without points are left out."""

    name = "points"
    family = "arrange"
    may_be_an_item = True
    label = N_("Points to share out")
    hint = N_("Each person shares 100 points out among options, by what matters most.")
    content_schema = shape(
        {"options": listed(2, 12, N_("This question needs %(minItems)s to %(maxItems)s options."))},
        required=["options"],
    )
    settings_schema = shape(
        {
            "total": {
                "description": "How many points each person shares out, all of them.",
                "type": "integer",
                "minimum": 2,
                "maximum": 1000,
                "default": 100,
                "message": N_("There are %(minimum)s to %(maximum)s points to share out."),
            }
        }
    )
    answer_schema: ClassVar[Schema] = {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 1, "maximum": 1000},
        "minProperties": 1,
    }
    example = Example(
        title="Sur 100 points, combien pour chaque critère ?",
        content={
            "options": [
                {"id": "a", "text": "Le prix"},
                {"id": "b", "text": "La valeur technique"},
                {"id": "c", "text": "L’environnement"},
            ]
        },
        settings={"total": 100},
        valid=[{"a": 60, "b": 40}, {"c": 100}, {"b": 33, "a": 33, "c": 34}, {"a": 100, "b": 0}],
        invalid=[
            {}, {"a": 60, "b": 39}, {"a": 101}, {"a": 110, "b": -10}, {"a": 50.0, "b": 50},
            {"a": True, "b": 99}, {"d": 100}, {"a": "100"}, [100], 100, None,
        ],
    )  # fmt: skip

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["options"], "content.options")
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        options = texts(poll.content["options"])
        total = poll.settings["total"]
        if not isinstance(answer, dict) or not answer.keys() <= options.keys():
            raise AnswerInvalid(N_("Share the points out among the options."))
        # True is 1 to Python, and 50.0 is 50; neither is what was asked for.
        if not all(type(given) is int and 0 <= given <= total for given in answer.values()):
            raise AnswerInvalid(
                N_("Give each option a whole number of points, from 0 to %(n)s."), n=total
            )
        shared = sum(answer.values())
        if shared < total:
            raise AnswerInvalid(
                N_("Share all %(total)s points out: so far it is %(n)s."), total=total, n=shared
            )
        if shared > total:
            raise AnswerInvalid(
                N_("There are only %(total)s points, and you gave %(n)s."), total=total, n=shared
            )
        return {option: answer[option] for option in options if answer.get(option)}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        given: dict[str, Counter[int]] = {id: Counter() for id in texts(poll.content["options"])}
        people = 0
        for _slot, answer, count in tally.counts:
            people += count
            for option, points in answer.items():
                if option in given:
                    given[option][points] += count
        for counts in given.values():
            counts[0] = people - counts.total()
        return {
            "means": {option: mean(counts) for option, counts in given.items()},
            "totals": {
                option: sum(points * count for points, count in counts.items())
                for option, counts in given.items()
            },
            "quartiles": {option: quartiles(counts) for option, counts in given.items()},
        }

    def from_form(self, fields: Fields) -> JSON:
        """Each option says "a=" in a field of its own; its points follow if there are any."""
        given: dict[str, JSON] = {}
        option = ""
        for value in fields.get("answer", ()):
            if value.endswith("="):
                option = value[:-1]
            else:
                given[option] = typed_grade(value.strip())
        return given or None

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {"options": edited_items(fields, "option")}, numbers(fields, "total")

    def columns(self, poll: Poll) -> list[Column]:
        options = texts(poll.content["options"])
        return [Column(f"points_{id}", text) for id, text in options.items()]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {f"points_{id}": answer.get(id, 0) for id in texts(poll.content["options"])}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        total = poll.settings["total"]
        rows = []
        for id, option in texts(poll.content["options"]).items():
            mean_points, quarters = results["means"][id], results["quartiles"][id]
            middle = Said(FROM_TO, {"from": quarters[0], "to": quarters[2]}) if quarters else None
            cells = [mean_points, quarters[1] if quarters else None, middle, results["totals"][id]]
            rows.append(Row(option, cells, (mean_points or 0) / total))
        head = (N_("Option"), MEAN, MEDIAN, N_("Middle half of the answers"), N_("Total"))
        return [Table(Said(N_("How %(n)s points were shared out"), {"n": total}), head, rows)]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        """Whole heaps go to the options that the room likes, and what remains to the first."""
        options = list(texts(poll.content["options"]))
        taste = random.Random(poll.id)
        liked = [taste.uniform(0.3, 2.0) / (1 + place / 3) for place in range(len(options))]
        mine = [chance.gammavariate(3 * weight, 1.0) for weight in liked]
        total = poll.settings["total"]
        heap = max(total // HEAPS, 1)
        shares = {
            option: int(total * part / sum(mine)) // heap * heap
            for option, part in zip(options, mine, strict=True)
        }
        favourite = max(shares, key=lambda option: shares[option])
        shares[favourite] += total - sum(shares.values())
        return self.clean(shares, poll)
