"""What a wall draws besides results: two rounds compared, certainty, segments, the ranking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import partial
from itertools import groupby

from polling.exports.wording import for_poll
from polling.kinds import kind
from polling.languages import said_in
from polling.moves import moves
from polling.points import Place, Scores
from polling.records import ABSTAINED, JSON, Poll, Role, Session
from polling.results import Results, may_see, may_see_right_answers
from polling.segments import SMALLEST_GROUP, Segments
from polling.sessions.displays import CERTAINTY, COMPARE, SEGMENTS
from polling.storage import Store

USUAL_TOP = 5
MOST_NAMED = 24

Display = dict[str, JSON]


class Displays:
    """Reads what `Poll.display` asks for, as far as a role may see it now."""

    def __init__(self, store: Store, results: Results, scores: Scores) -> None:
        self._store = store
        self._results = results
        self._scores = scores
        self._segments = Segments(store)

    def of(self, poll: Poll, role: Role) -> Display | None:
        """`{what, …}`, None where the wall draws results alone."""
        if not poll.display or not may_see(role, poll):
            return None
        if poll.display in kind(poll.kind).displays(poll):
            return None  # the kind's own drawing sees to it
        if poll.display == COMPARE:
            return self.compared(poll)
        # While people vote, each answer that comes in would be told by what it changes.
        if poll.status != "closed":
            return None
        if poll.display == CERTAINTY:
            return self.certainty(poll) if may_see_right_answers(role, poll) else None
        return self.split(poll, poll.display.removeprefix(SEGMENTS))

    def compared(self, poll: Poll) -> Display:
        """The round before, and who moved; the latter once the vote is closed."""
        before = poll.round - 1
        shown: Display = {"what": COMPARE, "round": before, **self._results.of(poll, before)}
        if poll.status == "closed":
            earlier, later = (
                self._store.answers(poll.id, number) for number in (before, poll.round)
            )
            shown["moves"] = self._in_words(moves(earlier, later, poll), poll)
        return shown

    def certainty(self, poll: Poll) -> Display:
        """`right` and `wrong`: how many of either were sure, hesitant or guessing.

        Right is what scores in full.
        """
        counts = {each: {"sure": 0, "hesitant": 0, "guess": 0} for each in ("right", "wrong")}
        sure = self._store.certainties(poll.id, poll.round)
        for who, answers in self._store.answers(poll.id, poll.round).items():
            answer = answers.get("", ABSTAINED)
            if who in sure and answer != ABSTAINED:
                is_right = kind(poll.kind).score(answer, poll) == 1.0
                counts["right" if is_right else "wrong"][sure[who]] += 1
        return {"what": CERTAINTY, **counts}

    def split(self, poll: Poll, by: str) -> Display:
        """The results of each group; no groups where they would be too small."""
        session = self._store.session(poll.session)
        # Paper ballots are what the whole has besides the groups: a few would be told by that.
        alone = 0 < _on_paper(poll) < SMALLEST_GROUP
        groups = [] if alone else self._segments.of(session, poll, by)
        title = ""
        if by not in ("team", "site"):
            other = self._store.poll(int(by))
            title = other.title
            read = self._reader(other)
            groups = [{**group, "labels": [*map(read, group["labels"])]} for group in groups]
        return {"what": "segments", "by": by, "title": title, "groups": groups}

    def ranking(self, session: Session) -> Display:
        """The top of people and teams, those who share its last rank included.

        Whoever has no points is not among the people. Where too many share a rank to be named,
        they stand as one place without a name. `scored` is how many people have points.
        """
        top = session.settings.get("ranking_top", USUAL_TOP)
        scored = sum(points > 0 for points in self._scores.of(session).values())
        people = [place for place in self._scores.people(session) if place.points > 0]
        teams = self._scores.teams(session) if scored else []
        return {"people": _top(people, top), "teams": _top(teams, top), "scored": scored}

    def _in_words(self, moved: Display | None, poll: Poll) -> Display | None:
        if moved is None:
            return None
        read = self._reader(poll)
        flows = [
            {"from": read(flow["from"]), "to": read(flow["to"]), "count": flow["count"]}
            for flow in moved["flows"]
        ]
        return {**moved, "flows": flows}

    def _reader(self, poll: Poll) -> Callable[[str], str]:
        """Our own words ("Yes") in the language of the session; the host's stay as they are."""
        language = self._store.session(poll.session).language
        return for_poll(poll, partial(said_in, language))


def _on_paper(poll: Poll) -> int:
    """The paper ballots in the results that say something."""
    counted = poll.hand_counts.get(poll.round)
    return counted.ballots - counted.blank if counted else 0


def _top(places: Sequence[Place], last: int) -> list[dict[str, JSON]]:
    lines: list[dict[str, JSON]] = []
    for rank, equals in groupby(places, key=lambda place: place.rank):
        sharing = list(equals)
        if rank > last:
            break
        if len(sharing) > MOST_NAMED:
            sharing = [replace(sharing[0], name=None, members=len(sharing))]
        lines += map(asdict, sharing)
    return lines
