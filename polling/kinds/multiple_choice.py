"""Several answers out of a list."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds.form import numbers
from polling.kinds.kind import Column, Example, Fields
from polling.kinds.options import WrittenOptions, edited_options
from polling.kinds.paper import Line, Paper
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Words
from polling.languages import N_
from polling.records import JSON, Poll


class MultipleChoice(WrittenOptions):
    """Its answer is the list of the chosen ids, in the order of the options."""

    name = "multiple_choice"
    family = "choose"
    may_be_an_item = True
    label = N_("Multiple choice")
    hint = N_("Several answers out of a list; you may say which ones are right.")
    settings_schema = shape(
        {
            "min": {
                "description": "How many options are chosen at least.",
                "type": "integer",
                "minimum": 0,
                "maximum": 12,
                "default": 1,
            },
            "max": {
                "description": "How many options are chosen at most; null: as many as there are.",
                "type": ["integer", "null"],
                "minimum": 1,
                "maximum": 12,
                "default": None,
                "message": N_("A number from %(minimum)s to %(maximum)s is expected here."),
            },
        }
    )
    answer_schema: ClassVar[Schema] = {
        "type": "array",
        "items": {"type": "string"},
        "uniqueItems": True,
    }
    example = Example(
        title="Qu’attendez-vous d’un échange avec un fournisseur ?",
        content={
            "options": [
                {"id": "a", "text": "Connaître les prix", "right": True},
                {"id": "b", "text": "Découvrir des innovations"},
                {"id": "c", "text": "Affiner le besoin", "right": True},
                {"id": "d", "text": "Aller plus vite"},
            ]
        },
        settings={"max": 3},
        valid=[["a"], ["c", "a"], ["a", "b", "c"], ["b", "b"]],
        invalid=[[], ["a", "b", "c", "d"], ["e"], "a", [["a"]], [None], {"a": True}, None],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        available = len(content["options"])
        if settings["max"] is not None and settings["max"] > available:
            raise ContentInvalid(
                N_("There are only %(n)s options to choose from."),
                n=available,
                field="settings.max",
            )
        if settings["min"] > (settings["max"] or available):
            raise ContentInvalid(
                N_("At least %(min)s and at most %(max)s cannot both be chosen."),
                min=settings["min"],
                max=settings["max"] or available,
                field="settings.min",
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        options = self.options(poll)
        if not isinstance(answer, list) or not all(
            isinstance(option, str) and option in options for option in answer
        ):
            raise AnswerInvalid(N_("Choose among the answers offered."))
        chosen = [option for option in options if option in answer]
        least, most = _bounds(poll, len(options))
        if len(chosen) < least:
            raise AnswerInvalid(N_("Choose some more answers: at least %(n)s."), n=least)
        if len(chosen) > most:
            raise AnswerInvalid(N_("Choose fewer answers: at most %(n)s."), n=most)
        return chosen

    def on_paper(self, poll: Poll) -> Paper | None:
        options = self.options(poll)
        least, most = _bounds(poll, len(options))
        return Paper([Line("", "", options)], least, most, lettered=self.lettered)

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return [box]

    def score(self, answer: JSON, poll: Poll) -> float | None:
        right = self.right(poll)
        return float(set(answer) == right) if right else None

    def from_form(self, fields: Fields) -> JSON:
        return list(fields.get("answer", ()))

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {"options": edited_options(fields)}, {"max": None, **numbers(fields, "min", "max")}

    def columns(self, poll: Poll) -> list[Column]:
        words = {"1": N_("chosen"), "0": N_("not chosen")}
        return [Column(f"choice_{id}", text, words) for id, text in self.options(poll).items()]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {f"choice_{option}": int(option in answer) for option in self.options(poll)}

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        options = self.options(poll)
        return [("", options[option]) for option in answer]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        weights = self.weights(poll)
        least, most = _bounds(poll, len(weights))
        # The keys of a weighted draw without replacement (Efraimidis and Spirakis, 2006).
        drawn = sorted(weights, key=lambda option: chance.random() ** (1 / weights[option]))
        wanted = chance.randint(max(least, 1), max(1, most - 1 if most > least else most))
        return self.clean(drawn[-wanted:], poll)


def _bounds(poll: Poll, available: int) -> tuple[int, int]:
    most = poll.settings["max"]
    return poll.settings["min"], available if most is None else most
