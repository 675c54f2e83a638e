"""Matching: pairs that are counted, and a solution that stays a secret."""

from __future__ import annotations

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind
from polling.records import Tally

MATCHING = kind("matching")
SIDES = {
    "left": [{"id": "l1", "text": "Un"}, {"id": "l2", "text": "Deux"}],
    "right": [{"id": f"r{n}", "text": text} for n, text in enumerate(("One", "Two", "Six"), 1)],
}
SOLVED = {**SIDES, "solution": {"l1": "r1", "l2": "r2"}}


def test_every_pair_is_counted_and_those_nobody_made_are_listed(ask):
    tally = Tally([("", {"l1": "r2", "l2": "r2"}, 2), ("", {"l2": "r1"}, 3), ("", {"l9": "r1"}, 1)])
    assert MATCHING.results(tally, ask("matching", SIDES)) == {
        "pairs": {"l1": {"r1": 0, "r2": 2, "r3": 0}, "l2": {"r1": 3, "r2": 2, "r3": 0}}
    }


def test_the_order_of_answering_makes_no_other_answer(ask):
    poll = ask("matching", SIDES)
    assert list(MATCHING.clean({"l2": "r1", "l1": "r1"}, poll)) == ["l1", "l2"]


def test_the_score_is_the_share_of_right_pairs(ask):
    poll = ask("matching", SOLVED)
    answers = ({"l1": "r1", "l2": "r2"}, {"l1": "r1", "l2": "r1"}, {"l2": "r2"}, {"l1": "r3"})
    assert [MATCHING.score(answer, poll) for answer in answers] == [1.0, 0.5, 0.5, 0.0]
    assert MATCHING.score({"l1": "r1"}, ask("matching", SIDES)) is None


def test_items_without_a_solution_do_not_count(ask):
    poll = ask("matching", {**SIDES, "solution": {"l1": "r1"}})
    assert MATCHING.score({"l1": "r1", "l2": "r3"}, poll) == 1.0


def test_phones_see_both_sides_and_no_solution(ask):
    poll = ask("matching", SOLVED)
    assert MATCHING.public(poll.content) == SIDES
    assert MATCHING.has_right_answers(poll)
    assert not MATCHING.has_right_answers(ask("matching", SIDES))


@pytest.mark.parametrize("solution", [{"l3": "r1"}, {"l1": "r4"}, {"r1": "l1"}, {"\ud800": None}])
def test_a_solution_names_what_there_is(solution):
    with pytest.raises(ContentInvalid) as refusal:
        MATCHING.check({**SIDES, "solution": solution}, {})
    assert refusal.value.details["field"] == "content.solution"


@pytest.mark.parametrize("side", ["left", "right"])
def test_two_items_of_a_side_have_two_ids(side):
    with pytest.raises(ContentInvalid) as refusal:
        MATCHING.check(
            {**SIDES, side: [{"id": "x", "text": "Un"}, {"id": "x", "text": "Deux"}]}, {}
        )
    assert refusal.value.details["field"] == f"content.{side}.1.id"


def test_a_form_names_pairs():
    assert MATCHING.from_form({"answer": ["l1=r2", "l2=r1"]}) == {"l1": "r2", "l2": "r1"}
    assert MATCHING.from_form({}) == {}


def test_the_editor_gives_both_sides_and_what_goes_with_what():
    content, settings = MATCHING.edited(
        {
            "right_id": ["r1", "", "r2"],
            "right_text": ["One", "  ", "Two"],
            "left_id": ["l1", "", ""],
            "left_text": ["Un", "Deux", "Trois"],
            "solution": ["2", "", "1"],  # the third goes with a row that is empty
        }
    )
    assert content == {
        "left": [
            {"id": "l1", "text": "Un"},
            {"id": "a", "text": "Deux"},
            {"id": "b", "text": "Trois"},
        ],
        "right": [{"id": "r1", "text": "One"}, {"id": "r2", "text": "Two"}],
        "solution": {"l1": "r2"},
    }
    assert settings == {}


def test_an_export_has_each_pair_by_code_and_in_words(ask):
    poll = ask("matching", SIDES)
    assert MATCHING.row({"l2": "r3"}, poll) == {"match_l2": "r3", "match_l2_text": "Six"}
