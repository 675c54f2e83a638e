"""The demonstration session is one that could be played as it stands."""

from __future__ import annotations

from polling.demonstration import demonstration
from polling.kinds import kind, kinds

POLLS = demonstration["polls"]


def test_it_has_six_questions_over_the_five_kinds_of_the_first_issue(ask):
    assert len(POLLS) == 6
    first = {"single_choice", "multiple_choice", "yes_no", "word_cloud", "open_text"}
    assert {poll["kind"] for poll in POLLS} == first <= set(kinds())
    for poll in POLLS:
        ask(poll["kind"], poll["content"], **poll["settings"])
        assert poll["title"]
        assert poll["notes"]


def test_it_shows_what_a_right_answer_and_a_hidden_result_are(ask):
    judged = [
        poll
        for poll in POLLS
        if kind(poll["kind"]).has_right_answers(ask(poll["kind"], poll["content"]))
    ]
    assert len(judged) >= 2
    assert any(poll["settings"].get("results") == "hidden" for poll in judged)


def test_its_law_names_its_articles():
    notes = " ".join(poll["notes"] for poll in POLLS)
    assert "R2111-1 " in notes
    assert "R2111-2 " in notes
