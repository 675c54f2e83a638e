"""What a phone is told of its own: the answer it gave, what it is called, the points it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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

    def now(self, session: Session, poll: Poll | None, standing: Sequence[Poll]) -> Moment:
        """What phones show until the next transition: the poll, and those beside it."""
        return Moment(self._store, session, poll, standing, self._points(session))


class Moment:
    """What is each participant's own as long as phones show the same."""

    def __init__(
        self,
        store: Store,
        session: Session,
        poll: Poll | None,
        standing: Sequence[Poll],
        points: Mapping[str, int],
    ) -> None:
        self._store = store
        self._session = session
        self._standing = standing
        self._points = points
        self._asked = [*([poll] if poll else []), *standing]
        self._judged = poll is not None and _is_judged(poll)
        self.poll = poll

    def of(self, participant: str) -> Own:
        """`{answer, score?, certainty?, own?, profile?, points?}`: see docs/protocol.md."""
        said = {
            each.id: {participant: self._store.answers_of(each.id, each.round, participant)}
            for each in self._asked
        }
        profiles = {}
        if asks_profile(self._session):
            known = self._store.profile(self._session.id, participant)
            profiles = {participant: known} if known else {}
        return self._reader(said, profiles, participant)(participant)

    def of_all(self) -> Callable[[str], Own]:
        """The same for whoever asks, read at once."""
        said = {each.id: self._store.answers(each.id, each.round) for each in self._asked}
        asks = asks_profile(self._session)
        profiles = self._store.profiles(self._session.id) if asks else {}
        return self._reader(said, profiles, None)

    def _reader(
        self,
        said: Mapping[int, Mapping[str, Mapping[str, JSON]]],
        profiles: Mapping[str, Profile],
        participant: str | None,
    ) -> Callable[[str], Own]:
        poll, points = self.poll, self._points
        sure = self._certainties(participant)
        waiting = self._waiting(participant)

        def own(who: str) -> Own:
            def answer(asked: Poll) -> JSON:
                return answer_in(asked, said[asked.id].get(who, {}))

            told: Own = {"answer": answer(poll) if poll else None}
            if poll and self._judged:
                told["score"] = score_of(poll, told["answer"])
            if poll and poll.settings.get("certainty"):
                told["certainty"] = sure.get(who)
            if slots := {str(id): theirs[who] for id, theirs in waiting.items() if who in theirs}:
                told["waits"] = slots
            if self._standing:
                told["own"] = {str(each.id): answer(each) for each in self._standing}
            if asks_profile(self._session):
                told["profile"] = profiles.get(who, Profile()).said()
            if points:
                told["points"] = points.get(who, 0)
            return told

        return own

    def _waiting(self, participant: str | None) -> dict[int, Mapping[str, list[str]]]:
        """The slots that wait for approval, by poll and participant; of one, or of all."""
        return {
            each.id: self._store.waiting(each.id, each.round, participant)
            for each in self._asked
            if kind(each.kind).shows_entries
        }

    def _certainties(self, participant: str | None) -> Mapping[str, str]:
        if self.poll is None or not self.poll.settings.get("certainty"):
            return {}
        return self._store.certainties(self.poll.id, self.poll.round, participant)


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
