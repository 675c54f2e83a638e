"""What crosses a layer: the shapes that storage gives and the rest of the house reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

JSON = Any
SessionStatus = Literal["draft", "live", "ended"]
PollStatus = Literal["ready", "open", "closed"]
View = Literal["join", "poll", "blank", "ranking", "end"]
Role = Literal["attendee", "screen", "facilitator"]
BallotStatus = Literal["visible", "pending", "hidden", "answered"]
Certainty = Literal["sure", "hesitant", "guess"]

ABSTAINED: JSON = {"abstain": True}
"""The answer of somebody who would rather not answer, in a poll that allows it."""


@dataclass(frozen=True, slots=True)
class Session:
    """One matinale. `key` makes pseudonyms out of tokens; it is None once it has been erased."""

    id: int
    code: str
    title: str
    language: str
    status: SessionStatus
    rev: int
    view: View
    poll: int | None
    rehearsal: bool
    screen_key: str
    facilitator_key: str
    key: bytes | None
    created: str
    started: str | None
    ended: str | None
    settings: dict[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandCount:
    """Paper ballots of one round, as somebody counted them. `blank` of the `ballots` are blank or
    spoiled; `ticks` says how often each box was ticked on the others, by line."""

    ballots: int
    blank: int
    ticks: dict[str, dict[str, int]]
    note: str
    minute: str


@dataclass(frozen=True, slots=True)
class Poll:
    """One item of the running order, or one that stands beside it for the whole session.

    `hidden` holds what a host took off the wall, for kinds that fold many ballots into one thing
    shown (a word of a cloud); `pinned` the entry that fills it. `filtered` says whether the session
    holds what is written against lists of words. `opened` and `closes_at` are ISO
    8601 UTC with milliseconds; the latter is there while a countdown runs. `display` says what
    the wall draws of it, "" for its results. `draws` holds what a wheel has drawn, in order.
    `hand_counts` holds the paper ballots that were counted, by round.
    """

    id: int
    session: int
    kind: str
    title: str
    content: dict[str, JSON]
    settings: dict[str, JSON]
    notes: str
    position: int
    status: PollStatus
    round: int
    results_shown: bool
    hidden: tuple[str, ...] = ()
    standing: bool = False
    opened: str | None = None
    closes_at: str | None = None
    pinned: str | None = None
    display: str = ""
    draws: tuple[Mapping[str, JSON], ...] = ()
    filtered: bool = False
    hand_counts: Mapping[int, HandCount] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """Which sessions are looked for: those that hold every word of `text` in their title, their
    code or their questions, whatever its accents, and have the `status` where one is given."""

    text: str = ""
    status: str = ""


EVERYTHING = Search()


@dataclass(frozen=True, slots=True)
class Profile:
    """What a participant is called and where they belong, as far as a session asks for it.

    `passed`: they began on a phone that somebody else had passed on.
    """

    nickname: str | None = None
    team: str | None = None
    site: str | None = None
    passed: bool = False

    def said(self) -> dict[str, str | None]:
        """What their phone is told of it."""
        return {"nickname": self.nickname, "team": self.team, "site": self.site}


@dataclass(frozen=True, slots=True)
class Vote:
    """An answer on its way to disk. `answer` is canonical JSON text, or None to withdraw.

    `elapsed` is how long after the opening it came, in milliseconds, where that counts.
    """

    poll: int
    round: int
    participant: str
    slot: str
    answer: str | None
    seq: int
    status: BallotStatus = "visible"
    certainty: Certainty | None = None
    elapsed: int | None = None


class Ballot(NamedTuple):
    """One stored answer, as exports read it by the million. `answer` is canonical JSON text;
    `minute` is ISO 8601 UTC, cut to the minute."""

    poll: int
    round: int
    participant: str
    slot: str
    answer: str
    status: BallotStatus
    minute: str
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One ballot shown singly, under a random id that leads to nobody."""

    id: str
    slot: str
    answer: JSON
    minute: str
    status: BallotStatus


@dataclass(frozen=True, slots=True)
class Tally:
    """What the database counted in one round: `counts` is (slot, answer, how many) of each
    answer, and may be read more than once. `answered` participants hold a ballot; `abstained`
    of them would rather not answer, and are not among the counts.

    `entries` is filled for kinds that show single entries: the newest first. `entries_total`
    says how many there are in all.
    """

    counts: Iterable[tuple[str, JSON, int]] = ()
    entries: list[Entry] = field(default_factory=list)
    entries_total: int = 0
    answered: int = 0
    abstained: int = 0


@dataclass(frozen=True, slots=True)
class Transition:
    """A line of the journal: who did what, when. `by` is a facilitator's id or a word."""

    at: str
    action: str
    poll: int | None
    round: int | None
    by: str
    details: Mapping[str, JSON]
