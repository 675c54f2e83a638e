"""Ranking: points by Borda's count, ties, right orders, forms."""

from __future__ import annotations

import random

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

RANKING = kind("ranking")
FOUR = {"options": [{"id": letter, "text": letter.upper()} for letter in "abcd"]}


def test_the_first_of_n_gets_n_points_and_the_last_one(ask):
    tally = Tally([("", ["b", "a", "d", "c"], 2), ("", ["a", "b", "c", "d"], 1)])
    results = RANKING.results(tally, ask("ranking", FOUR))
    assert results["positions"] == {
        "a": [1, 2, 0, 0], "b": [2, 1, 0, 0], "c": [0, 0, 1, 2], "d": [0, 0, 2, 1],
    }  # fmt: skip
    # a: 3 + 3 + 4, b: 4 + 4 + 3, c: 1 + 1 + 2, d: 2 + 2 + 1
    assert results["borda"] == {"a": 10, "b": 11, "c": 4, "d": 5}
    assert results["order"] == ["b", "a", "d", "c"]
    assert results["ranks"] == {"b": 1, "a": 2, "d": 3, "c": 4}


def test_options_left_out_get_nothing(ask):
    tally = Tally([("", ["c", "a"], 3), ("", ["b", "c"], 1)])
    results = RANKING.results(tally, ask("ranking", FOUR, ranked=2))
    assert results["positions"] == {"a": [0, 3], "b": [1, 0], "c": [3, 1], "d": [0, 0]}
    assert results["borda"] == {"a": 3, "b": 2, "c": 7, "d": 0}


def test_ties_share_a_rank_and_stand_as_the_host_wrote_them(ask):
    tally = Tally([("", ["d", "c", "b", "a"], 1), ("", ["d", "b", "c", "a"], 1)])
    results = RANKING.results(tally, ask("ranking", FOUR))
    assert results["borda"] == {"a": 2, "b": 5, "c": 5, "d": 8}
    assert results["order"] == ["d", "b", "c", "a"]
    assert results["ranks"] == {"d": 1, "b": 2, "c": 2, "a": 4}


def test_every_answer_gives_the_same_points_in_all(ask):
    poll = ask("ranking", FOUR, ranked=3)
    answers = [RANKING.simulate(poll, random.Random(seed)) for seed in range(50)]
    results = RANKING.results(Tally([("", answer, 1) for answer in answers]), poll)
    assert sum(results["borda"].values()) == 50 * (3 + 2 + 1)


def test_nobody_yet(ask):
    results = RANKING.results(Tally(), ask("ranking", FOUR))
    assert results["borda"] == dict.fromkeys("abcd", 0)
    assert results["positions"] == {option: [0, 0, 0, 0] for option in "abcd"}


def test_as_many_are_ranked_as_the_host_wants(ask):
    poll = ask("ranking", FOUR, ranked=2)
    assert RANKING.clean(["d", "a"], poll) == ["d", "a"]
    for answer in (["d"], ["d", "a", "b"], ["d", "d"]):
        with pytest.raises(AnswerInvalid):
            RANKING.clean(answer, poll)


def test_no_more_are_ranked_than_there_are():
    with pytest.raises(ContentInvalid) as refusal:
        RANKING.check(FOUR, {"ranked": 5})
    assert refusal.value.details == {"n": 4, "field": "settings.ranked"}


@pytest.mark.parametrize("right", [["a", "b"], ["a", "b", "c", "e"]])
def test_a_right_order_has_all_places_and_no_strangers(right):
    with pytest.raises(ContentInvalid) as refusal:
        RANKING.check({**FOUR, "right": right}, {})
    assert refusal.value.details["field"] == "content.right"


def test_the_score_is_the_share_of_right_places(ask):
    poll = ask("ranking", {**FOUR, "right": ["b", "a", "c", "d"]})
    answers = (["b", "a", "c", "d"], ["a", "b", "c", "d"], ["d", "c", "a", "b"])
    assert [RANKING.score(answer, poll) for answer in answers] == [1.0, 0.5, 0.0]
    assert RANKING.score(["b", "a", "c", "d"], ask("ranking", FOUR)) is None


def test_phones_are_not_told_the_right_order(ask):
    poll = ask("ranking", {**FOUR, "right": ["b", "a"]}, ranked=2)
    assert RANKING.has_right_answers(poll)
    assert RANKING.public(poll.content) == FOUR


@pytest.mark.parametrize(
    "values, answer",
    [
        (["a=2", "b=1", "d=3", "c=4"], ["b", "a", "d", "c"]),
        (["a=1", "b=1"], {"a": "1", "b": "1"}),
        (["a=1", "b=3"], {"a": "1", "b": "3"}),
        ([], []),
    ],
)
def test_a_form_says_each_options_place(values, answer):
    assert RANKING.from_form({"answer": values}) == answer


def test_a_form_with_a_place_taken_twice_is_refused(ask):
    with pytest.raises(AnswerInvalid):
        RANKING.clean(RANKING.from_form({"answer": ["a=1", "b=1"]}), ask("ranking", FOUR))


def test_the_editor_gives_options_and_their_right_places():
    fields = {
        "options_id": ["", "", "", ""],
        "options_text": ["Un", " ", "Deux", "Trois"],
        "right": ["2", "9", "1", ""],
        "ranked": ["2"],
    }
    content, settings = RANKING.edited(fields)
    assert [option["text"] for option in content["options"]] == ["Un", "Deux", "Trois"]
    assert content["right"] == ["b", "a"]
    assert settings == {"ranked": 2}
    assert "right" not in RANKING.edited({**fields, "right": [""] * 4})[0]


@pytest.mark.parametrize("places", [["1", "1"], ["1", "3"], ["first", "2"], ["0", "1"]])
def test_right_places_count_from_one_without_gaps(places):
    with pytest.raises(ContentInvalid) as refusal:
        RANKING.edited({"options_text": ["Un", "Deux"], "right": places})
    assert refusal.value.details == {"field": "content.right"}


def test_an_export_has_the_place_of_each_option(ask):
    poll = ask("ranking", FOUR, ranked=2)
    assert RANKING.row(["d", "a"], poll) == {"rank_d": 1, "rank_a": 2}
