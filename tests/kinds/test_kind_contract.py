"""What every registered kind owes the house: docs/adding-a-kind.md says it in words."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes
from jsonschema import Draft202012Validator

from polling.errors import AnswerInvalid, KindUnknown
from polling.kinds import InSlot, Kind, kind, kinds
from polling.languages import COMPLETE
from polling.records import JSON, Entry, Poll, Tally

ROOT = Path(__file__).parents[2]


def in_slot(answer: JSON) -> InSlot:
    """An answer of an example, with the slot it stands in."""
    return answer if isinstance(answer, InSlot) else InSlot("", answer)


def checked_and_cleaned(each: Kind, slot: str, answer: JSON, poll: Poll) -> JSON:
    each.check_slot(slot, poll)
    return each.clean_slot(slot, answer, poll)


def test_a_kind_is_found_by_its_name(each: Kind):
    assert kind(each.name) is each
    assert re.fullmatch(r"[a-z][a-z_]*", each.name)


def test_a_kind_nobody_wrote_is_refused():
    with pytest.raises(KindUnknown) as refusal:
        kind("telepathy")
    assert refusal.value.details == {"kind": "telepathy"}


def test_no_two_kinds_read_alike():
    assert len({each.label for each in kinds().values()}) == len(kinds())
    assert len({each.hint for each in kinds().values()}) == len(kinds())


def test_its_schemas_are_json_schemas(each: Kind):
    for schema in (each.content_schema, each.full_settings_schema(), each.answer_schema):
        Draft202012Validator.check_schema(schema)
        json.dumps(schema, allow_nan=False)


def test_its_defaults_are_filled_in_and_are_valid(each: Kind, example: Poll):
    rules = each.full_settings_schema()["properties"]
    defaults = {name: rule["default"] for name, rule in rules.items()}
    assert {"results", "phones", "opens", "seconds", "abstain"} <= set(defaults)
    assert example.settings == {**defaults, **each.example.settings}
    assert each.check(example.content, example.settings) == (example.content, example.settings)


def test_it_takes_the_valid_answers_of_its_example(each: Kind, example: Poll):
    assert len(each.example.valid) >= (2 if each.asks else 0)
    for slot, answer in map(in_slot, each.example.valid):
        cleaned = checked_and_cleaned(each, slot, answer, example)
        Draft202012Validator(each.answer_schema).validate(cleaned)


def test_it_refuses_the_invalid_answers_of_its_example(each: Kind, example: Poll):
    assert len(each.example.invalid) >= 2
    for slot, answer in map(in_slot, each.example.invalid):
        with pytest.raises(AnswerInvalid) as refusal:
            checked_and_cleaned(each, slot, answer, example)
        assert "%(" not in refusal.value.message % refusal.value.details


def test_its_simulated_answers_are_valid_and_differ(each: Kind, example: Poll):
    if not each.asks or each.takes_slots:
        return
    answers = [each.simulate(example, random.Random(seed)) for seed in range(60)]
    assert answers == [each.clean(answer, example) for answer in answers]
    assert len({json.dumps(answer) for answer in answers}) > 1
    again = [each.simulate(example, random.Random(seed)) for seed in range(60)]
    assert answers == again


def test_what_it_simulates_in_slots_is_valid_in_them(each: Kind, example: Poll):
    if not each.takes_slots:
        return
    seen: dict[str, JSON] = {}
    for seed in range(60):
        said = each.simulate_slots(example, random.Random(seed), seen)
        assert said == each.simulate_slots(example, random.Random(seed), seen)
        for slot, answer in said.items():
            assert checked_and_cleaned(each, slot, answer, example) == answer
            entries = [Entry("6f1c02ab", slot, answer, "2026-01-14T09:31Z", "visible")]
            if each.shows_entries and slot.startswith(each.entry_slots):
                seen = dict(each.results(Tally((), entries, 1), example))
    if each.shows_entries:
        assert seen, "nobody ever wrote anything"


def test_only_a_kind_that_takes_slots_has_any(each: Kind, example: Poll):
    slots = {slot for slot, _answer in map(in_slot, each.example.valid)}
    assert (slots <= {""}) != each.takes_slots
    assert not each.takes_slots or any(slot.startswith(each.entry_slots) for slot in slots)
    with pytest.raises(AnswerInvalid):
        each.check_slot("nothing of the kind", example)


def test_what_it_makes_public_gives_no_right_answer_away(each: Kind, example: Poll):
    assert each.gives_away
    assert properties(each.public(example.content)).isdisjoint(each.gives_away)
    if each.has_right_answers(example):
        assert not properties(example.content).isdisjoint(each.gives_away)


def properties(content: JSON) -> set[str]:
    """The names of all properties, at any depth."""
    if isinstance(content, dict):
        return content.keys() | properties(list(content.values()))
    return set().union(*map(properties, content)) if isinstance(content, list) else set()


def test_a_poll_that_knows_what_is_right_no_longer_does_once_that_is_dropped(
    each: Kind, example: Poll
):
    public = replace(example, content=each.public(example.content))
    assert not each.has_right_answers(public)


def test_a_score_stands_between_0_and_1_where_there_is_a_right_answer(each: Kind, example: Poll):
    for slot, answer in map(in_slot, each.example.valid):
        score = each.score(each.clean_slot(slot, answer, example), example)
        if each.has_right_answers(example):
            assert 0 <= score <= 1
        else:
            assert score is None


def test_its_partial_has_macros_that_work_empty(each: Kind):
    template = (ROOT / "templates" / "kinds" / f"{each.name}.html").read_text("utf-8")
    macros = {macro.name: macro for macro in Environment().parse(template).find_all(nodes.Macro)}
    assert {"phone", "wall", "editor"} <= set(macros)
    for name in ("phone", "wall", "editor"):
        assert len(macros[name].args) == len(macros[name].defaults), f"{name}() needs an argument"


def test_its_module_draws_the_phone_and_the_wall(each: Kind):
    module = (ROOT / "static" / "kinds" / f"{each.name}.js").read_text("utf-8")
    for name in ("phone", "wall"):
        assert re.search(rf"^export (function {name}\b|{{[^}}]*\b{name}\b)", module, re.MULTILINE)


@pytest.mark.parametrize("language", COMPLETE)
def test_its_label_and_hint_are_in_both_catalogues(each: Kind, language: str):
    path = ROOT / "translations" / language / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language)
    for text in (each.label, each.hint):
        message = catalogue.get(text)
        assert message is not None, f"not extracted: {text}"
        assert not message.fuzzy
        assert message.string or language == "en", f"not translated: {text}"


def test_it_has_a_page_that_names_all_its_settings(each: Kind):
    page = (ROOT / "docs" / "kinds" / f"{each.name}.md").read_text("utf-8")
    for word in (each.name, *each.settings_schema["properties"]):
        assert f"`{word}`" in page


def test_answers_that_are_groups_have_words(each: Kind, example: Poll):
    groups = each.groups(example)
    assert len(set(groups)) == len(groups)
    if each.takes_slots or not each.asks:
        assert groups == []
        return
    found = {each.group(each.clean(answer, example), example) for answer in each.example.valid}
    assert found <= set(groups) if groups else found == {None}
    assert each.group(None, example) is None
