"""What a host is told about a question that cannot be asked as it stands."""

from __future__ import annotations

import copy

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind

TWO = [{"id": "a", "text": "Oui"}, {"id": "b", "text": "Non"}]


def changed(index: int, **values: object) -> dict:
    options = copy.deepcopy(TWO)
    options[index].update(values)
    return {"options": options}


@pytest.mark.parametrize(
    "content, field, words",
    [
        ({}, "content", "missing here: “options”"),
        ([], "content", "Named values"),
        ({"options": "a"}, "content.options", "2 to 12 options"),
        ({"options": TWO[:1]}, "content.options", "2 to 12 options"),
        ({"options": [{"id": f"o{n}", "text": "?"} for n in range(13)]}, "content.options", "12"),
        ({"options": TWO, "colour": "red"}, "content", "no such thing as “colour”"),
        ({"options": [TWO[0], {"id": "b"}]}, "content.options.1", "missing here: “text”"),
        (changed(1, text=""), "content.options.1.text", "1 to 300 characters"),
        (changed(1, text=" \t"), "content.options.1.text", "1 to 300 characters"),
        (changed(0, text="é" * 301), "content.options.0.text", "1 to 300 characters"),
        (changed(0, text=3), "content.options.0.text", "1 to 300 characters"),
        (changed(0, text="\ud800"), "content.options.0.text", "1 to 300 characters"),
        (changed(0, right="yes"), "content.options.0.right", "Yes or no"),
        (changed(0, id="é"), "content.options.0.id", "1 to 32 characters"),
        (changed(0, id="a\n"), "content.options.0.id", "1 to 32 characters"),
        (changed(1, id="a"), "content.options.1.id", "same id: “a”"),
    ],
)
def test_content_is_refused_where_it_is_wrong(content: dict, field: str, words: str):
    refused(field, words, "single_choice", content, {})


@pytest.mark.parametrize(
    "settings, field, words",
    [
        ({"min": -1}, "settings.min", "too small: at least 0"),
        ({"min": 13}, "settings.min", "too large: at most 12"),
        ({"min": 1.0}, "settings.min", "whole number"),
        ({"min": True}, "settings.min", "whole number"),
        ({"max": 0}, "settings.max", "from 1 to 12"),
        ({"max": "2"}, "settings.max", "from 1 to 12"),
        ({"max": 3}, "settings.max", "only 2 options"),
        ({"min": 2, "max": 1}, "settings.min", "At least 2 and at most 1"),
        ({"min": 3}, "settings.min", "At least 3 and at most 2"),
        ({"results": "maybe"}, "settings.results", "possible here: shown, hidden"),
        ({"phones": None}, "settings.phones", "closed, live, never"),
        ({"unsure": True}, "settings", "no such thing as “unsure”"),
    ],
)
def test_settings_are_refused_where_they_are_wrong(settings: dict, field: str, words: str):
    refused(field, words, "multiple_choice", {"options": TWO}, settings)


@pytest.mark.parametrize(
    "name, settings, words",
    [
        ("word_cloud", {"max_words": 11}, "Each person may give 1 to 10 words."),
        ("word_cloud", {"max_length": 4}, "5 to 60 characters"),
        ("open_text", {"max_length": 1001}, "10 to 1000 characters"),
        ("open_text", {"moderated": "yes"}, "Yes or no"),
        ("yes_no", {"unsure": 1}, "Yes or no"),
    ],
)
def test_a_kinds_own_settings_have_bounds(name: str, settings: dict, words: str):
    refused(f"settings.{next(iter(settings))}", words, name, {}, settings)


def test_what_is_stored_is_a_copy():
    given = {"options": copy.deepcopy(TWO)}
    stored, _ = kind("single_choice").check(given, {})
    given["options"][0]["text"] = "changed since"
    assert stored == {"options": TWO}


def refused(field: str, words: str, name: str, content: dict, settings: dict) -> None:
    with pytest.raises(ContentInvalid) as refusal:
        kind(name).check(content, settings)
    assert refusal.value.details["field"] == field
    assert words in refusal.value.message % refusal.value.details
