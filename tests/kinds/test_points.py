"""Points to share out: all of them, in whole numbers."""

from __future__ import annotations

import random

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

points = kind("points")

THREE = {
    "options": [
        {"id": "a", "text": "Un"},
        {"id": "b", "text": "Deux"},
        {"id": "c", "text": "Trois"},
    ]
}


def test_means_are_of_everybody_also_of_those_who_gave_nothing(ask):
    tally = Tally([("", {"a": 60, "b": 40}, 1), ("", {"a": 100}, 2), ("", {"b": 50, "c": 50}, 1)])
    assert points.results(tally, ask("points", THREE)) == {
        "means": {"a": 65, "b": 22.5, "c": 12.5},
        "totals": {"a": 260, "b": 90, "c": 50},
        # In order: a 0 60 100 100, b 0 0 40 50, c 0 0 0 50, interpolated at ¾, 1½ and 2¼.
        "quartiles": {"a": [45, 80, 100], "b": [0, 20, 42.5], "c": [0, 0, 12.5]},
    }


def test_one_person_is_all_three_quartiles(ask):
    results = points.results(Tally([("", {"b": 7, "c": 3}, 1)]), ask("points", THREE, total=10))
    assert results["quartiles"] == {"a": [0, 0, 0], "b": [7, 7, 7], "c": [3, 3, 3]}


def test_without_answers_there_are_no_means(ask):
    nothing = dict.fromkeys("abc")
    assert points.results(Tally(), ask("points", THREE)) == {
        "means": nothing,
        "totals": dict.fromkeys("abc", 0),
        "quartiles": nothing,
    }


def test_nothing_given_is_the_same_as_nothing_said(ask):
    poll = ask("points", THREE)
    answer = points.clean({"c": 40, "b": 0, "a": 60}, poll)
    assert list(answer.items()) == [("a", 60), ("c", 40)]


@pytest.mark.parametrize(
    "answer, words",
    [
        ({"a": 60}, "so far it is 60"),
        ({}, "so far it is 0"),
        ({"a": 60, "b": 60}, "only 100 points, and you gave 120"),
        ({"a": 110, "b": -10}, "from 0 to 100"),
        ({"a": 10**400}, "from 0 to 100"),
        ({"a": 99.5, "b": 0.5}, "whole number"),
        ({"d": 100}, "among the options"),
        ([100], "among the options"),
    ],
)
def test_a_refusal_says_what_is_expected(ask, answer, words):
    with pytest.raises(AnswerInvalid) as refusal:
        points.clean(answer, ask("points", THREE))
    assert words in refusal.value.message % refusal.value.details


def test_two_options_cannot_have_one_id():
    with pytest.raises(ContentInvalid):
        points.check({"options": [THREE["options"][0]] * 2}, {})


@pytest.mark.parametrize(
    "values, answer",
    [
        (["a=", "60", "b=", "40", "c="], {"a": 60, "b": 40}),
        (["a=", "b=", " 100 ", "c="], {"b": 100}),
        (["a=", "b=", "beaucoup", "c="], {"b": "beaucoup"}),
        (["a=", "b=", "c="], None),
        ([], None),
    ],
)
def test_a_field_left_empty_moves_no_points_to_another_option(values, answer):
    assert points.from_form({"answer": values}) == answer


def test_the_editor_writes_options_and_total():
    fields = {"option_id": ["", ""], "option_text": ["Un", "Deux"], "total": ["10"]}
    content, settings = points.edited(fields)
    assert content == {"options": THREE["options"][:2]}
    assert settings == {"total": 10}


@pytest.mark.parametrize("total", [2, 7, 100, 1000])
def test_simulated_attendees_share_everything_out(ask, total):
    poll = ask("points", THREE, total=total)
    for seed in range(50):
        assert sum(points.simulate(poll, random.Random(seed)).values()) == total


def test_an_export_has_a_number_for_every_option(ask):
    row = {"points_a": 0, "points_b": 100, "points_c": 0}
    assert points.row({"b": 100}, ask("points", THREE)) == row
