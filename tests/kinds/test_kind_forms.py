"""What the console's editor and the phone without JavaScript send, as kinds read it."""

from __future__ import annotations

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind


def test_rows_become_options_and_new_ones_get_the_next_letter():
    content, _ = kind("single_choice").edited(
        {
            "option_id": ["b", "", "", ""],
            "option_text": [" Deux ", "Un", "  ", "Trois"],
            "right": ["3", "2"],
        }
    )
    assert content == {
        "options": [
            {"id": "b", "text": "Deux"},
            {"id": "a", "text": "Un"},
            {"id": "c", "text": "Trois", "right": True},
        ]
    }


def test_rows_without_ids_are_all_new():
    content, _ = kind("single_choice").edited({"option_text": ["Un", "Deux"]})
    assert [option["id"] for option in content["options"]] == ["a", "b"]


@pytest.mark.parametrize(
    "name, fields, content, settings",
    [
        ("multiple_choice", {"min": ["2"], "max": ["3"]}, {"options": []}, {"min": 2, "max": 3}),
        ("multiple_choice", {"min": [""], "max": [" "]}, {"options": []}, {"max": None}),
        ("yes_no", {"unsure": ["on"], "right": ["no"]}, {"right": "no"}, {"unsure": True}),
        ("yes_no", {"right": [""]}, {}, {"unsure": False}),
        (
            "word_cloud",
            {"max_words": ["2"], "max_length": ["20"]},
            {},
            {"max_words": 2, "max_length": 20},
        ),
        (
            "open_text",
            {"max_length": ["99"], "moderated": ["1"]},
            {},
            {"max_length": 99, "moderated": True},
        ),
        ("open_text", {"max_length": [""]}, {}, {"moderated": False}),
    ],
)
def test_the_editor_gives_content_and_own_settings(name, fields, content, settings):
    assert kind(name).edited(fields) == (content, settings)


@pytest.mark.parametrize("typed", ["two", "2.5", "9" * 5000, "²"])
def test_a_number_that_is_no_number_is_named(typed: str):
    with pytest.raises(ContentInvalid) as refusal:
        kind("word_cloud").edited({"max_words": [typed]})
    assert refusal.value.details == {"field": "settings.max_words"}


@pytest.mark.parametrize(
    "name, values, answer",
    [
        ("single_choice", ["b"], "b"),
        ("single_choice", [], ""),
        ("multiple_choice", ["b", "a"], ["b", "a"]),
        ("multiple_choice", [], []),
        ("yes_no", ["yes"], "yes"),
        ("word_cloud", ["prix", " ", "délai"], ["prix", "délai"]),
        ("open_text", ["Bonjour"], "Bonjour"),
        ("open_text", [], ""),
    ],
)
def test_a_form_without_javascript_is_read_as_an_answer(name, values, answer):
    assert kind(name).from_form({"answer": values} if values else {}) == answer
