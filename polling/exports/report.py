"""The results of a session as a page of its own: what it holds, question by question."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polling.exports.document import Results
from polling.kinds import Summary, kind
from polling.kinds.images import images_in
from polling.kinds.summary import Part, Row, Said, Table, Written
from polling.languages import N_
from polling.records import JSON, Poll, Session
from polling.storage import Store

Display = Callable[[Poll], Mapping[str, JSON] | None]
"""What a wall drew of a poll besides its results."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question and what it came to, with `by_hand` paper ballots. `more` holds what stands
    beside it: another round, groups. `images` are the pictures it names, as addresses that hold
    them."""

    poll: Poll
    answered: int
    abstained: int
    by_hand: int
    summary: Summary
    more: Summary = field(default_factory=list)
    images: Mapping[str, str] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        return kind(self.poll.kind).asks


@dataclass(frozen=True, slots=True)
class Report:
    """`people` took part, in all."""

    session: Session
    people: int
    questions: Sequence[Question]


def shown(
    session: Session,
    store: Store,
    results: Results,
    may_see: Callable[[Poll], bool],
    display: Display,
) -> Report:
    """What the room was shown: of each question that `may_see` lets pass, its last round."""
    return _report(
        session,
        store,
        (
            _question(store, results, poll, displayed(poll, display(poll)))
            for poll in store.polls(session.id)
            if may_see(poll)
        ),
    )


def complete(session: Session, store: Store, results: Results) -> Report:
    """Every question that was asked, with all its rounds."""
    return _report(
        session,
        store,
        (
            _question(
                store,
                results,
                poll,
                [
                    _part(Said(N_("Round %(n)s"), {"n": round}), results.of(poll, round), poll)
                    for round in range(poll.round - 1, 0, -1)
                ],
            )
            for poll in store.polls(session.id)
            if poll.round or poll.draws
        ),
    )


def _report(session: Session, store: Store, questions: Iterator[Question]) -> Report:
    # What was said of the last minutes says nothing afterwards.
    lasts = (each for each in questions if kind(each.poll.kind).recent_minutes is None)
    told = [each for each in lasts if each.summary]
    return Report(session, len(store.participants(session.id)), told)


def _question(store: Store, results: Results, poll: Poll, more: Summary) -> Question:
    told = results.of(poll)
    return Question(
        poll,
        told["answered"],
        told.get("abstained", 0),
        told.get("by_hand", {}).get("ballots", 0),
        summary_of(told, poll),
        more,
        {image: _inlined(store, image) for _field, image in images_in(poll.content)},
    )


def displayed(poll: Poll, display: Mapping[str, JSON] | None) -> Summary:
    """What a wall drew besides results, as it stands in a state."""
    what = display["what"] if display else None
    if display is None:
        return []
    if what == "compare":
        title = Said(N_("Before: round %(n)s"), {"n": display["round"]})
        return [_part(title, display, poll)]
    if what == "segments":
        return [
            _part(Written(" · ".join(group["labels"])) or N_("Not known"), group, poll)
            for group in display["groups"]
        ]
    if what == "certainty":
        head = (N_("Answer"), N_("Sure"), N_("Hesitant"), N_("A guess"))
        rows = [
            Row(label, [*display[side].values()])
            for side, label in (("right", N_("Right")), ("wrong", N_("Wrong")))
        ]
        return [Table(N_("How sure people were"), head, rows)]
    return []


def _part(title: str | Said, told: Mapping[str, JSON], poll: Poll) -> Part:
    return Part(title, told["answered"], summary_of(told, poll))


def summary_of(told: Mapping[str, JSON], poll: Poll) -> Summary:
    """Shares are of those who said something, also on paper: static/js/figures.js."""
    paper = told.get("by_hand", {"ballots": 0, "blank": 0})
    base = told["answered"] - told.get("abstained", 0) + paper["ballots"] - paper["blank"]
    return kind(poll.kind).summary(told["results"], base, poll)


def _inlined(store: Store, image: str) -> str:
    picture = store.image(image)
    return f"data:{picture.media_type};base64,{b64encode(picture.bytes).decode()}"
