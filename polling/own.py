"""What a phone is told of its own: the answer it gave, what it is called, the points it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from polling.kinds import kind
from polling.records import ABSTAINED, JSON, Poll, Profile, Session
from polling.results import may_see_right_answers
from polling.storage import Store

Own = dict[str, JSON]


class Belongings:
    """Reads what is each participant's own, of one or of a whole hall."""

    def __init__(self, store: Store, points: Callable[[Session], Mapping[str, int]]) -> None:
        """`points` gives those of every participant of a session that counts any."""
        self._store = store
        self._points = points

    def of(
        self, session: Session, poll: Poll | None, standing: Sequence[Poll], participant: str
    ) -> Own:
        """`{answer, score?, certainty?, own?, profile?, points?}`: see docs/protocol.md."""
        said = {
            each.id: {participant: self._store.answers_of(each.id, each.round, participant)}
            for each in _asked(poll, standing)
        }
        profile = self._store.profile(session.id, participant) if asks_profile(session) else None
        profiles = {participant: profile} if profile else {}
        waiting = self._waiting(poll, standing, participant)
        return self._told(session, poll, standing, said, waiting, profiles)(participant)

    def of_all(
        self, session: Session, poll: Poll | None, standing: Sequence[Poll]
    ) -> Callable[[str], Own]:
        """The same for whoever asks, read at once."""
        said = {
            each.id: self._store.answers(each.id, each.round) for each in _asked(poll, standing)
        }
        profiles = self._store.profiles(session.id) if asks_profile(session) else {}
        waiting = self._waiting(poll, standing)
        return self._told(session, poll, standing, said, waiting, profiles)

    def _told(
        self,
        session: Session,
        poll: Poll | None,
        standing: Sequence[Poll],
        said: Mapping[int, Mapping[str, Mapping[str, JSON]]],
        waiting: Mapping[int, Mapping[str, list[str]]],
        profiles: Mapping[str, Profile],
    ) -> Callable[[str], Own]:
        sure = self._certainties(poll)
        points = self._points(session)
        judged = poll is not None and _is_judged(poll)

        def own(participant: str) -> Own:
            def answer(asked: Poll) -> JSON:
                return answer_in(asked, said[asked.id].get(participant, {}))

            told: Own = {"answer": answer(poll) if poll else None}
            if poll and judged:
                told["score"] = score_of(poll, told["answer"])
            if poll and poll.settings.get("certainty"):
                told["certainty"] = sure.get(participant)
            if slots := {
                str(poll): by_participant[participant]
                for poll, by_participant in waiting.items()
                if participant in by_participant
            }:
                told["waits"] = slots
            if standing:
                told["own"] = {str(each.id): answer(each) for each in standing}
            if asks_profile(session):
                told["profile"] = asdict(profiles.get(participant, Profile()))
            if points:
                told["points"] = points.get(participant, 0)
            return told

        return own

    def _waiting(
        self, poll: Poll | None, standing: Sequence[Poll], participant: str | None = None
    ) -> dict[int, Mapping[str, list[str]]]:
        """The slots that wait for approval, by poll and participant."""
        return {
            each.id: self._store.waiting(each.id, each.round, participant)
            for each in _asked(poll, standing)
            if kind(each.kind).shows_entries
        }

    def _certainties(self, poll: Poll | None) -> Mapping[str, str]:
        if poll is None or not poll.settings.get("certainty"):
            return {}
        return self._store.certainties(poll.id, poll.round)


def asks_profile(session: Session) -> bool:
    """Whether phones of this session say what they are called, or where they belong."""
    return any(session.settings.get(name) for name in ("nicknames", "teams", "sites"))


def score_of(poll: Poll, answer: JSON) -> float | None:
    """1.0 for a right answer, 0.0 for a wrong one; None for who has not answered."""
    return None if answer in (None, ABSTAINED) else kind(poll.kind).score(answer, poll)


def _is_judged(poll: Poll) -> bool:
    """Whether people may know by now if they were right."""
    how = kind(poll.kind)
    shown = may_see_right_answers("attendee", poll)
    return shown and how.has_right_answers(poll) and not how.takes_slots


def answer_in(poll: Poll, answers: Mapping[str, JSON]) -> JSON:
    """A participant's answer as phones know it: by slot where the kind takes several."""
    if kind(poll.kind).takes_slots:
        return dict(answers) or None
    return answers.get("")


def _asked(poll: Poll | None, standing: Sequence[Poll]) -> list[Poll]:
    return [*([poll] if poll else []), *standing]
