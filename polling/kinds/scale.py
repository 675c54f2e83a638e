"""Statements, and how far people agree with each: a Likert scale."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds.averages import mean, median
from polling.kinds.end_labels import edited_labels, labels
from polling.kinds.form import numbers
from polling.kinds.grade import cleaned_grade, codes, simulated_grade, typed_grade
from polling.kinds.items import check_ids, edited_items, listed, texts
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.paper import Line, Paper
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import MEAN, MEDIAN, Row, Summary, Table, numbered
from polling.languages import N_
from polling.records import JSON, Poll, Tally

LEFT_OUT = 0.04
"""How often simulated attendees leave a statement out."""


class Scale(Kind):
    """Its answer gives some or all of the statements a number."""

    name = "scale"
    family = "rate"
    may_be_an_item = True
    label = N_("Scale")
    hint = N_("How far people agree with 1 to 8 statements, from one end to the other.")
    content_schema = shape(
        {
            "statements": listed(
                1, 8, N_("This question needs %(minItems)s to %(maxItems)s statements.")
            ),
            "min": {
                "type": "integer",
                "minimum": 0,
                "maximum": 1,
                "default": 1,
                "message": N_("A scale begins with %(minimum)s or %(maximum)s."),
            },
            "max": {
                "type": "integer",
                "minimum": 2,
                "maximum": 10,
                "default": 5,
                "message": N_("A scale ends with %(minimum)s to %(maximum)s."),
            },
            "labels": labels("low", "middle", "high"),
        },
        required=["statements"],
    )
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 10},
        "minProperties": 1,
    }
    example = Example(
        title="Que pensez-vous du sourcing ?",
        content={
            "statements": [
                {"id": "s1", "text": "Je sais quand y recourir"},
                {"id": "s2", "text": "J’ai le temps d’en faire"},
                {"id": "s3", "text": "Je sais ce que je peux dire à une entreprise"},
            ],
            "min": 1,
            "max": 5,
            "labels": {
                "low": "Pas du tout d’accord",
                "middle": "Ni l’un ni l’autre",
                "high": "Tout à fait d’accord",
            },
        },
        settings={},
        valid=[{"s1": 4, "s2": 1, "s3": 5}, {"s3": 2, "s1": 3}, {"s2": 1}],
        invalid=[{}, {"s1": 0}, {"s1": 6}, {"s4": 3}, {"s1": "4"}, {"s1": True}, [4], 4, None],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["statements"], "content.statements")
        if "middle" in content.get("labels", {}) and (content["min"] + content["max"]) % 2:
            raise ContentInvalid(
                N_("From %(min)s to %(max)s there is no number in the middle to label."),
                min=content["min"],
                max=content["max"],
                field="content.labels.middle",
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, dict) or not answer:
            raise AnswerInvalid(N_("Give at least one of the statements a number."))
        statements = texts(poll.content["statements"])
        if not answer.keys() <= statements.keys():
            raise AnswerInvalid(N_("Give numbers to the statements of this question."))
        grades = _grades(poll)
        return {id: cleaned_grade(answer[id], grades) for id in statements if id in answer}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        grades = _grades(poll)
        counted = {id: dict.fromkeys(grades, 0) for id in texts(poll.content["statements"])}
        for _slot, answer, count in tally.counts:
            for id, grade in answer.items():
                if grade in counted.get(id, ()):
                    counted[id][grade] += count
        return {
            "statements": {
                id: {"counts": codes(counts), "mean": mean(counts), "median": median(counts)}
                for id, counts in counted.items()
            }
        }

    def on_paper(self, poll: Poll) -> Paper | None:
        boxes = {str(grade): str(grade) for grade in _grades(poll)}
        statements = texts(poll.content["statements"])
        lines = [Line(id, text, boxes) for id, text in statements.items()]
        return Paper(lines, least=0, graded=True, ends=_words(poll))

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return {line: int(box)}

    def from_form(self, fields: Fields) -> JSON:
        """Its fields say "s1=4"."""
        given = (value.rpartition("=") for value in fields.get("answer", ()))
        return {id: typed_grade(grade) for id, _, grade in given}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {
            "statements": edited_items(fields, "statement"),
            **numbers(fields, "min", "max"),
            **edited_labels(fields, "low", "middle", "high"),
        }, {}

    def columns(self, poll: Poll) -> list[Column]:
        words = _words(poll)
        statements = texts(poll.content["statements"])
        return [Column(f"scale_{id}", text, words) for id, text in statements.items()]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {f"scale_{id}": grade for id, grade in answer.items()}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        meanings = _words(poll)
        statements = texts(poll.content["statements"])
        figures = results["statements"]
        return [
            Table(
                N_("How many people chose which number"),
                [
                    N_("Statement"),
                    *(numbered(n, meanings.get(str(n))) for n in _grades(poll)),
                    MEDIAN,
                    MEAN,
                ],
                [
                    Row(
                        statement,
                        [
                            *figures[id]["counts"].values(),
                            figures[id]["median"],
                            figures[id]["mean"],
                        ],
                    )
                    for id, statement in statements.items()
                ],
            )
        ]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        statements = list(texts(poll.content["statements"]))
        rated = [id for id in statements if chance.random() > LEFT_OUT] or statements[:1]
        grades = _grades(poll)
        return {id: simulated_grade(grades, f"{poll.id} {id}", chance) for id in rated}


def _grades(poll: Poll) -> range:
    return range(poll.content["min"], poll.content["max"] + 1)


def _words(poll: Poll) -> dict[str, str]:
    """The labels by the numbers they stand at."""
    grades = _grades(poll)
    places = {"low": grades[0], "middle": grades[len(grades) // 2], "high": grades[-1]}
    written = poll.content.get("labels", {})
    return {str(grade): written[place] for place, grade in places.items() if place in written}
