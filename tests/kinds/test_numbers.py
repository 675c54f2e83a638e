"""Numbers: how they are typed, what is refused, and what a room's numbers add up to."""

from __future__ import annotations

import math
import statistics
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.kinds.distribution import Bounds, distribution
from polling.kinds.number import typed_number
from polling.records import Tally

numeric = kind("numeric")
find = kind("find_number")


def bins(counts: dict, *bounds: float | None) -> list[tuple]:
    histogram = distribution(counts, Bounds(*bounds))["histogram"]
    return [(each["from"], each["to"], each["count"]) for each in histogram]


@pytest.mark.parametrize(
    "typed, number",
    [
        ("42", 42),
        ("42,5", 42.5),
        ("42.50", 42.5),
        ("1 234,5", 1234.5),
        ("1\u202f234\u00a0567", 1234567),
        ("−3", -3),
        ("+.5", 0.5),
        ("007,", 7),
        ("0,0000001", 0),
        ("", None),
        ("12 jours", None),
        ("1,234.5", None),
        ("1,234,567", None),
        ("1e5", None),
        ("nan", None),
        ("inf", None),
        ("٣", None),
        ("9" * 41, None),
    ],
)
def test_a_number_is_read_as_it_is_typed_or_not_at_all(typed: str, number: float | None):
    assert typed_number(typed) == number


def test_numbers_that_are_the_same_are_one_answer(ask):
    poll = ask("numeric")
    for written, stored in ((42.0, "42"), (42, "42"), (-0.0, "0"), (0.1 + 0.2, "0.3")):
        assert repr(numeric.clean(written, poll)) == stored


@pytest.mark.parametrize(
    "answer, message",
    [
        (float("nan"), "Write a number in digits"),
        (float("inf"), "at most 10"),
        (10**400, "at most 10"),
        (-0.5, "at least 0"),
        (4.3, "steps of 0.5 here: the nearest is 4.5"),
        (9.8, "steps of 0.5 here: the nearest is 10"),
        (True, "Write a number in digits"),
    ],
)
def test_a_refusal_says_what_is_expected(ask, answer: object, message: str):
    with pytest.raises(AnswerInvalid) as refusal:
        numeric.clean(answer, ask("numeric", {"min": 0, "max": 10, "step": 0.5}))
    assert message in refusal.value.message % refusal.value.details


def test_steps_are_counted_from_the_smallest_number(ask):
    poll = ask("numeric", {"min": 1, "max": 9.5, "step": 3})
    assert [numeric.clean(number, poll) for number in (1, 4, 7)] == [1, 4, 7]
    with pytest.raises(AnswerInvalid) as refusal:
        numeric.clean(9.5, poll)
    assert refusal.value.details["nearest"] == 7


@pytest.mark.parametrize(
    "name, content, field",
    [
        ("numeric", {"min": 3, "max": 3}, "content.min"),
        ("numeric", {"min": math.nan}, "content.min"),
        ("numeric", {"max": math.inf}, "content.max"),
        ("numeric", {"step": 0}, "content.step"),
        ("numeric", {"min": 0, "max": 2, "step": 3}, "content.step"),
        ("numeric", {"unit": " "}, "content.unit"),
        ("find_number", {}, "content"),
        ("find_number", {"right": 11, "max": 10}, "content.right"),
        ("find_number", {"right": 1, "tolerance": -1}, "content.tolerance"),
    ],
)
def test_what_cannot_be_asked_is_refused_where_it_is_wrong(name: str, content: dict, field: str):
    with pytest.raises(ContentInvalid) as refusal:
        kind(name).check(content, {})
    assert refusal.value.details["field"] == field


def test_a_worked_example(ask):
    # 2 3 3 5 8 9 10 12: the quartiles stand at places 1.75, 3.5 and 5.25, counted from 0.
    tally = Tally([("", answer, 1) for answer in (9, 3, 12, 2, 5, 3, 10, 8)])
    results = numeric.results(tally, ask("numeric"))
    assert results["count"] == 8
    assert results["mean"] == 6.5
    assert results["median"] == 6.5
    assert results["quartiles"] == [3, 6.5, 9.25]
    assert [each["count"] for each in results["histogram"]] == [1, 2, 0, 1, 0, 0, 1, 1, 1, 0, 1]


def test_nobody_has_no_mean(ask):
    assert numeric.results(Tally(), ask("numeric")) == {
        "count": 0, "mean": None, "median": None, "quartiles": None, "histogram": [],
    }  # fmt: skip


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=40))
def test_quartiles_are_those_of_a_spreadsheet(answers: list[int]):
    found = distribution({a: answers.count(a) for a in answers}, Bounds())
    expected = statistics.quantiles(answers, n=4, method="inclusive")
    assert found["quartiles"] == pytest.approx(expected)
    assert found["mean"] == pytest.approx(statistics.fmean(answers), abs=1e-6)


