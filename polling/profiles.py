"""What participants say of themselves: a nickname, a team, a place, where a session asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from polling.errors import AnswerInvalid, BadRequest, PhonesNotShared
from polling.kinds.text import tidy
from polling.languages import N_
from polling.records import JSON, Profile, Session
from polling.storage import Store, Writer

LONGEST_NICKNAME = 30
ASKED = ("nickname", "team", "site")


class Profiles:
    """Keeps profiles. A nickname is forgotten with the session's key."""

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store = store
        self._writer = writer

    def change(self, session_id: int, participant: str, said: Mapping[str, JSON]) -> Profile:
        """What is said replaces what was; "" or null takes it away. Where the server fills the
        teams, whoever comes is given the smallest.

        Raises BadRequest, AnswerInvalid, SessionNotFound.
        """
        if not set(said) <= set(ASKED) or not all(
            value is None or isinstance(value, str) for value in said.values()
        ):
            raise BadRequest

        def work(store: Store) -> Profile:
            session = store.session(session_id)
            before = store.profile(session_id, participant) or Profile()
            profile = replace(
                before,
                nickname=_nickname(session, said.get("nickname", before.nickname)),
                team=_team(store, session, before, said),
                site=_one_of(session.settings.get("sites", []), said.get("site", before.site)),
            )
            if profile != before:
                store.set_profile(session_id, participant, profile)
            return profile

        return self._writer.run(work)

    def pass_phone(self, session_id: int, participant: str) -> None:
        """`participant` begins on a phone that somebody else passes on: that alone is kept, not
        who it was.

        Raises PhonesNotShared, SessionNotFound.
        """

        def work(store: Store) -> None:
            session = store.session(session_id)
            if not session.settings.get("shared_phones") or session.status == "ended":
                raise PhonesNotShared
            store.set_profile(session_id, participant, Profile(passed=True))

        self._writer.run(work)


def _nickname(session: Session, said: str | None) -> str | None:
    if not session.settings.get("nicknames") or not said:
        return None
    return " ".join(tidy(said, LONGEST_NICKNAME).split()) or None


def _team(store: Store, session: Session, before: Profile, said: Mapping[str, JSON]) -> str | None:
    teams = session.settings.get("teams", [])
    if session.settings.get("teams_by") != "balanced":
        return _one_of(teams, said.get("team", before.team))
    if not teams or before.team in teams:
        return before.team if teams else None
    sizes = store.team_sizes(session.id)
    smallest: str = min(teams, key=lambda team: sizes.get(team, 0))
    return smallest


def _one_of(known: list[str], said: str | None) -> str | None:
    if not said:
        return None
    if said not in known:
        raise AnswerInvalid(N_("Choose one of the names in the list."))
    return said
