"""Kinds that are asked on paper: what a ballot has to be ticked, and what a count of them says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from polling.errors import CountInvalid
from polling.kinds import Kind, kind, kinds
from polling.kinds.paper import Paper, checked_ticks
from polling.records import JSON, Poll, Tally

Ask = Callable[..., Poll]

OPTIONS = {"options": [{"id": id, "text": id.upper()} for id in "abc"]}


ASKED = {name: each for name, each in kinds().items() if type(each).on_paper is not Kind.on_paper}


@pytest.fixture(params=ASKED.values(), ids=ASKED)
def how(request: pytest.FixtureRequest) -> Kind:
    return request.param


@pytest.fixture
def poll(how: Kind, ask: Ask) -> Poll:
    """The example of the kind."""
    return ask(how.name, how.example.content, **how.example.settings)


def on_paper(how: Kind, poll: Poll) -> Paper:
    paper = how.on_paper(poll)
    assert paper is not None
    return paper


def results(poll: Poll, *counts: tuple[JSON, int]) -> dict[str, JSON]:
    return kind(poll.kind).results(Tally([("", answer, n) for answer, n in counts]), poll)


def test_the_kinds_that_can_be_counted_by_hand_are_these():
    assert set(ASKED) == {
        *("single_choice", "multiple_choice", "yes_no", "true_false", "rating", "nps", "scale"),
        *("ranking", "categorise", "matching"),
    }


def test_lines_and_boxes_have_names_of_their_own(how: Kind, poll: Poll):
    paper = on_paper(how, poll)
    lines = [line.id for line in paper.lines]
    assert len(set(lines)) == len(lines) > 0
    assert all(len(set(line.boxes.values())) == len(line.boxes) > 1 for line in paper.lines)
    assert all("." not in id for line in paper.lines for id in (line.id, *line.boxes))
    assert set(paper.ends) <= set(paper.lines[0].boxes)


def test_each_ticked_box_is_told_apart_in_the_results(how: Kind, poll: Poll):
    paper = on_paper(how, poll)
    boxes = [(line.id, box) for line in paper.lines for box in line.boxes]
    told = [results(poll, (how.ticked(*box, poll), 1)) for box in boxes]
    assert all(one != other for n, one in enumerate(told) for other in told[:n])
    assert results(poll) not in told


def test_ticks_and_answers_add_up_in_any_order(how: Kind, poll: Poll):
    paper = on_paper(how, poll)
    ticks = [
        (how.ticked(line.id, box, poll), n)
        for line in paper.lines
        for n, box in enumerate(line.boxes, start=1)
    ]
    answers = [(how.clean(answer, poll), 2) for answer in how.example.valid]
    assert results(poll, *answers, *ticks) == results(poll, *ticks[::-1], *answers)


def test_grades_counted_by_hand_are_in_the_mean(ask: Ask):
    rating = ask("rating", stars=5)
    five, two = (kind("rating").ticked("", box, rating) for box in ("5", "2"))
    told = results(rating, (4, 2), (five, 3), (two, 1))
    # (4 + 4 + 5 + 5 + 5 + 2) / 6
    assert told["counts"] == {"1": 0, "2": 1, "3": 0, "4": 2, "5": 3}
    assert told["mean"] == pytest.approx(25 / 6)


def test_places_counted_by_hand_are_in_the_ranking(ask: Ask):
    poll = ask("ranking", OPTIONS)
    ticked = kind("ranking").ticked
    # Two ballots: b, a, c and b, c, a. One phone: a, b, c.
    ballots = [("b", "1", 2), ("a", "2", 1), ("c", "2", 1), ("c", "3", 1), ("a", "3", 1)]
    told = results(
        poll, (["a", "b", "c"], 1), *((ticked(line, box, poll), n) for line, box, n in ballots)
    )
    assert told["positions"] == {"a": [1, 1, 1], "b": [2, 1, 0], "c": [0, 1, 2]}
    assert told["borda"] == {"a": 6, "b": 8, "c": 4}


def test_statements_may_be_left_out_on_paper(ask: Ask):
    poll = ask("scale", {"statements": [{"id": "s1", "text": "Un"}, {"id": "s2", "text": "Deux"}]})
    paper = kind("scale").on_paper(poll)
    assert paper is not None
    ticks = {"s1": {"4": 3}, "s2": {}}
    assert checked_ticks(paper, ticks, ballots=5, blank=1) == {"s1": {"4": 3}, "s2": {}}


@pytest.mark.parametrize(
    "ticks, ballots, blank, field",
    [
        ({"": {"a": 3}}, 0, 0, "ballots"),
        ({"": {"a": 3}}, 100_001, 0, "ballots"),
        ({"": {"a": 3}}, 3, 4, "blank"),
        ({"": {"a": 3}}, 3, -1, "blank"),
        ({"": {"a": 4}}, 3, 0, "ticks..a"),
        ({"": {"a": -1, "b": 4}}, 3, 0, "ticks..a"),
        ({"": {"a": 2}}, 3, 0, "ticks."),
        ({"": {"a": 2, "b": 2}}, 3, 0, "ticks."),
        ({"": {"a": 3}}, 3, 1, "ticks..a"),
        ({"": {"z": 3}}, 3, 0, "ticks"),
        ({"x": {"a": 3}}, 3, 0, "ticks"),
        ({"": {"a": "3"}}, 3, 0, "ticks..a"),
        ({"": {"a": True}}, 1, 0, "ticks..a"),
        ({"": 3}, 3, 0, "ticks"),
        (None, 3, 0, "ticks"),
    ],
)
def test_a_count_that_cannot_be_right_says_where(
    ask: Ask, ticks: JSON, ballots: int, blank: int, field: str
):
    paper = kind("single_choice").on_paper(ask("single_choice", OPTIONS))
    assert paper is not None
    with pytest.raises(CountInvalid) as refusal:
        checked_ticks(paper, ticks, ballots, blank)
    assert refusal.value.details["field"] == field
    assert "%(" not in refusal.value.message % refusal.value.details


def test_of_several_boxes_as_many_are_ticked_as_the_question_lets_people(ask: Ask):
    paper = kind("multiple_choice").on_paper(ask("multiple_choice", OPTIONS, min=1, max=2))
    assert paper is not None
    assert checked_ticks(paper, {"": {"a": 3, "b": 2}}, 3, 0) == {"": {"a": 3, "b": 2}}
    for too_many_or_few in ({"a": 3, "b": 3, "c": 1}, {"a": 2}):
        with pytest.raises(CountInvalid):
            checked_ticks(paper, {"": too_many_or_few}, 3, 0)


def test_each_place_of_a_ranking_is_given_once_a_ballot(ask: Ask):
    paper = kind("ranking").on_paper(ask("ranking", OPTIONS))
    assert paper is not None
    right = {"a": {"1": 1, "3": 1}, "b": {"1": 1, "2": 1}, "c": {"2": 1, "3": 1}}
    assert checked_ticks(paper, right, 2, 0) == right
    with pytest.raises(CountInvalid) as refusal:
        checked_ticks(paper, {**right, "c": {"2": 2}}, 2, 0)
    assert refusal.value.details["place"] == "2"
