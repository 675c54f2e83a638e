"""Polls and ballots made from what each kind gives as its example."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from polling.kinds import InSlot, kind, kinds
from polling.records import JSON, Ballot, Poll, Session

SESSION = Session(
    id=1,
    code="QW7K3F",
    title="Matinale du sourcing",
    language="fr",
    status="live",
    rev=12,
    view="poll",
    poll=103,
    rehearsal=False,
    screen_key="the-key-of-the-screen",
    facilitator_key="the-key-of-the-facilitator",
    key=b"what makes pseudonyms",
    created="2026-11-22T16:00:00Z",
    started="2026-11-23T09:00:00Z",
    ended=None,
)


def poll_of(name: str, position: int = 1, **changes: Any) -> Poll:
    """The example poll of the kind `name`."""
    example = kind(name).example
    content, settings = kind(name).check(example.content, example.settings)
    poll = Poll(
        id=100 + position,
        session=SESSION.id,
        kind=name,
        title=example.title,
        content=content,
        settings=settings,
        notes="",
        position=position,
        status="closed",
        round=1,
        results_shown=True,
    )
    return replace(poll, **changes)


def options(*texts: str) -> dict[str, JSON]:
    """The content of a choice between `texts`, marked a, b, c…"""
    return {
        "options": [{"id": id, "text": text} for id, text in zip("abcdef", texts, strict=False)]
    }


def canonical(answer: JSON) -> str:
    """As answers are stored."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def ballot(poll: Poll, answer: JSON, participant: str = "ada", round: int = 1) -> Ballot:
    slot, said = answer if isinstance(answer, InSlot) else InSlot("", answer)
    stored = canonical(kind(poll.kind).clean_slot(slot, said, poll))
    return Ballot(poll.id, round, participant, slot, stored, "visible", "2026-11-23T09:05Z")


def one_of_every_kind() -> list[Poll]:
    """A running order."""
    return [poll_of(name, position) for position, name in enumerate(kinds(), start=1)]


def every_valid_answer(polls: list[Poll]) -> list[Ballot]:
    """In the order of `polls`, each from a participant of its own."""
    return [
        ballot(poll, answer, f"p{number}")
        for poll in polls
        for number, answer in enumerate(kind(poll.kind).example.valid)
    ]
