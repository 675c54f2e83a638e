"""What kinds share that are shown and take no answer."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.kind import Column, Fields, Kind
from polling.kinds.schema import Schema
from polling.kinds.summary import Summary
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class Shown(Kind):
    """Wall and phones show its content; nobody votes on it."""

    asks = False
    answer_schema: ClassVar[Schema] = {"not": {}}

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        raise AnswerInvalid(N_("There is nothing to answer here."))

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        return {}

    def from_form(self, fields: Fields) -> JSON:
        return None

    def columns(self, poll: Poll) -> list[Column]:
        return []

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        return []

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        return None
