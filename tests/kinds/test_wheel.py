"""The wheel: its formula, what leaves it, and what its page says of both."""

from __future__ import annotations

import contextlib
import io
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from polling.errors import ContentInvalid, NothingToDraw
from polling.kinds import kind
from polling.kinds.wheel import drawn_place
from polling.records import Poll, Tally

PAGE = Path(__file__).parents[2] / "docs" / "kinds" / "wheel.md"
NAMES = ["Anne", "Bilal", "Chloé"]
SEED = "5f0c6d1e8a9b4c3d2e1f00112233445f"


@pytest.fixture
def wheel(ask) -> Poll:
    return ask("wheel", {"items": [{"id": name[0], "text": name} for name in NAMES]})


def after(poll: Poll, *seeds: str) -> Poll:
    for seed in seeds:
        poll = replace(poll, draws=(*poll.draws, kind("wheel").draw(poll, seed)))
    return poll


def test_the_lines_on_its_page_draw_what_it_draws(wheel: Poll):
    page = PAGE.read_text("utf-8")
    [lines] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(lines, {})
    drawn = kind("wheel").draw(wheel, SEED)
    assert (SEED in lines, said.getvalue().strip()) == (True, drawn["text"])
    assert f"This prints `{drawn['text']}`" in page


def test_a_draw_says_who_was_drawn_from_which_place_with_what(wheel: Poll):
    place = drawn_place("x", 1, NAMES)
    name = NAMES[place]
    assert kind("wheel").draw(wheel, "x") == {
        "item": name[0], "text": name, "place": place, "seed": "x",
    }  # fmt: skip


def test_what_was_drawn_leaves_the_wheel_until_it_is_empty(wheel: Poll):
    poll = after(wheel, "x", "y")
    results = kind("wheel").results(Tally(), poll)
    first, second = (draw["text"] for draw in results["draws"])
    assert results["among"] == [name for name in NAMES if name != first]
    assert results["left"] == 1
    assert second == results["among"][results["draws"][1]["place"]]
    poll = after(poll, "z")
    assert {draw["text"] for draw in poll.draws} == set(NAMES)
    assert not kind("wheel").may_draw(poll)
    with pytest.raises(NothingToDraw):
        kind("wheel").draw(poll, "x")


def test_with_replacement_everything_stays(wheel: Poll):
    poll = replace(wheel, settings={**wheel.settings, "without_replacement": False})
    poll = after(poll, *"abcdefgh")
    assert kind("wheel").results(Tally(), poll)["left"] == 3
    assert kind("wheel").may_draw(poll)


def test_no_place_is_drawn_more_than_chance_would():
    counts = Counter(drawn_place(f"{seed:032x}", 1, NAMES) for seed in range(3000))
    assert all(900 < counts[place] < 1100 for place in range(3))


def test_a_pasted_list_is_a_wheel_of_its_lines():
    content, settings = kind("wheel").edited({"items": ["Anne\r\n\r\n  Bilal \nAnne"]})
    assert content == {
        "items": [
            {"id": "i1", "text": "Anne"},
            {"id": "i2", "text": "Bilal"},
            {"id": "i3", "text": "Anne"},
        ]
    }
    assert settings == {"without_replacement": False}


@pytest.mark.parametrize("number", [0, 1, 61])
def test_a_wheel_has_2_to_60_lines(ask, number: int):
    with pytest.raises(ContentInvalid) as refusal:
        ask("wheel", {"items": [{"id": f"i{n}", "text": "x"} for n in range(number)]})
    assert refusal.value.details["field"] == "content.items"
