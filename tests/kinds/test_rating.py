"""Stars: how many, of how many."""

from __future__ import annotations

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

rating = kind("rating")


def test_mean_and_median_are_of_the_stars_given(ask):
    tally = Tally([("", 5, 2), ("", 3, 1), ("", 2, 1), ("", 9, 4)])
    assert rating.results(tally, ask("rating")) == {
        "counts": {"1": 0, "2": 1, "3": 1, "4": 0, "5": 2},
        "mean": 3.75,
        "median": 4,
    }


def test_without_answers_there_is_no_mean(ask):
    results = rating.results(Tally(), ask("rating", stars=3))
    assert results == {"counts": {"1": 0, "2": 0, "3": 0}, "mean": None, "median": None}


def test_more_stars_than_there_are_cannot_be_given(ask):
    assert rating.clean(10, ask("rating", stars=10)) == 10
    with pytest.raises(AnswerInvalid) as refusal:
        rating.clean(4, ask("rating", stars=3))
    assert "from 1 to 3" in refusal.value.message % refusal.value.details


@pytest.mark.parametrize("stars", [2, 11, 5.0, "5"])
def test_there_are_3_to_10_stars(stars):
    with pytest.raises(ContentInvalid) as refusal:
        rating.check({}, {"stars": stars})
    assert refusal.value.message % refusal.value.details == "There are 3 to 10 stars."


def test_the_editor_writes_labels_and_stars():
    fields = {"label_low": ["Décevante"], "label_high": [""], "stars": ["7"]}
    assert rating.edited(fields) == ({"labels": {"low": "Décevante"}}, {"stars": 7})
    assert rating.edited({}) == ({}, {})


def test_the_codebook_knows_what_the_ends_mean(ask):
    poll = ask("rating", {"labels": {"high": "Excellente"}}, stars=7)
    (column,) = rating.columns(poll)
    assert column.values == {"7": "Excellente"}
    assert rating.row(3, poll) == {"stars": 3}
