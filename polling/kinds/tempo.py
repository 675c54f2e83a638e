"""How the pace is: too fast, right, slow, lost. Beside all questions, for the whole session."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Summary, how_many
from polling.languages import N_
from polling.records import JSON, Poll, Tally

_WORDS = {
    "fast": N_("Too fast"),
    "right": N_("Just right"),
    "slow": N_("Too slow"),
    "lost": N_("I am lost"),
}


class Tempo(Kind):
    """Only what was said lately counts: a pace is a matter of the moment.

    Votes are stored to the minute, so that an answer counts for at least `recent_minutes` and
    for less than a minute more.
    """

    name = "tempo"
    family = "talk"
    label = N_("Tempo")
    hint = N_("Too fast, right, too slow, lost: phones can say so at any time.")
    content_schema = shape({})
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = {"enum": list(_WORDS)}
    stands = "always"
    recent_minutes = 3
    example = Example(
        title="Le rythme vous convient-il ?",
        content={},
        settings={},
        valid=["fast", "right", "slow", "lost"],
        invalid=["quick", "", None, ["fast"], 1, {"fast": 1}],
    )

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, str) or answer not in _WORDS:
            raise AnswerInvalid(
                N_("Say whether it is too fast, right or too slow, or you are lost.")
            )
        return answer

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        counts = dict.fromkeys(_WORDS, 0)
        for _slot, answer, count in tally.counts:
            counts[answer] += count
        return {"counts": counts, "minutes": self.recent_minutes}

    def from_form(self, fields: Fields) -> JSON:
        return next(iter(fields.get("answer", ())), "")

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {}, {}

    def columns(self, poll: Poll) -> list[Column]:
        return [Column("tempo", N_("What was last said of the pace"), _WORDS)]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"tempo": answer}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        counts = [(word, results["counts"][pace]) for pace, word in _WORDS.items()]
        return [how_many(N_("How many people gave each answer"), counts, answered)]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        weights = [taste.uniform(0.5, 3), 6, taste.uniform(0.3, 1.5), taste.uniform(0.2, 1.2)]
        return chance.choices(list(_WORDS), weights)[0]
