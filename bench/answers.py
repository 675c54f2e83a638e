"""Answers to a poll of any kind, as they are stored: many alike, or none like another."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

from polling.errors import AnswerInvalid
from polling.kinds import kind
from polling.records import JSON, Poll

DIFFERENT_IN_A_ROOM = 30
"""Where answers repeat, so many of them."""


def repeating(poll: Poll, number: int) -> Iterator[str]:
    """What a rehearsal would say, again and again."""
    chance = random.Random(poll.kind)
    few = [_stored(kind(poll.kind).simulate(poll, chance)) for _ in range(DIFFERENT_IN_A_ROOM)]
    return (chance.choice(few) for _ in range(number))


def differing(poll: Poll, number: int) -> Iterator[str]:
    """Each with texts and fractions of its own, where the kind has such; else as it comes."""
    asked, chance = kind(poll.kind), random.Random(poll.kind)
    for turn in range(number):
        usual = asked.simulate(poll, chance)
        try:
            yield _stored(asked.clean(_changed(usual, turn, chance), poll))
        except AnswerInvalid:
            yield _stored(usual)


def _changed(answer: JSON, turn: int, chance: random.Random) -> Any:
    if isinstance(answer, str):
        mark = f"{turn:05x}"
        return mark + answer[len(mark) :]
    if isinstance(answer, float):
        return chance.random()
    if isinstance(answer, list):
        return [_changed(part, turn, chance) for part in answer]
    if isinstance(answer, dict):
        return {name: _changed(part, turn, chance) for name, part in answer.items()}
    return answer


def _stored(answer: JSON) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
