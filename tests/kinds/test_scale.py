"""Scale: statements that each person gives a number, some or all of them."""

from __future__ import annotations

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

scale = kind("scale")

TWO = {"statements": [{"id": "s1", "text": "Un"}, {"id": "s2", "text": "Deux"}]}


def test_each_statement_is_counted_by_itself(ask):
    tally = Tally([("", {"s1": 4, "s2": 1}, 2), ("", {"s1": 2}, 1), ("", {"gone": 3, "s2": 9}, 1)])
    assert scale.results(tally, ask("scale", TWO)) == {
        "statements": {
            "s1": {"counts": {"1": 0, "2": 1, "3": 0, "4": 2, "5": 0}, "mean": 10 / 3, "median": 4},
            "s2": {"counts": {"1": 2, "2": 0, "3": 0, "4": 0, "5": 0}, "mean": 1, "median": 1},
        }
    }


def test_a_statement_that_nobody_rated_has_neither_mean_nor_median(ask):
    results = scale.results(Tally([("", {"s1": 3}, 1)]), ask("scale", {**TWO, "min": 0, "max": 2}))
    assert results["statements"]["s2"] == {
        "counts": {"0": 0, "1": 0, "2": 0},
        "mean": None,
        "median": None,
    }


@pytest.mark.parametrize(
    "given, median",
    [([1], 1), ([1, 2], 1.5), ([1, 5], 3), ([1, 1, 5], 1), ([1, 2, 5, 5], 3.5), ([3, 4, 4, 5], 4)],
)
def test_the_median_is_the_middle_or_half_way(ask, given, median):
    tally = Tally([("", {"s1": grade}, 1) for grade in given])
    results = scale.results(tally, ask("scale", TWO))
    assert results["statements"]["s1"]["median"] == median


def test_the_order_of_taps_makes_no_other_answer(ask):
    answer = scale.clean({"s2": 3, "s1": 5}, ask("scale", TWO))
    assert list(answer.items()) == [("s1", 5), ("s2", 3)]


@pytest.mark.parametrize(
    "answer, words",
    [
        ({}, "at least one"),
        ([4], "at least one"),
        ({"s3": 1}, "of this question"),
        ({"s1": 0}, "from 1 to 5"),
        ({"s1": 2.0}, "from 1 to 5"),
    ],
)
def test_a_refusal_says_what_is_expected(ask, answer, words):
    with pytest.raises(AnswerInvalid) as refusal:
        scale.clean(answer, ask("scale", TWO))
    assert words in refusal.value.message % refusal.value.details


@pytest.mark.parametrize(
    "more, field, words",
    [
        ({"min": 2}, "content.min", "begins with 0 or 1"),
        ({"max": 11}, "content.max", "ends with 2 to 10"),
        ({"max": 1}, "content.max", "ends with 2 to 10"),
        ({"statements": []}, "content.statements", "1 to 8 statements"),
        ({"statements": [TWO["statements"][0]] * 2}, "content.statements.1.id", "same id"),
        ({"labels": {"low": ""}}, "content.labels.low", "1 to 60 characters"),
        ({"labels": {"middle": "?"}, "max": 4}, "content.labels.middle", "From 1 to 4"),
    ],
)
def test_a_scale_that_cannot_be_is_refused(more, field, words):
    with pytest.raises(ContentInvalid) as refusal:
        scale.check({**TWO, **more}, {})
    assert refusal.value.details["field"] == field
    assert words in refusal.value.message % refusal.value.details


def test_the_editor_writes_statements_bounds_and_labels():
    content, settings = scale.edited(
        {
            "statement_id": ["s1", ""],
            "statement_text": ["Un", "Deux"],
            "min": ["0"],
            "max": ["10"],
            "label_low": [" Non "],
            "label_middle": [""],
            "label_high": ["Oui"],
        }
    )
    assert settings == {}
    assert content == {
        "statements": [{"id": "s1", "text": "Un"}, {"id": "a", "text": "Deux"}],
        "min": 0,
        "max": 10,
        "labels": {"low": "Non", "high": "Oui"},
    }
    assert "labels" not in scale.edited({"statement_text": ["Un"]})[0]


def test_a_form_says_whose_number_it_is():
    assert scale.from_form({"answer": ["s1=4", "s_2=10"]}) == {"s1": 4, "s_2": 10}
    assert scale.from_form({}) == {}


def test_the_codebook_knows_what_the_numbers_stand_for(ask):
    labels = {"low": "Non", "middle": "Bof", "high": "Oui"}
    poll = ask("scale", {**TWO, "min": 0, "max": 4, "labels": labels})
    column = scale.columns(poll)[1]
    assert (column.name, column.description) == ("scale_s2", "Deux")
    assert column.values == {"0": "Non", "2": "Bof", "4": "Oui"}
    assert scale.row({"s2": 3}, poll) == {"scale_s2": 3}
