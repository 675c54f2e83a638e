"""What kinds share whose answer gives each of several items one of several choices."""

from __future__ import annotations

import random
from abc import abstractmethod
from collections import defaultdict
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.kind import Column, Fields, Kind
from polling.kinds.paper import Line, Paper
from polling.kinds.schema import Schema
from polling.kinds.summary import Cell, Row, Summary, Table, Words
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class Assignment(Kind):
    """Its answers are `{item: choice}`, by id; an item that somebody leaves open is absent."""

    may_be_right = True
    answer_schema: ClassVar[Schema] = {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "minProperties": 1,
    }
    counted_as: ClassVar[str]
    """What the counts are called in the results."""
    column: ClassVar[str]
    """What the columns of an export begin with: one for each item follows."""
    expected: ClassVar[str]
    """What an answer needs (a gettext id)."""

    @abstractmethod
    def items(self, poll: Poll) -> dict[str, str]:
        """What is given a choice: id → text, in the order people see."""

    @abstractmethod
    def choices(self, poll: Poll) -> dict[str, str]:
        """What can be chosen for each item: id → text, in the order people see."""

    @abstractmethod
    def right(self, poll: Poll) -> dict[str, str]:
        """The right choice of each item that has one."""

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        items, choices = self.items(poll), self.choices(poll)
        if (
            not isinstance(answer, dict)
            or not answer
            or not items.keys() >= answer.keys()
            or not all(isinstance(choice, str) and choice in choices for choice in answer.values())
        ):
            raise AnswerInvalid(self.expected)
        return {item: answer[item] for item in items if item in answer}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        given: defaultdict[tuple[str, str], int] = defaultdict(int)
        for _slot, answer, count in tally.counts:
            for pair in answer.items():
                given[pair] += count
        choices = self.choices(poll)
        counts = {
            item: {choice: given.get((item, choice), 0) for choice in choices}
            for item in self.items(poll)
        }
        return {self.counted_as: counts}

    def on_paper(self, poll: Poll) -> Paper | None:
        choices = self.choices(poll)
        return Paper([Line(id, text, choices) for id, text in self.items(poll).items()], least=0)

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return {line: box}

    def has_right_answers(self, poll: Poll) -> bool:
        return bool(self.right(poll))

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """The share of the items with a right choice that were given it."""
        right = self.right(poll)
        if not right:
            return None
        found = sum(1 for item, choice in right.items() if answer.get(item) == choice)
        return found / len(right)

    def from_form(self, fields: Fields) -> JSON:
        """Values such as "i1=c2"."""
        pairs = (value.partition("=") for value in fields.get("answer", ()))
        return {item: choice for item, _, choice in pairs if item and choice}

    def columns(self, poll: Poll) -> list[Column]:
        choices = self.choices(poll)
        return [
            column
            for item, text in self.items(poll).items()
            for column in (
                Column(f"{self.column}_{item}", text, choices),
                Column(f"{self.column}_{item}_text", text),
            )
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        choices = self.choices(poll)
        row: dict[str, str | int | float] = {}
        for item, choice in answer.items():
            row[f"{self.column}_{item}"] = choice
            row[f"{self.column}_{item}_text"] = choices[choice]
        return row

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        choices, right = self.choices(poll), self.right(poll)
        counts = results[self.counted_as]
        return [
            Table(
                N_("How many people chose what"),
                ["", *choices.values(), *([N_("Right answer")] if right else [])],
                [
                    Row(
                        text,
                        [
                            *counts[item].values(),
                            *([choices.get(right.get(item, ""))] if right else []),
                        ],
                    )
                    for item, text in self.items(poll).items()
                ],
            )
        ]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        items, choices = self.items(poll), self.choices(poll)
        return [(items[item], choices[choice]) for item, choice in answer.items()]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        right = self.right(poll)
        weights = {
            item: _weights(self.choices(poll), right.get(item), taste) for item in self.items(poll)
        }
        left_open = {item for item in weights if chance.random() < 0.06}
        if len(left_open) == len(weights):
            left_open.clear()
        return {
            item: chance.choices(list(likes), list(likes.values()))[0]
            for item, likes in weights.items()
            if item not in left_open
        }


def _weights(
    choices: Mapping[str, str], right: str | None, taste: random.Random
) -> dict[str, float]:
    """How often simulated people take each choice for an item: some items are easy, some not."""
    likes = {choice: taste.uniform(0.1, 1.0) ** 2 for choice in choices}
    if right is not None:
        likes[right] += taste.uniform(0.3, 2.5) * len(choices) / 3
    return likes
