"""What everybody said, made ready while it is read."""

from __future__ import annotations

import json
from itertools import islice

from polling import runtime
from polling.storage.sqlite.counts import PIECE, Counts

MANY = 3 * PIECE + 7


def lines(*answers: object) -> str:
    return "\n".join(json.dumps(answer, ensure_ascii=False) for answer in answers)


def test_equal_answers_are_counted_together_slot_by_slot() -> None:
    counts = Counts([("", lines("a", "b", "a")), ("two", lines(["été", "a\nb"], ["été", "a\nb"]))])
    assert list(counts) == [("", "a", 2), ("", "b", 1), ("two", ["été", "a\nb"], 2)]


def test_they_may_be_read_again() -> None:
    counts = Counts([("", lines("a"))])
    assert list(counts) == list(counts)


def test_as_many_as_there_are_people() -> None:
    counts = list(Counts([("", lines(*range(MANY), 0))]))
    assert counts == [("", 0, 2)] + [("", number, 1) for number in range(1, MANY)]


def test_others_have_their_turn_between_two_pieces() -> None:
    turns: list[int] = []

    def others() -> None:
        while len(turns) < MANY:
            turns.append(len(turns))
            runtime.sleep()

    runtime.spawn(others)
    counts = iter(Counts([("", lines(*range(MANY)))]))
    seen = []
    while list(islice(counts, PIECE)):
        seen.append(len(turns))
    assert len(set(seen)) == len(seen) > 3
    turns.extend(range(MANY))


def test_a_few_answers_are_read_in_one_go() -> None:
    """Nobody comes between, however often the figures are asked for."""
    turns: list[int] = []
    runtime.spawn(turns.append, 1)
    assert len(list(Counts([("", lines(*range(PIECE)))]))) == PIECE
    assert turns == []
    runtime.sleep()
