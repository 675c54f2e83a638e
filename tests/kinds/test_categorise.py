"""Sorting into categories: what was put where, and what belonged there."""

from __future__ import annotations

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind
from polling.records import Tally

CATEGORISE = kind("categorise")
CATEGORIES = [{"id": "c1", "text": "Permis"}, {"id": "c2", "text": "Interdit"}]
OPINION = {
    "items": [{"id": f"i{n}", "text": text} for n, text in enumerate(("Un", "Deux", "Trois"), 1)],
    "categories": CATEGORIES,
}
JUDGED = {
    "items": [
        {"id": "i1", "text": "Un", "right": "c1"},
        {"id": "i2", "text": "Deux", "right": "c2"},
        {"id": "i3", "text": "Trois"},
    ],
    "categories": CATEGORIES,
}


def test_every_item_is_counted_in_every_category(ask):
    tally = Tally([("", {"i1": "c1", "i2": "c2"}, 2), ("", {"i1": "c2"}, 1), ("", {"i9": "c1"}, 4)])
    assert CATEGORISE.results(tally, ask("categorise", OPINION)) == {
        "items": {"i1": {"c1": 2, "c2": 1}, "i2": {"c1": 0, "c2": 2}, "i3": {"c1": 0, "c2": 0}}
    }


def test_the_score_is_of_the_items_that_belong_somewhere(ask):
    poll = ask("categorise", JUDGED)
    answers = ({"i1": "c1", "i2": "c2"}, {"i1": "c1", "i3": "c2"}, {"i3": "c1"})
    assert [CATEGORISE.score(answer, poll) for answer in answers] == [1.0, 0.5, 0.0]
    assert CATEGORISE.score({"i1": "c1"}, ask("categorise", OPINION)) is None


def test_phones_are_not_told_what_belongs_where(ask):
    poll = ask("categorise", JUDGED)
    assert CATEGORISE.public(poll.content) == OPINION
    assert CATEGORISE.has_right_answers(poll)
    assert not CATEGORISE.has_right_answers(ask("categorise", OPINION))


def test_an_item_belongs_in_a_category_there_is():
    items = [{"id": "i1", "text": "Un"}, {"id": "i2", "text": "Deux", "right": "c3"}]
    with pytest.raises(ContentInvalid) as refusal:
        CATEGORISE.check({"items": items, "categories": CATEGORIES}, {})
    assert refusal.value.details == {"id": "c3", "field": "content.items.1.right"}


def test_the_editor_gives_items_and_where_they_belong():
    content, settings = CATEGORISE.edited(
        {
            "categories_id": ["", "c2"],
            "categories_text": ["Permis", "Interdit"],
            "items_id": ["i1", "", "i3"],
            "items_text": ["Un", "", "Trois"],
            "right": ["1", "0", ""],
        }
    )
    assert content == {
        "items": [{"id": "i1", "text": "Un", "right": "c2"}, {"id": "i3", "text": "Trois"}],
        "categories": [{"id": "a", "text": "Permis"}, {"id": "c2", "text": "Interdit"}],
    }
    assert settings == {}


def test_an_export_has_each_item_by_code_and_in_words(ask):
    poll = ask("categorise", OPINION)
    row = {"category_i2": "c2", "category_i2_text": "Interdit"}
    assert CATEGORISE.row({"i2": "c2"}, poll) == row