answers = st.dictionaries(
    st.integers(-10**6, 10**6) | st.floats(-1e6, 1e6).map(lambda x: round(x, 3)),
    st.integers(1, 40), min_size=1, max_size=60,
)  # fmt: skip


@given(answers)
def test_a_histogram_counts_everybody_once_in_rising_order(counts: dict):
    found = bins(counts)
    assert sum(count for *_, count in found) == sum(counts.values())
    edges = [edge for low, high, _ in found for edge in (low, high) if edge is not None]
    assert edges == sorted(edges)
    assert 1 <= len(found) <= 21 + 2


def test_few_possible_answers_have_a_bin_each():
    assert bins({3: 2, 5: 1}) == [(3, 3, 2), (4, 4, 0), (5, 5, 1)]
    assert bins({0: 1, 1: 1}, 0, 1, 0.5) == [(0, 0, 1), (0.5, 0.5, 0), (1, 1, 1)]


def test_many_whole_numbers_share_bins_with_round_edges():
    found = bins(dict.fromkeys(range(101), 1), 0, 100)
    assert found[:2] == [(0, 9, 10), (10, 19, 10)]
    assert found[-1] == (100, 100, 1)
    assert bins(dict.fromkeys(range(1, 101), 1), 1, 100, 1)[0] == (1, 10, 10)
    halves = bins({step / 2: 1 for step in range(41)}, 0, 20, 0.5)
    assert halves[:2] == [(0, 1.5, 4), (2, 3.5, 4)]
    assert bins(dict.fromkeys(range(0, 700, 7), 1), 0, None, 7)[0] == (0, 63, 10)


def test_an_edge_between_two_bins_belongs_to_the_upper_one():
    found = bins({0.5: 1, 1: 1, 1.5: 1, 12: 1})
    assert found[:2] == [(0, 1, 1), (1, 2, 2)]
    assert found[-1] == (11, 12, 1)


def test_a_billion_typed_in_jest_does_not_flatten_the_others():
    found = bins({40: 10, 42: 20, 45: 9, 10**9: 1, -(10**9): 2})
    assert found[0] == (None, 40, 2)
    assert found[1:-1] == [(n, n, {40: 10, 42: 20, 45: 9}.get(n, 0)) for n in range(40, 46)]
    assert found[-1] == (45, None, 1)


def judged(poll):
    return replace(poll, status="closed", results_shown=True)


def test_who_came_nearest_is_told_once_the_right_number_may_be_known(ask):
    poll = ask("find_number", {"right": 42, "tolerance": 1})
    tally = Tally([("", 40, 3), ("", 44, 2), ("", 50, 1)])
    for silent in (
        poll,
        replace(poll, results_shown=False),
        replace(judged(poll), results_shown=False),
    ):
        assert find.results(tally, silent).keys() == numeric.results(tally, poll).keys()
    results = find.results(tally, judged(poll))
    assert results["nearest"] == {"distance": 2, "count": 5, "answers": [40, 44]}
    assert results["found"] == 0
    exact = find.results(Tally([("", 43, 1), ("", 42, 2), ("", 41, 1)]), judged(poll))
    assert exact["nearest"] == {"distance": 0, "count": 2, "answers": [42]}
    assert exact["found"] == 4
    assert find.results(Tally(), judged(poll))["nearest"] is None


@pytest.mark.parametrize(
    "content, scores",
    [
        ({"right": 40}, {40: 1, 50: 0.5, 30: 0.5, 60: 0, 1000: 0}),
        ({"right": 40, "tolerance": 5}, {45: 1, 35: 1, 55: 0.5, 65: 0}),
        ({"right": 40, "min": 0, "max": 80}, {40: 1, 45: 0.75, 60: 0}),
        ({"right": 0}, {0: 1, 0.5: 0.5, 1: 0, -1: 0}),
    ],
)
def test_the_score_falls_with_the_distance(ask, content: dict, scores: dict):
    poll = ask("find_number", content)
    assert {answer: find.score(answer, poll) for answer in scores} == scores


def test_the_editor_reads_numbers_as_people_write_them():
    fields = {"unit": [" jours "], "min": ["0"], "max": ["1 000"], "step": ["0,5"], "right": ["12"]}
    assert find.edited(fields)[0] == {
        "unit": "jours", "min": 0, "max": 1000, "step": 0.5, "right": 12,
    }  # fmt: skip
    with pytest.raises(ContentInvalid) as refusal:
        numeric.edited({"max": ["beaucoup"]})
    assert refusal.value.details["field"] == "content.max"


def test_a_form_gives_a_number_or_what_was_typed():
    assert numeric.from_form({"answer": ["1 234,5"]}) == 1234.5
    assert numeric.from_form({"answer": ["1,234.5"]}) == "1,234.5"
