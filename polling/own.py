"""What a phone is told of its own: the answer it gave, what it is called, the points it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from polling.kinds import kind
from polling.records import JSON, Poll, Profile, Session
from polling.storage import Store

Own = dict[str, JSON]


class Belongings:
    """Reads what is each participant's own, of one or of a whole hall."""

    def __init__(self, store: Store, points: Callable[[Session], Mapping[str, float]]) -> None:
        """`points` gives those of every participant of a session that counts any."""
        self._store = store
        self._points = points

    def of(
        self, session: Session, poll: Poll | None, standing: Sequence[Poll], participant: str
    ) -> Own:
        """`{answer, certainty?, own?, profile?, points?}`: see docs/protocol.md."""
        said = {
            each.id: self._store.answers_of(each.id, each.round, participant)
            for each in (*([poll] if poll else []), *standing)
        }
        sure = self._store.certainties(poll.id, poll.round) if _asks_certainty(poll) else {}
        profile = self._store.profile(session.id, participant) if asks_profile(session) else None
        points = self._points(session)
        return _own(session, poll, standing, said, sure.get(participant), profile,
                    points.get(participant), bool(points))  # fmt: skip

    def of_all(
        self, session: Session, poll: Poll | None, standing: Sequence[Poll]
    ) -> Callable[[str], Own]:
        """The same for whoever asks, read at once."""
        said = {
            each.id: self._store.answers(each.id, each.round)
            for each in (*([poll] if poll else []), *standing)
        }
        sure = self._store.certainties(poll.id, poll.round) if _asks_certainty(poll) else {}
        profiles = self._store.profiles(session.id) if asks_profile(session) else {}
        points = self._points(session)

        def own(participant: str) -> Own:
            theirs = {id: answers.get(participant, {}) for id, answers in said.items()}
            return _own(session, poll, standing, theirs, sure.get(participant),
                        profiles.get(participant), points.get(participant), bool(points))  # fmt: skip

        return own


def asks_profile(session: Session) -> bool:
    """Whether phones of this session say what they are called, or where they belong."""
    return any(session.settings.get(name) for name in ("nicknames", "teams", "sites"))


def answer_in(poll: Poll, answers: Mapping[str, JSON]) -> JSON:
    """A participant's answer as phones know it: by slot where the kind takes several."""
    if kind(poll.kind).takes_slots:
        return dict(answers) or None
    return answers.get("")


def _asks_certainty(poll: Poll | None) -> bool:
    return poll is not None and bool(poll.settings.get("certainty"))


def _own(
    session: Session,
    poll: Poll | None,
    standing: Sequence[Poll],
    said: Mapping[int, Mapping[str, JSON]],
    certainty: str | None,
    profile: Profile | None,
    points: float | None,
    counts_points: bool,
) -> Own:
    own: Own = {"answer": answer_in(poll, said[poll.id]) if poll else None}
    if _asks_certainty(poll):
        own["certainty"] = certainty
    if standing:
        own["own"] = {str(each.id): answer_in(each, said[each.id]) for each in standing}
    if asks_profile(session):
        known = profile or Profile()
        own["profile"] = {
            "nickname": known.nickname, "team": known.team, "site": known.site,
        }  # fmt: skip
    if counts_points:
        own["points"] = points or 0
    return own
