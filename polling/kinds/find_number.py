"""Guess the number: whoever comes nearest wins."""

from __future__ import annotations

import random
from collections.abc import Mapping

from polling.errors import ContentInvalid
from polling.kinds.distribution import PLACES
from polling.kinds.kind import Example
from polling.kinds.number import (
    A_NUMBER,
    MOST,
    Number,
    NumberKind,
    bounds,
    canonical,
    guess,
    with_unit,
)
from polling.kinds.schema import shape
from polling.kinds.summary import Facts, Summary
from polling.languages import N_
from polling.records import JSON, Poll


class FindNumber(NumberKind):
    """Its content has `right`, and a `tolerance` within which an answer counts as right too."""

    name = "find_number"
    family = "place"
    label = N_("Find the number")
    hint = N_("People guess a number that you know; whoever comes nearest wins.")
    may_be_right = True
    drawn_like = ("numeric",)
    numbers = (*NumberKind.numbers, "right", "tolerance")
    content_schema = shape(
        {
            **NumberKind.content_schema["properties"],
            "right": A_NUMBER,
            "tolerance": {"type": "number", "minimum": 0, "maximum": MOST},
        },
        required=["right"],
    )
    settings_schema = shape({})
    example = Example(
        title="Combien de marchés notre métropole a-t-elle notifiés l’an dernier ?",
        content={"right": 412, "min": 0, "tolerance": 2, "unit": "marchés"},
        settings={},
        valid=[412, 410.0, 0, 10_000],
        invalid=["412", -1, False, None, {"a": 412}, float("-inf")],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        least, most = bounds(content)
        if not least <= content["right"] <= most:
            raise ContentInvalid(
                N_("The right number has to lie between the smallest and the largest."),
                field="content.right",
            )
        return content, settings

    def figures(self, counts: Mapping[Number, int], poll: Poll) -> dict[str, JSON]:
        figures = super().figures(counts, poll)
        if poll.status == "closed" and poll.results_shown:
            figures["nearest"] = _nearest(counts, poll.content["right"])
            tolerance = poll.content.get("tolerance", 0)
            figures["found"] = sum(
                count
                for answer, count in counts.items()
                if _distance(answer, poll.content["right"]) <= tolerance
            )
        return figures

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in content.items() if name != "right"}

    def has_right_answers(self, poll: Poll) -> bool:
        return "right" in poll.content

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """1.0 within the tolerance; beyond it less by equal parts, down to 0 at the reach: a
        quarter of what lies between `min` and `max`, or half of the right number where one of
        them is not set."""
        content = poll.content
        beyond: float = _distance(answer, content["right"]) - content.get("tolerance", 0)
        if beyond <= 0:
            return 1.0
        reach: float
        if "min" in content and "max" in content:
            reach = (content["max"] - content["min"]) / 4
        else:
            reach = abs(content["right"]) / 2 or 1
        return max(0.0, 1 - beyond / reach)

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        told = super().summary(results, answered, poll)
        if "right" in poll.content:
            right = with_unit(poll.content["right"], poll.content.get("unit"))
            found = results.get("found", 0)
            told.insert(0, Facts([(N_("Right answer"), right), (N_("Found by"), found)]))
        return told

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        right = poll.content["right"]
        off = random.Random(poll.id).uniform(0.8, 1.1)  # a room errs to one side
        return guess(poll, chance, right * off, max(abs(right) / 5, 1))


def _nearest(counts: Mapping[Number, int], right: Number) -> dict[str, JSON] | None:
    """How near anybody came, how many did, and what they said; None where nobody answered."""
    if not counts:
        return None
    distance = min(_distance(answer, right) for answer in counts)
    answers = sorted(answer for answer in counts if _distance(answer, right) == distance)
    return {
        "distance": distance,
        "count": sum(counts[answer] for answer in answers),
        "answers": answers,
    }


def _distance(answer: Number, right: Number) -> Number:
    return canonical(round(abs(answer - right), PLACES))
