"""Stars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from polling.kinds.averages import mean, median
from polling.kinds.end_labels import edited_labels, labels
from polling.kinds.form import numbers
from polling.kinds.grade import OneGrade, codes
from polling.kinds.kind import Column, Example, Fields
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import MEAN, MEDIAN, PEOPLE, SHARE, Facts, Summary, how_many, numbered
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class Rating(OneGrade):
    name = "rating"
    family = "rate"
    may_be_an_item = True
    label = N_("Stars")
    hint = N_("One thing is rated with stars; the wall shows the mean.")
    content_schema = shape({"labels": labels("low", "high")})
    settings_schema = shape(
        {
            "stars": {
                "description": "How many stars there are.",
                "type": "integer",
                "minimum": 3,
                "maximum": 10,
                "default": 5,
                "message": N_("There are %(minimum)s to %(maximum)s stars."),
            }
        }
    )
    answer_schema: ClassVar[Schema] = {"type": "integer", "minimum": 1, "maximum": 10}
    example = Example(
        title="Comment notez-vous cette matinale ?",
        content={"labels": {"low": "Décevante", "high": "Excellente"}},
        settings={"stars": 5},
        valid=[1, 4, 5],
        invalid=[0, 6, 4.5, "4", True, None, [4], {"a": 4}],
    )

    def grades(self, poll: Poll) -> range:
        return range(1, poll.settings["stars"] + 1)

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        counts = self.counted(tally, poll)
        return {"counts": codes(counts), "mean": mean(counts), "median": median(counts)}

    def group(self, answer: JSON, poll: Poll) -> str | None:
        return f"{answer} ★" if isinstance(answer, int) else None

    def groups(self, poll: Poll) -> list[str]:
        return [f"{grade} ★" for grade in self.grades(poll)]

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        own = poll.content.get("labels", {})
        meanings = {1: own.get("low"), poll.settings["stars"]: own.get("high")}
        counts = [(int(stars), count) for stars, count in results["counts"].items()]
        return [
            Facts([(MEAN, results["mean"]), (MEDIAN, results["median"])]),
            how_many(
                N_("How many people gave how many stars"),
                [(numbered(stars, meanings.get(stars)), n) for stars, n in reversed(counts)],
                answered,
                head=(N_("Stars"), PEOPLE, SHARE),
            ),
        ]

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return edited_labels(fields, "low", "high"), numbers(fields, "stars")

    def ends(self, poll: Poll) -> dict[str, str]:
        written = poll.content.get("labels", {})
        ends = {"1": written.get("low"), str(poll.settings["stars"]): written.get("high")}
        return {grade: text for grade, text in ends.items() if text}

    def columns(self, poll: Poll) -> list[Column]:
        return [Column("stars", N_("How many stars were given"), self.ends(poll))]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"stars": answer}
