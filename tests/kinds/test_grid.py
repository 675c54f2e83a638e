"""Things placed on a grid: means and bins, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

CONTENT: dict[str, Any] = {
    "x": {"left": "Facile", "right": "Difficile"},
    "y": {"bottom": "Peu utile", "top": "Très utile"},
    "options": [{"id": "a", "text": "Allotir"}, {"id": "b", "text": "Publier"}],
}


def test_each_thing_has_its_own_base_mean_and_bins(ask):
    counts = [
        ("", {"a": [0.0, 1.0], "b": [0.5, 0.5]}, 1),
        ("", {"a": [0.1, 0.4]}, 2),
        ("", {"a": [0.1, 0.4], "b": [0.5, 0.5]}, 1),
    ]
    assert kind("grid").results(Tally(counts), ask("grid", CONTENT)) == {
        "options": {
            "a": {"count": 4, "mean": [0.075, 0.55], "bins": [[0, 31, 1], [3, 12, 3]]},
            "b": {"count": 2, "mean": [0.5, 0.5], "bins": [[16, 16, 2]]},
        }
    }


def test_what_nobody_placed_has_no_mean(ask):
    nothing = {"count": 0, "mean": None, "bins": []}
    found = kind("grid").results(Tally([("", {"b": [0.0, 0.0]}, 1)]), ask("grid", CONTENT))
    assert found["options"]["a"] == nothing
    assert found["options"]["b"]["mean"] == [0, 0]


def test_a_part_of_the_things_may_be_placed_in_the_order_of_the_options(ask):
    grid, poll = kind("grid"), ask("grid", CONTENT)
    assert list(grid.clean({"b": [1, 0], "a": [0.12345, 0]}, poll)) == ["a", "b"]
    assert grid.clean({"b": [1, 0]}, poll) == {"b": [1.0, 0.0]}


@pytest.mark.parametrize(
    "sent, answer",
    [
        (["a=", "10", "90", "b="], {"a": [0.1, 0.9]}),
        (["a=", "b=", "0", "100"], {"b": [0.0, 1.0]}),
        (["a=", "10", "90", "b=", "12,5", "0"], {"a": [0.1, 0.9], "b": [0.125, 0.0]}),
    ],
)
def test_numbers_are_read_from_a_plain_form(ask, sent, answer):
    grid = kind("grid")
    assert grid.clean(grid.from_form({"answer": sent}), ask("grid", CONTENT)) == answer


@pytest.mark.parametrize(
    "sent",
    [[], ["a=", "b="], ["a=", "10", "b="], ["10", "20"], ["a=", "1", "2", "3"], ["c=", "1", "2"]],
)
def test_half_an_answer_is_refused(ask, sent):
    grid = kind("grid")
    with pytest.raises(AnswerInvalid):
        grid.clean(grid.from_form({"answer": sent}), ask("grid", CONTENT))


@pytest.mark.parametrize(
    "change, field",
    [
        ({"x": {"left": "Facile"}}, "content.x"),
        ({"y": {"bottom": " ", "top": "Très"}}, "content.y.bottom"),
        ({"options": []}, "content.options"),
        ({"options": CONTENT["options"] * 4}, "content.options"),
        ({"options": CONTENT["options"][:1] * 2}, "content.options.1.id"),
    ],
)
def test_a_grid_that_cannot_be_asked_is_refused_where_it_stands(change, field):
    with pytest.raises(ContentInvalid) as refusal:
        kind("grid").check({**CONTENT, **change}, {})
    assert refusal.value.details["field"] == field


def test_the_editor_gives_axes_and_things():
    fields = {
        "left": ["Facile"], "right": ["Difficile"], "bottom": ["Peu utile"], "top": ["Très utile"],
        "option_id": ["", "", ""], "option_text": ["Allotir", "Publier", " "],
    }  # fmt: skip
    assert kind("grid").edited(fields) == (CONTENT, {})


def test_an_export_says_between_what_a_thing_was_placed(ask):
    grid, poll = kind("grid"), ask("grid", CONTENT)
    columns = {column.name: column.description for column in grid.columns(poll)}
    assert columns["x_a"] == "Allotir (Facile → Difficile)"
    assert columns["y_b"] == "Publier (Peu utile → Très utile)"
    assert grid.row({"b": [0.5, 0.25]}, poll) == {"x_b": 0.5, "y_b": 0.25}
