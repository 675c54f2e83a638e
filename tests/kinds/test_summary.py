"""What every kind tells of a question afterwards, in words and figures, and of one's own answer."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest

from polling.kinds import InSlot, Summary, kind, kinds
from polling.kinds.summary import Facts, Part, Pointed, Said, Share, Table, Texts, Written
from polling.records import Entry, Poll, Tally
from tests.exports.examples import canonical, poll_of

TELLS_NOTHING = {"slide"}


def results_of(poll: Poll, drawn: int = 0) -> tuple[dict[str, Any], int]:
    """Each valid answer of the example, once, each from somebody else."""
    how = kind(poll.kind)
    counts: Counter[tuple[str, str]] = Counter()
    entries = []
    for number, valid in enumerate(how.example.valid):
        slot, answer = valid if isinstance(valid, InSlot) else InSlot("", valid)
        clean = how.clean_slot(slot, answer, poll)
        counts[slot, canonical(clean)] += 1
        if how.shows_entries and slot.startswith(how.entry_slots):
            entries.append(Entry(f"e{number}", slot, clean, "2026-11-23T09:05Z", "visible"))
    tally = Tally(
        counts=[(slot, json.loads(answer), n) for (slot, answer), n in counts.items()],
        entries=entries,
        entries_total=len(entries),
        answered=counts.total(),
    )
    return how.results(tally, poll), counts.total()


def flat(summary: Summary) -> Summary:
    return [
        figure
        for each in summary
        for figure in (flat([*each.figures]) if isinstance(each, Part) else [each])
    ]


@pytest.mark.parametrize("name", sorted(set(kinds()) - TELLS_NOTHING - {"wheel"}))
def test_every_kind_tells_what_came_of_it(name: str) -> None:
    poll = poll_of(name)
    results, answered = results_of(poll)
    figures = flat(kind(name).summary(results, answered, poll))
    assert figures
    for figure in figures:
        assert isinstance(figure, Table | Facts | Texts | Pointed)
        if isinstance(figure, Table):
            assert figure.caption
            assert figure.rows
            for row in figure.rows:
                assert len(row.cells) == len(figure.head) - 1, figure.caption
                assert row.part is None or 0 <= row.part <= 1


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_question_that_nobody_answered_has_no_figures_made_up(name: str) -> None:
    poll = poll_of(name)
    results = kind(name).results(Tally(), poll)
    for figure in flat(kind(name).summary(results, 0, poll)):
        cells = (
            [cell for row in figure.rows for cell in row.cells] if isinstance(figure, Table) else []
        )
        assert not any(isinstance(cell, Share) for cell in cells)


@pytest.mark.parametrize("name", sorted(set(kinds()) - {"slide", "wheel"}))
def test_who_answered_reads_the_answer_in_words(name: str) -> None:
    poll, how = poll_of(name), kind(name)
    said = 0
    for valid in how.example.valid:
        slot, answer = valid if isinstance(valid, InSlot) else InSlot("", valid)
        for about, words in how.in_words(slot, how.clean_slot(slot, answer, poll), poll):
            said += 1
            assert isinstance(about, str | Said)
            assert words not in ("", None)
    assert said


def test_what_an_attendee_wrote_is_no_text_of_ours() -> None:
    poll = poll_of("word_cloud")
    words = kind("word_cloud").in_words("", ["Yes"], poll)
    assert isinstance(words[0][1], Written)
    told = kind("word_cloud").summary({"words": [{"text": "Yes", "count": 1}], "more": 0}, 1, poll)
    (table,) = told
    assert isinstance(table, Table)
    assert isinstance(table.rows[0].label, Written)


def test_a_wheel_tells_what_it_drew_and_by_which_seed() -> None:
    poll = poll_of("wheel", draws=({"item": "i1", "text": "Ada", "place": 0, "seed": "ab"},))
    (table,) = kind("wheel").summary(kind("wheel").results(Tally(), poll), 0, poll)
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [["Ada", "ab"]]


def test_right_answers_are_marked() -> None:
    poll = poll_of("single_choice")
    results, answered = results_of(poll)
    (table,) = kind("single_choice").summary(results, answered, poll)
    assert isinstance(table, Table)
    assert [row.right for row in table.rows] == [True, False, False]
    assert table.rows[0].cells == [1, Share(0.5)]
