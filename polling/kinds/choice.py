"""What kinds share that count how many chose what, and may know which choice is right."""

from __future__ import annotations

import random
from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.kind import Column, Fields, Kind
from polling.kinds.paper import Line, Paper
from polling.kinds.summary import ANSWER, PEOPLE, SHARE, Row, Summary, Table, share
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class Choice(Kind):
    """Its answers are an option's id, or a list of them."""

    may_be_right = True
    lettered: ClassVar[bool] = False
    """Whether screens give options a letter and a shape."""

    @abstractmethod
    def options(self, poll: Poll) -> dict[str, str]:
        """What can be chosen: id → text, in the order people see."""

    @abstractmethod
    def right(self, poll: Poll) -> set[str]:
        """The ids of the right options; empty where the poll asks for an opinion."""

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        counts = dict.fromkeys(self.options(poll), 0)
        for _slot, answer, count in tally.counts:
            for option in [answer] if isinstance(answer, str) else answer:
                if option in counts:
                    counts[option] += count
        return {"counts": counts}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        options, right = self.options(poll), self.right(poll)
        return [
            Table(
                N_("How many people gave each answer"),
                (ANSWER, PEOPLE, SHARE),
                [
                    Row(text, [count, share(count, answered)], count / (answered or 1), id in right)
                    for id, text in options.items()
                    for count in [results["counts"][id]]
                ],
            )
        ]

    def on_paper(self, poll: Poll) -> Paper | None:
        return Paper([Line("", "", self.options(poll))], lettered=self.lettered)

    def has_right_answers(self, poll: Poll) -> bool:
        return bool(self.right(poll))

    def weights(self, poll: Poll) -> dict[str, float]:
        """How much simulated attendees like each option: the same for a whole poll."""
        taste = random.Random(poll.id)
        right = self.right(poll)
        return {
            option: taste.uniform(0.5, 2.0) * (2.0 if option in right else 1.0) / (1 + place / 3)
            for place, option in enumerate(self.options(poll))
        }


class OneChoice(Choice):
    """One option is chosen."""

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, str) or answer not in self.options(poll):
            raise AnswerInvalid(N_("Choose one of the answers offered."))
        return answer

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return box

    def score(self, answer: JSON, poll: Poll) -> float | None:
        right = self.right(poll)
        return float(answer in right) if right else None

    def group(self, answer: JSON, poll: Poll) -> str | None:
        return self.options(poll).get(answer) if isinstance(answer, str) else None

    def groups(self, poll: Poll) -> list[str]:
        return list(self.options(poll).values())

    def from_form(self, fields: Fields) -> JSON:
        return next(iter(fields.get("answer", ())), "")

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column("choice", N_("The answer chosen, as a code"), self.options(poll)),
            Column("choice_text", N_("The answer chosen, in words")),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"choice": answer, "choice_text": self.options(poll)[answer]}

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        weights = self.weights(poll)
        return chance.choices(list(weights), list(weights.values()))[0]
