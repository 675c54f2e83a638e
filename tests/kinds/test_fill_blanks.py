"""A text with blanks: how hosts write it, how answers are compared, what most people wrote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind
from polling.records import Tally

blanks = kind("fill_blanks")
TEXT = "L’article [[R2111-1 | R. 2111-1]] permet des [[études]]."


def test_the_text_is_taken_apart(ask):
    assert ask("fill_blanks", {"text": TEXT}).content == {
        "parts": ["L’article ", " permet des ", "."],
        "blanks": [
            {"id": "b1", "right": ["R2111-1", "R. 2111-1"]},
            {"id": "b2", "right": ["études"]},
        ],
    }


@pytest.mark.parametrize(
    "text, field, words",
    [
        ("", "content.blanks", "1 to 10 words in double square brackets"),
        ("Rien à trouver", "content.blanks", "1 to 10 words in double square brackets"),
        ("[[a]] " * 11, "content", "at most 11"),
        ("Un [[ ]] vide", "content.blanks.0.right.0", "1 to 60 characters"),
        ("Un [[|b]] vide", "content.blanks.0.right.0", "1 to 60 characters"),
        ("Un [[" + "x" * 61 + "]]", "content.blanks.0.right.0", "1 to 60 characters"),
        ("[[a]] et [[b", "content.text", "open and close"),
        ("[[a]] et b]]", "content.text", "open and close"),
    ],
)
def test_a_text_that_cannot_be_asked_is_refused(text: str, field: str, words: str):
    with pytest.raises(ContentInvalid) as refusal:
        blanks.check({"text": text}, {})
    assert refusal.value.details["field"].startswith(field)
    assert words in refusal.value.message % refusal.value.details


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"parts": ["a", "b"]},
        {"parts": ["a"], "blanks": [{"id": "b1", "right": ["x"]}]},
        {"parts": ["", "", ""], "blanks": [{"id": "b1", "right": ["x"]}] * 2},
    ],
)
def test_parts_and_blanks_have_to_fit(content: dict):
    with pytest.raises(ContentInvalid):
        blanks.check(content, {})


def test_phones_get_the_gaps_alone(ask):
    public = blanks.public(ask("fill_blanks", {"text": TEXT}).content)
    assert public == {
        "parts": ["L’article ", " permet des ", "."],
        "blanks": [{"id": "b1"}, {"id": "b2"}],
    }


@pytest.mark.parametrize(
    "answer, score",
    [
        ({"b1": "r2111-1", "b2": "ETUDES"}, 1),
        ({"b1": "R .2111-1", "b2": "etudes "}, 1),
        ({"b1": "R2111-1"}, 0.5),
        ({"b1": "R2111-1", "b2": "visites"}, 0.5),
        ({"b2": "étude"}, 0),
    ],
)
def test_each_blank_is_a_part_of_the_score(ask, answer: dict, score: float):
    assert blanks.score(answer, ask("fill_blanks", {"text": TEXT})) == score


def test_the_most_usual_answers_come_first_as_most_people_wrote_them(ask):
    poll = ask("fill_blanks", {"text": TEXT})
    tally = Tally(
        [("", {"b2": "Études"}, 2), ("", {"b2": "etudes", "b1": "x"}, 1), ("", {"b2": "avis"}, 1)]
    )
    results = blanks.results(tally, poll)["blanks"]
    assert results["b2"] == {
        "answers": [{"text": "Études", "count": 3}, {"text": "avis", "count": 1}],
        "more": 0,
    }
    assert results["b1"] == {"answers": [{"text": "x", "count": 1}], "more": 0}


def test_what_is_right_is_told_after_the_vote_alone(ask):
    poll = ask("fill_blanks", {"text": TEXT})
    tally = Tally(
        [("", {"b1": "R 2111-1"}, 2), ("", {"b1": "r. 2111-1"}, 1), ("", {"b1": "L1"}, 4)]
    )
    for silent in (poll, replace(poll, status="closed", results_shown=False)):
        assert "right" not in str(blanks.results(tally, silent))
        assert "found" not in str(blanks.results(tally, silent))
    told = blanks.results(tally, replace(poll, status="closed"))["blanks"]["b1"]
    assert told == {
        "answers": [
            {"text": "L1", "count": 4},
            {"text": "R 2111-1", "count": 2, "right": True},
            {"text": "r. 2111-1", "count": 1, "right": True},
        ],
        "more": 0,
        "found": 3,
    }


def test_ten_answers_are_listed_and_the_others_counted(ask):
    tally = Tally([("", {"b1": f"mot {number:02}"}, 1) for number in range(13)])
    of_blank = blanks.results(tally, ask("fill_blanks", {"text": TEXT}))["blanks"]["b1"]
    assert [each["text"] for each in of_blank["answers"]] == [f"mot {n:02}" for n in range(10)]
    assert of_blank["more"] == 3


def test_an_answer_taken_off_the_wall_stays_off_in_every_spelling(ask):
    poll = ask("fill_blanks", {"text": TEXT})
    poll = replace(poll, hidden=(blanks.entry_key("Zut !", poll),))
    tally = Tally([("", {"b1": "zut!"}, 2), ("", {"b1": "R2111-1", "b2": "ZUT !"}, 1)])
    results = blanks.results(tally, poll)["blanks"]
    assert results["b1"]["answers"] == [{"text": "R2111-1", "count": 1}]
    assert results["b2"]["answers"] == []


def test_a_form_says_before_each_field_which_blank_it_is():
    values = ["b1=", "b2=", "études", "b3="]
    assert blanks.from_form({"answer": values}) == {"b2": "études"}
    assert blanks.from_form({"answer": ["études"]}) == {}
