"""Single choice, multiple choice, yes or no."""

from __future__ import annotations

import pytest

from polling.errors import AnswerInvalid
from polling.kinds import kind
from polling.records import Tally

THREE = {
    "options": [
        {"id": "a", "text": "Un"},
        {"id": "b", "text": "Deux", "right": True},
        {"id": "c", "text": "Trois", "right": True},
    ]
}
OPINION = {"options": [{"id": "a", "text": "Un"}, {"id": "b", "text": "Deux"}]}


def test_single_choice_lists_options_that_nobody_chose(ask):
    tally = Tally([("", "b", 3), ("", "gone", 2)])
    results = kind("single_choice").results(tally, ask("single_choice", THREE))
    assert results == {"counts": {"a": 0, "b": 3, "c": 0}}


def test_multiple_choice_counts_each_option_chosen(ask):
    tally = Tally([("", ["a", "c"], 2), ("", ["c"], 1), ("", [], 4), ("", ["gone"], 1)])
    results = kind("multiple_choice").results(tally, ask("multiple_choice", THREE))
    assert results == {"counts": {"a": 2, "b": 0, "c": 3}}


def test_yes_no_counts_unsure_only_where_it_is_offered(ask):
    tally = Tally([("", "no", 2)])
    assert kind("yes_no").results(tally, ask("yes_no")) == {"counts": {"yes": 0, "no": 2}}
    with_doubt = ask("yes_no", unsure=True)
    assert kind("yes_no").results(tally, with_doubt) == {"counts": {"yes": 0, "no": 2, "unsure": 0}}


def test_unsure_is_refused_where_it_is_not_offered(ask):
    with pytest.raises(AnswerInvalid):
        kind("yes_no").clean("unsure", ask("yes_no"))


def test_nobody_has_to_choose_where_min_is_0(ask):
    assert kind("multiple_choice").clean([], ask("multiple_choice", THREE, min=0)) == []


@pytest.mark.parametrize(
    "answer, words",
    [(["a"], "at least 2"), (["a", "a"], "at least 2"), (["a", "b", "c"], "most 2")],
)
def test_too_few_and_too_many_choices_are_told_apart(ask, answer: list, words: str):
    poll = ask("multiple_choice", THREE, min=2, max=2)
    with pytest.raises(AnswerInvalid) as refusal:
        kind("multiple_choice").clean(answer, poll)
    assert words in refusal.value.message % refusal.value.details


def test_the_order_of_clicks_makes_no_other_answer(ask):
    poll = ask("multiple_choice", THREE)
    assert kind("multiple_choice").clean(["c", "a"], poll) == ["a", "c"]


def test_single_choice_is_right_with_any_right_option(ask):
    score = kind("single_choice").score
    poll = ask("single_choice", THREE)
    assert [score(answer, poll) for answer in "abc"] == [0.0, 1.0, 1.0]
    assert score("a", ask("single_choice", OPINION)) is None


def test_multiple_choice_is_right_with_all_right_options_and_no_other(ask):
    poll = ask("multiple_choice", THREE, min=0)
    answers = (["b", "c"], ["b"], ["a", "b", "c"], [])
    assert [kind("multiple_choice").score(answer, poll) for answer in answers] == [1, 0, 0, 0]


def test_yes_no_may_have_a_right_answer(ask):
    poll = ask("yes_no", {"right": "no"}, unsure=True)
    assert [kind("yes_no").score(answer, poll) for answer in ("yes", "no", "unsure")] == [0, 1, 0]
    assert kind("yes_no").public(poll.content) == {}
    assert kind("yes_no").score("yes", ask("yes_no")) is None


def test_phones_are_not_told_which_options_are_right(ask):
    poll = ask("single_choice", THREE)
    shown = kind("single_choice").public(poll.content)
    assert shown == {"options": [{"id": o["id"], "text": o["text"]} for o in THREE["options"]]}
    assert kind("single_choice").has_right_answers(poll)
    assert not kind("single_choice").has_right_answers(ask("single_choice", OPINION))


def test_exports_name_the_choice_by_code_and_by_words(ask):
    poll = ask("single_choice", THREE)
    assert kind("single_choice").row("b", poll) == {"choice": "b", "choice_text": "Deux"}
    poll = ask("multiple_choice", THREE)
    row = {"choice_a": 1, "choice_b": 0, "choice_c": 1}
    assert kind("multiple_choice").row(["a", "c"], poll) == row


def test_simulated_attendees_know_better_than_to_agree_on_a_wrong_answer(ask):
    poll = ask("single_choice", THREE)
    weights = kind("single_choice").weights(poll)
    assert weights == kind("single_choice").weights(poll)
    assert weights["b"] > 0.6
    assert weights["c"] > 0.6
