"""Pins on a picture: zones, bins and scores, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Tally

IMAGE = "0" * 32 + "-600x400"
LEFT = {"id": "a", "text": "À gauche", "x": 0, "y": 0, "width": 0.5, "height": 1, "right": True}
LOW = {"id": "b", "text": "En bas", "x": 0.25, "y": 0.5, "width": 0.75, "height": 0.5}


def content(*zones: Any) -> dict[str, Any]:
    return {"image": IMAGE, "alt": "Un plan", **({"zones": list(zones)} if zones else {})}


def results(poll: Any, *counted: Any) -> Any:
    return kind("pin").results(Tally([("", point, count) for point, count in counted]), poll)


def test_pins_are_counted_by_bin_and_by_zone_edges_included(ask):
    poll = ask("pin", content(LEFT, LOW))
    found = results(poll, ([0.1, 0.1], 2), ([0.5, 0.5], 1), ([1.0, 1.0], 3), ([0.9, 0.1], 1))
    assert found == {
        "bins": [[3, 3, 2], [16, 16, 1], [28, 3, 1], [31, 31, 3]],
        "zones": {"a": 3, "b": 4},
    }


def test_nobody_has_pinned_anything_yet(ask):
    assert results(ask("pin", content(LEFT, LOW))) == {"bins": [], "zones": {"a": 0, "b": 0}}
    assert results(ask("pin", content())) == {"bins": []}


@pytest.mark.parametrize(
    "answer, canonical",
    [([0, 1], [0.0, 1.0]), ([0.12349, 0.5], [0.123, 0.5]), ([-0.0, 0.9996], [0.0, 1.0])],
)
def test_a_place_is_kept_to_three_decimals(ask, answer, canonical):
    cleaned = kind("pin").clean(answer, ask("pin", content()))
    assert str(cleaned) == str(canonical)


def test_a_pin_is_right_inside_a_right_zone(ask):
    pin = kind("pin")
    poll = ask("pin", content(LEFT, LOW))
    assert pin.has_right_answers(poll)
    assert [pin.score(point, poll) for point in ([0.5, 0.9], [0.501, 0.9])] == [1.0, 0.0]
    assert pin.score([0.1, 0.1], ask("pin", content(LOW))) is None
    assert pin.score([0.1, 0.1], ask("pin", content())) is None


@pytest.mark.parametrize(
    "zones, field",
    [
        ([LEFT], "content.zones"),
        ([LEFT, {**LOW, "id": "a"}], "content.zones.1.id"),
        ([{**LOW, "width": 0}], "content.zones.0"),
        ([{**LOW, "x": 1.2}], "content.zones.0.x"),
        ([{**LOW, "x": "abc"}], "content.zones.0.x"),
        ([{"id": "a", "text": "Ici"}], "content.zones.0"),
    ],
)
def test_zones_that_cannot_be_are_refused_where_they_stand(zones, field):
    with pytest.raises(ContentInvalid) as refusal:
        kind("pin").check(content(*zones), {})
    assert refusal.value.details["field"] == field


@pytest.mark.parametrize(
    "sent, answer",
    [
        (["at=25,50"], [0.25, 0.5]),
        (["at=25,50", "10", "20"], [0.25, 0.5]),
        (["at=numbers", "10", "20,5"], [0.1, 0.205]),
        (["10", "20"], [0.1, 0.2]),
    ],
)
def test_a_zone_or_two_numbers_are_read_from_a_plain_form(ask, sent, answer):
    pin = kind("pin")
    assert pin.clean(pin.from_form({"answer": sent}), ask("pin", content())) == answer


@pytest.mark.parametrize(
    "sent", [[], ["10"], ["10", "120"], ["at=numbers"], ["at=x,y"], ["nan", "1"]]
)
def test_half_a_place_is_refused(ask, sent):
    pin = kind("pin")
    with pytest.raises(AnswerInvalid):
        pin.clean(pin.from_form({"answer": sent}), ask("pin", content()))


def test_the_editor_gives_zones_in_percent_and_keeps_what_it_cannot_read():
    fields = {
        "image": [IMAGE], "image_alt": [" Un plan "],
        "zone_id": ["", ""], "zone_text": ["Un", "Deux"], "zone_x": ["10", "gauche"],
        "zone_y": ["12,5", "0"], "zone_width": ["30", "20"], "zone_height": ["40", "120"],
        "zone_right": ["1", ""],
    }  # fmt: skip
    edited, _ = kind("pin").edited(fields)
    assert edited["zones"] == [
        {"id": "a", "text": "Un", "x": 0.1, "y": 0.125, "width": 0.3, "height": 0.4, "right": True},
        {"id": "b", "text": "Deux", "x": "gauche", "y": 0.0, "width": 0.2, "height": "120"},
    ]
    assert (edited["image"], edited["alt"]) == (IMAGE, "Un plan")
