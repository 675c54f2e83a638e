"""Points of a quiz: who has how many, by person and by team.

A right answer is worth the poll's `points`, one that is right in part its share of them (the
kind's `score`). Where a poll has `speed_bonus`, up to half as much again is added: all of it at
the opening, none from the end of its countdown on (30 s where it has none). A round counts once
the poll is closed and its right answers are shown, the last round of a poll alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from polling.kinds import kind
from polling.kinds.text import fold
from polling.records import ABSTAINED, JSON, Poll, Session
from polling.storage import Store

BONUS = 0.5
USUAL_SECONDS = 30

Points = dict[str, int]
"""Those of each participant who answered anything that counts."""

Counted = tuple[int, int, str | None]
"""A poll, the round of it that counts, and when that was last opened."""


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a ranking: those with as many points share a rank. `members` stand behind it;
    it has no name where they are too many to be named."""

    rank: int
    name: str | None
    points: int
    members: int = 1


class Scores:
    """Counts points, anew whenever a poll that counts was closed, revealed or hidden."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counted = lru_cache(maxsize=50)(self._count)

    def of(self, session: Session) -> Points:
        """Points by pseudonym; {} in a session without a quiz."""
        return self._counted(session.id, tuple(self._that_count(session)))

    def people(self, session: Session) -> list[Place]:
        """By nickname, the most points first; only those who gave one."""
        profiles = self._store.profiles(session.id)
        named = [
            (profiles[who].nickname or "", points, 1)
            for who, points in self.of(session).items()
            if who in profiles and profiles[who].nickname
        ]
        return _places(named)

    def teams(self, session: Session) -> list[Place]:
        """By the mean of the points of those who took part, so that a large team has no lead."""
        profiles = self._store.profiles(session.id)
        by_team: dict[str, list[int]] = {}
        for who, points in self.of(session).items():
            team = profiles[who].team if who in profiles else None
            if team:
                by_team.setdefault(team, []).append(points)
        return _places(
            (team, round(sum(points) / len(points)), len(points))
            for team, points in by_team.items()
        )

    def _that_count(self, session: Session) -> Iterable[Counted]:
        for poll in self._store.polls(session.id):
            judged = poll.status == "closed" and poll.results_shown
            if judged and poll.settings.get("points") and kind(poll.kind).has_right_answers(poll):
                # A round that was reopened has other answers by now.
                yield poll.id, poll.round, poll.opened

    def _count(self, _session: int, polls: tuple[Counted, ...]) -> Points:
        total: Points = {}
        for poll_id, round, _opened in polls:
            poll = self._store.poll(poll_id)
            elapsed = self._store.elapsed(poll_id, round)
            for participant, answers in self._store.answers(poll_id, round).items():
                gained = points_for(answers, poll, elapsed.get(participant))
                total[participant] = total.get(participant, 0) + gained
        return total


def points_for(answers: Mapping[str, JSON], poll: Poll, elapsed: int | None) -> int:
    """What an answer, given `elapsed` milliseconds after the opening, is worth."""
    answer = answers.get("", ABSTAINED)
    if answer == ABSTAINED:
        return 0
    worth: int = poll.settings["points"]
    gained = (kind(poll.kind).score(answer, poll) or 0.0) * worth
    if poll.settings["speed_bonus"] and elapsed is not None:
        limit = 1000 * (poll.settings["seconds"] or USUAL_SECONDS)
        gained *= 1 + BONUS * max(0.0, 1 - max(elapsed, 0) / limit)
    return round(gained)


def _places(counted: Iterable[tuple[str, int, int]]) -> list[Place]:
    ordered = sorted(counted, key=lambda line: (-line[1], fold(line[0])))
    places: list[Place] = []
    for number, (name, points, members) in enumerate(ordered, start=1):
        tied = places and places[-1].points == points
        places.append(Place(places[-1].rank if tied else number, name, points, members))
    return places
