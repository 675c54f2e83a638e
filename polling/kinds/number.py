"""What the kinds share whose answer is a number."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds.distribution import PLACES, Bounds, distribution
from polling.kinds.form import text
from polling.kinds.kind import Column, Fields, Kind
from polling.kinds.schema import Schema
from polling.kinds.summary import (
    FROM_TO,
    MEAN,
    MEDIAN,
    Cell,
    Facts,
    Said,
    Summary,
    Words,
    how_many,
)
from polling.languages import N_
from polling.records import JSON, Poll, Tally

Number = int | float

MOST = 10**12
"""Beyond it, a browser could not hold a number's decimals."""

A_NUMBER: Schema = {"type": "number", "minimum": -MOST, "maximum": MOST}

# One comma or point: whoever writes both, or two, may mean a thousand or a thousandth.
_TYPED = re.compile(r"[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)")
_MINUS = str.maketrans({"−": "-", "–": "-"})
_LONGEST = 40


class NumberKind(Kind):
    """Its content has `unit`, `min`, `max` and `step`, none of them required. Steps are counted
    from `min`, or from 0."""

    numbers: ClassVar[tuple[str, ...]] = ("min", "max", "step")
    """What in its content is a number."""

    content_schema: ClassVar[Schema] = {
        "properties": {
            "unit": {
                "type": "string",
                "pattern": r"\S",
                "maxLength": 30,
                "message": N_("A unit has 1 to %(maxLength)s characters."),
            },
            "min": A_NUMBER,
            "max": A_NUMBER,
            "step": {
                "type": "number",
                "minimum": 10**-PLACES,
                "maximum": MOST,
                "message": N_("A step is a number above 0."),
            },
        }
    }
    answer_schema: ClassVar[Schema] = A_NUMBER

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        for name in self.numbers:
            if name in content:
                if content[name] != content[name]:  # NaN, which no bound refuses
                    raise ContentInvalid(N_("A number is expected here."), field=f"content.{name}")
                content[name] = canonical(content[name])
        least, most = bounds(content)
        if least >= most:
            raise ContentInvalid(
                N_("The smallest number has to be below the largest."), field="content.min"
            )
        if "step" in content and content["step"] > most - least:
            raise ContentInvalid(
                N_("This step is larger than what lies between the smallest and the largest."),
                field="content.step",
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if isinstance(answer, bool) or not isinstance(answer, int | float) or answer != answer:
            raise AnswerInvalid(N_("Write a number in digits, such as 12 or 12.5."))
        least, most = bounds(poll.content)
        if answer < least:
            raise AnswerInvalid(N_("The number has to be at least %(least)s."), least=least)
        if answer > most:
            raise AnswerInvalid(N_("The number has to be at most %(most)s."), most=most)
        number = canonical(answer)
        nearest = on_step(number, poll.content)
        if number != nearest:
            raise AnswerInvalid(
                N_("Numbers go by steps of %(step)s here: the nearest is %(nearest)s."),
                step=poll.content["step"],
                nearest=nearest,
            )
        return number

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        return self.figures(counted(tally), poll)

    def figures(self, counts: Mapping[Number, int], poll: Poll) -> dict[str, JSON]:
        content = poll.content
        span = Bounds(content.get("min"), content.get("max"), content.get("step"))
        return distribution(counts, span)

    def from_form(self, fields: Fields) -> JSON:
        typed = next(iter(fields.get("answer", ())), "")
        number = typed_number(typed)
        return typed if number is None else number

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        unit = text(fields, "unit")
        content: dict[str, JSON] = {"unit": unit} if unit else {}
        for name in self.numbers:
            if typed := text(fields, name):
                number = typed_number(typed)
                if number is None:
                    raise ContentInvalid(N_("A number is expected here."), field=f"content.{name}")
                content[name] = number
        return content, {}

    def columns(self, poll: Poll) -> list[Column]:
        return [Column("number", N_("The number given"))]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"number": answer}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        if not results["count"]:
            return []
        unit = poll.content.get("unit")
        first, middle, third = (with_unit(quarter, unit) for quarter in results["quartiles"])
        bins = [(_span(each), each["count"]) for each in results["histogram"]]
        return [
            Facts(
                [
                    (MEDIAN, middle),
                    (MEAN, with_unit(results["mean"], unit)),
                    (N_("First quartile"), first),
                    (N_("Third quartile"), third),
                ]
            ),
            how_many(N_("How the answers spread"), bins, results["count"]),
        ]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", with_unit(answer, poll.content.get("unit")))]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        least, most = poll.content.get("min"), poll.content.get("max")
        if least is not None and most is not None:
            middle, spread = least + (most - least) * taste.uniform(0.3, 0.7), (most - least) / 6
        else:
            middle = (least or 0) + taste.uniform(20, 60) if most is None else most / 2
            spread = max(abs(middle) / 4, 1)
        return guess(poll, chance, middle, spread)


def canonical(number: Number) -> Number:
    """42.0 and 42 are one answer, and so are 0.1 + 0.2 and 0.3: at most 6 decimals count."""
    rounded = round(number, PLACES)
    whole = int(rounded)
    return whole if rounded == whole else rounded


def typed_number(typed: str) -> Number | None:
    """What somebody typed, with a comma or a point, and with spaces between the thousands; None
    where it is not plainly a number."""
    plain = "".join(typed.split()).translate(_MINUS)
    if len(plain) > _LONGEST or not _TYPED.fullmatch(plain):
        return None
    return canonical(float(plain.replace(",", ".")))


def bounds(content: Mapping[str, JSON]) -> tuple[Number, Number]:
    """What lies between is taken, both included."""
    return content.get("min", -MOST), content.get("max", MOST)


def on_step(number: Number, content: Mapping[str, JSON]) -> Number:
    """The nearest of the numbers that the steps of `content` lead to."""
    if "step" not in content:
        return number
    step, base = Decimal(str(content["step"])), Decimal(str(content.get("min", 0)))
    steps = (Decimal(str(number)) - base) / step
    nearest = base + steps.to_integral_value() * step
    least, most = bounds(content)
    if nearest > most:
        nearest -= step
    elif nearest < least:
        nearest += step
    return canonical(float(nearest))


def counted(tally: Tally) -> Counter[Any]:
    """How many gave each number."""
    counts: Counter[Any] = Counter()
    for _slot, answer, count in tally.counts:
        counts[answer] += count
    return counts


def guess(poll: Poll, chance: random.Random, middle: float, spread: float) -> Number:
    """As people guess: most near `middle` and in round numbers, some far off."""
    number = chance.gauss(middle, spread * (3 if chance.random() < 0.1 else 1))
    least, most = bounds(poll.content)
    roundness = 10 ** len(str(int(spread))) / chance.choice((2, 10, 10, 20))
    number = min(max(round(number / roundness) * roundness, least), most)
    return on_step(canonical(number), poll.content)


def with_unit(number: float, unit: str | None) -> Cell:
    return Said(N_("%(n)s %(unit)s"), {"n": number, "unit": unit}) if unit else number


def _span(each: Mapping[str, JSON]) -> Cell:
    """The numbers that a bin of the histogram holds; the outer ones may be open."""
    low, high = each["from"], each["to"]
    if low is None:
        return Said(N_("less than %(to)s"), {"to": high})
    if high is None:
        return Said(N_("more than %(from)s"), {"from": low})
    return low if low == high else Said(FROM_TO, {"from": low, "to": high})
