"""The running orders that hosts can begin with: complete, valid, and the same in every language."""

from __future__ import annotations

import pytest

from polling.kinds import kind
from polling.languages import LANGUAGES
from polling.outlines import Outline, outlines
from polling.sessions.settings import checked_settings

EVERY = [
    pytest.param(outline, id=f"{language}-{outline.name}")
    for language in LANGUAGES
    for outline in outlines(language).values()
]


def shape(language: str) -> list[tuple[str, list[str]]]:
    return [(each.name, [poll.kind for poll in each.polls]) for each in outlines(language).values()]


def test_every_language_offers_the_same_ones_in_the_same_order() -> None:
    assert [name for name, _ in shape("fr")] == [
        "ice_breaker", "quiz", "before_after", "satisfaction", "brainstorm", "decision",
    ]  # fmt: skip
    assert shape("en") == shape("fr")


@pytest.mark.parametrize("outline", EVERY)
def test_an_outline_is_a_whole_session(outline: Outline) -> None:
    assert outline.label
    assert 40 <= len(outline.hint) <= 140
    assert 3 <= len(outline.polls) <= 6
    assert outline.minutes > 0
    checked_settings(dict(outline.settings))


@pytest.mark.parametrize("outline", EVERY)
def test_each_of_its_questions_can_be_asked_as_it_is(outline: Outline) -> None:
    for poll in outline.polls:
        content, settings = kind(poll.kind).check(poll.content, poll.settings)
        assert dict(poll.content).items() <= content.items(), poll.title
        assert dict(poll.settings).items() <= settings.items(), poll.title
        assert 5 < len(poll.title) <= 120
        assert poll.notes.strip(), f"{poll.title}: a host is told what to do"
