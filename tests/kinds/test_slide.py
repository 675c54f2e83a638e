"""A slide: what it may hold."""

from __future__ import annotations

import pytest

from polling.errors import ContentInvalid
from polling.kinds import kind
from polling.records import Tally


@pytest.mark.parametrize(
    "link", ["https://a.fr", "http://10.0.0.1:80/é?x=1#y", "https://a.fr/" + "x" * 400]
)
def test_a_link_leads_to_http_or_https(ask, link: str):
    assert ask("slide", {"link": link}).content["link"] == link


@pytest.mark.parametrize(
    "link", ["a.fr", "ftp://a.fr", "javascript:x", "https://", "https://a b", "https://a.fr\n", ""]
)
def test_any_other_link_is_refused_beside_its_field(ask, link: str):
    with pytest.raises(ContentInvalid) as refusal:
        ask("slide", {"link": link})
    assert refusal.value.details["field"] == "content.link"


def test_its_editor_keeps_what_was_filled_in():
    form = {"markdown": [" # Un\r\n\r\ndeux "], "link": [" https://a.fr "]}
    assert kind("slide").edited(form) == (
        {"markdown": "# Un\n\ndeux", "link": "https://a.fr"},
        {},
    )
    assert kind("slide").edited({"markdown": [""], "link": [""]}) == ({}, {})


def test_it_has_no_results_and_nothing_to_draw(ask):
    poll = ask("slide", {"markdown": "x"})
    assert kind("slide").results(Tally(), poll) == {}
    assert not kind("slide").may_draw(poll)


def test_only_a_picture_fills_the_wall(ask):
    picture = {"image": f"{'0' * 32}-1920x1080", "alt": "Le plan"}
    assert ask("slide", {"image": picture, "fills_wall": True}).content["fills_wall"] is True
    with pytest.raises(ContentInvalid) as refusal:
        ask("slide", {"markdown": "x", "fills_wall": True})
    assert refusal.value.details["field"] == "content.fills_wall"
    assert kind("slide").edited({"fills_wall": ["1"]}) == ({"fills_wall": True}, {})
