"""What participants said of themselves, as far as the session asks for it."""

from __future__ import annotations

from collections.abc import Mapping

from polling.kinds import Column
from polling.languages import N_
from polling.records import Profile, Session

_COLUMNS = {
    "nicknames": Column(
        "nickname", N_("The nickname of the participant; it is erased with the session's key")
    ),
    "teams": Column("team", N_("The team of the participant")),
    "sites": Column("site", N_("The place the participant joined from")),
}
"""By the setting that asks for it. Each is named like the part of a Profile that it holds."""


def columns(session: Session) -> list[Column]:
    """The columns that a session adds to the table of answers, in their order."""
    return [column for setting, column in _COLUMNS.items() if session.settings.get(setting)]


def said(session: Session, profiles: Mapping[str, Profile]) -> dict[str, dict[str, str | None]]:
    """By participant and name of the column, what they said."""
    names = [column.name for column in columns(session)]
    if not names:
        return {}
    return {
        participant: {name: getattr(profile, name) for name in names}
        for participant, profile in profiles.items()
    }
