"""What holds for every kind whatever people send, in whatever order."""

from __future__ import annotations

import json
import random
from collections import Counter
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polling.errors import AnswerInvalid, ContentInvalid, PollingError
from polling.kinds import Kind
from polling.records import JSON, Entry, Poll, Tally

any_text = st.text(st.characters(), max_size=40)
numbers = st.integers() | st.floats() | st.integers(min_value=10**400, max_value=10**401)
any_json = st.recursive(
    st.none() | st.booleans() | numbers | any_text | st.sampled_from(["a", "b", "yes", "no"]),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)
typed = st.lists(any_text, max_size=3) | any_text
slots = any_text | st.builds(
    str.__add__, st.sampled_from(["q:", "up:", "in:", "idea:"]), any_text | st.just("1")
)
FIELDS = (
    *("answer", "option_id", "option_text", "right", "min", "max"),
    *("unsure", "max_words", "max_length", "moderated"),
    *("fresh", "withdraw", "column", "columns_id", "columns_text", "votes"),
)
forms = st.dictionaries(
    st.sampled_from(FIELDS), st.lists(any_text | st.sampled_from("012ab"), max_size=15)
)
# The kinds are fixtures of the whole session: nothing of them changes between examples.
fuzzed = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


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


@given(slot=slots, answer=any_json | typed)
@fuzzed
def test_any_text_is_a_slot_or_refused_by_name(each: Kind, example: Poll, slot: str, answer: JSON):
    try:
        each.check_slot(slot, example)
        canonical = each.clean_slot(slot, answer, example)
    except AnswerInvalid as refusal:
        say(refusal)
        return
    slot.encode()
    assert len(slot) <= 80, "slots are kept with every ballot"
    assert each.clean_slot(slot, canonical, example) == canonical
    json.dumps(canonical, ensure_ascii=False, allow_nan=False).encode()
    row = each.row_slot(slot, canonical, example)
    assert row.keys() <= {column.name for column in each.columns(example)}
    json.dumps(each.results(Tally([(slot, canonical, 1)]), example)).encode()


@given(form=forms)
@fuzzed
def test_any_form_is_an_answer_or_refused_by_name(each: Kind, example: Poll, form: dict):
    cleaned(each, each.from_form(form), example)
    for slot, answer in each.slots_from_form(form).items():
        try:
            each.check_slot(slot, example)
            if answer is not None:
                each.clean_slot(slot, answer, example)
        except AnswerInvalid as refusal:
            say(refusal)


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


class Said(NamedTuple):
    """One thing that somebody said, and what it would be shown under."""

    slot: str
    answer: JSON
    entry: str
    minute: str


@given(seed=st.integers(0, 10**6), people=st.integers(0, 25), cut=st.integers(0, 40))
@settings(max_examples=40, deadline=None)
def test_results_do_not_depend_on_order_nor_on_where_people_voted(
    each: Kind, example: Poll, seed: int, people: int, cut: int
):
    chance = random.Random(seed)
    ballots = cast(each, example, people, chance)
    whole = each.results(tallied(each, ballots), example)
    chance.shuffle(ballots)
    assert each.results(tallied(each, ballots), example) == whole
    here, there = tallied(each, ballots[:cut]), tallied(each, ballots[cut:])
    assert each.results(together(here, there), example) == whole
    for option, count in whole.get("counts", {}).items():
        apart = [each.results(site, example)["counts"][option] for site in (here, there)]
        assert sum(apart) == count


def cast(each: Kind, example: Poll, people: int, chance: random.Random) -> list[Said]:
    """What so many people say, each of whom sees what was said before."""
    ballots: list[Said] = []
    for _ in range(people):
        said = {"": each.simulate(example, chance)}
        if each.takes_slots:
            seen = each.results(tallied(each, ballots), example)
            said = each.simulate_slots(example, chance, seen)
        for slot, answer in said.items():
            entry, minute = f"{chance.getrandbits(40):x}", chance.randint(10, 14)
            ballots.append(Said(slot, answer, entry, f"2026-01-14T09:{minute}Z"))
    return ballots


def tallied(each: Kind, ballots: list[Said]) -> Tally:
    """What the database counts, and the single entries of kinds that show them."""
    counts = Counter((said.slot, json.dumps(said.answer)) for said in ballots)
    entries = [
        Entry(said.entry, said.slot, said.answer, said.minute, "visible")
        for said in ballots
        if each.shows_entries and said.slot.startswith(each.entry_slots)
    ]
    told = [(slot, json.loads(answer), count) for (slot, answer), count in counts.items()]
    return Tally(told, newest_first(entries), len(entries))


def together(here: Tally, there: Tally) -> Tally:
    """The tallies of two sites as one."""
    return Tally(
        [*here.counts, *there.counts],
        newest_first([*here.entries, *there.entries]),
        here.entries_total + there.entries_total,
    )


def newest_first(entries: list[Entry]) -> list[Entry]:
    """As storage gives them."""
    return sorted(sorted(entries, key=lambda e: e.id), key=lambda e: e.minute, reverse=True)
