"""What holds for every kind whatever people send, in whatever order."""

from __future__ import annotations

import json
import random
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polling.errors import AnswerInvalid, ContentInvalid, PollingError
from polling.kinds import Kind
from polling.records import JSON, Poll, Tally

any_text = st.text(st.characters(), max_size=40)
numbers = st.integers() | st.floats() | st.integers(min_value=10**400, max_value=10**401)
any_json = st.recursive(
    st.none() | st.booleans() | numbers | any_text | st.sampled_from(["a", "b", "yes", "no"]),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)
typed = st.lists(any_text, max_size=3) | any_text
FIELDS = (
    *("answer", "option_id", "option_text", "right", "min", "max"),
    *("unsure", "max_words", "max_length", "moderated"),
)
forms = st.dictionaries(
    st.sampled_from(FIELDS), st.lists(any_text | st.sampled_from("012ab"), max_size=15)
)
# The kinds are fixtures of the whole session: nothing of them changes between examples.
fuzzed = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def cleaned(each: Kind, answer: JSON, poll: Poll) -> JSON:
    """The canonical answer, or None where it is refused, in words that can be said."""
    try:
        return each.clean(answer, poll)
    except AnswerInvalid as refusal:
        say(refusal)
        return None


def say(refusal: PollingError) -> None:
    (refusal.message % refusal.details).encode()
    json.dumps(refusal.details, ensure_ascii=False, allow_nan=False).encode()
    if isinstance(refusal, ContentInvalid):
        assert refusal.details["field"].startswith(("content", "settings"))


@given(answer=any_json | typed)
@fuzzed
def test_any_json_is_cleaned_or_refused_by_name(each: Kind, example: Poll, answer: JSON):
    canonical = cleaned(each, answer, example)
    if canonical is None:
        return
    assert each.clean(canonical, example) == canonical
    stored = json.dumps(canonical, ensure_ascii=False, allow_nan=False)
    stored.encode()
    assert json.loads(stored) == canonical
    assert each.row(canonical, example).keys() <= {c.name for c in each.columns(example)}
    json.dumps(each.results(Tally([("", canonical, 1)]), example)).encode()


def test_deep_nesting_is_refused_by_name(each: Kind, example: Poll):
    deep: JSON = "a"
    for _ in range(10_000):
        deep = [deep]
    assert cleaned(each, deep, example) is None
    for content in ({"options": deep}, {"options": [{"id": "a", "text": deep}] * 2}):
        with pytest.raises(ContentInvalid):
            each.check(content, {})
    for setting in example.settings:
        with pytest.raises(ContentInvalid):
            each.check(example.content, {setting: deep})


@given(form=forms)
@fuzzed
def test_any_form_is_an_answer_or_refused_by_name(each: Kind, example: Poll, form: dict):
    cleaned(each, each.from_form(form), example)


@given(form=forms)
@fuzzed
def test_any_editor_form_is_a_poll_or_refused_by_name(each: Kind, form: dict):
    try:
        content, own = each.edited(form)
        each.check(content, own)
    except ContentInvalid as refusal:
        say(refusal)


@given(content=any_json, own=any_json)
@fuzzed
def test_any_content_and_settings_are_a_poll_or_refused_by_name(
    each: Kind, content: JSON, own: JSON
):
    for written, chosen in ((content, {}), (each.example.content, own), ({"options": content}, {})):
        try:
            each.check(written, chosen)
        except ContentInvalid as refusal:
            say(refusal)


@given(seed=st.integers(0, 10**6), votes=st.integers(0, 60), cut=st.integers(0, 60))
@settings(max_examples=40)
def test_results_do_not_depend_on_order_nor_on_where_people_voted(
    each: Kind, example: Poll, seed: int, votes: int, cut: int
):
    chance = random.Random(seed)
    answers = [each.simulate(example, chance) for _ in range(votes)]
    whole = each.results(tallied(answers), example)
    chance.shuffle(answers)
    assert each.results(tallied(answers), example) == whole
    here, there = tallied(answers[:cut]), tallied(answers[cut:])
    assert each.results(Tally(here.counts + there.counts), example) == whole
    for option, count in whole.get("counts", {}).items():
        apart = [each.results(site, example)["counts"][option] for site in (here, there)]
        assert sum(apart) == count


def tallied(answers: list[JSON]) -> Tally:
    """What the database counts."""
    counts = Counter(json.dumps(answer) for answer in answers)
    return Tally([("", json.loads(answer), count) for answer, count in counts.items()])
