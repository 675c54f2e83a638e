"""What everybody said, made ready while it is read."""

from __future__ import annotations

import json

from polling.storage.sqlite.counts import PIECE, Counts
from polling.storage.store import at_once

MANY = 3 * PIECE + 7


def lines(*answers: object) -> str:
    return "\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers)


def test_equal_answers_are_counted_together_slot_by_slot() -> None:
    counts = Counts(
        [("", lines("a", "b", "a")), ("two", lines(["été", "a\nb"], ["été", "a\nb"]))], at_once
    )
    assert list(counts) == [("", "a", 2), ("", "b", 1), ("two", ["été", "a\nb"], 2)]


def test_they_may_be_read_again() -> None:
    counts = Counts([("", lines("a"))], at_once)
    assert list(counts) == list(counts)


def test_as_many_as_there_are_people() -> None:
    counts = list(Counts([("", lines(*range(MANY), 0))], at_once))
    assert counts == [("", 0, 2)] + [("", number, 1) for number in range(1, MANY)]


def test_others_have_their_turn_between_two_pieces() -> None:
    seen: list[int] = []
    turns: list[int] = []
    for number, _ in enumerate(Counts([("", lines(*range(MANY)))], lambda: turns.append(1))):
        if number % PIECE == 0:
            seen.append(len(turns))
    assert seen == [0, 1, 2, 3]


def test_a_few_answers_are_read_in_one_go() -> None:
    """Nobody comes between, however often the figures are asked for."""
    turns: list[int] = []
    counts = Counts([("", lines(*range(PIECE)))], lambda: turns.append(1))
    assert len(list(counts)) == PIECE
    assert turns == []
