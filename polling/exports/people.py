"""What is known of participants besides their answers: what they said of themselves, as far as the
session asks for it, and who began on a phone that was passed on."""

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

SHARED = Column(
    "shared_phone",
    N_("Whether the participant began on a phone that somebody else had passed on"),
    {"1": N_("Yes"), "0": N_("No")},
)

Profiles = Mapping[str, Profile]


def columns(session: Session, profiles: Profiles) -> list[Column]:
    """The columns that a session adds to the table of answers, in their order."""
    asked = [column for setting, column in _COLUMNS.items() if session.settings.get(setting)]
    shared = session.settings.get("shared_phones") or any(each.passed for each in profiles.values())
    return [*asked, *([SHARED] if shared else [])]


def said(session: Session, profiles: Profiles) -> dict[str, dict[str, str | int | None]]:
    """By participant and name of the column, what there is."""
    asked = columns(session, profiles)
    if not asked:
        return {}
    return {who: _cells(asked, profile) for who, profile in profiles.items()}


def silent(session: Session, profiles: Profiles) -> list[str | int | None]:
    """The cells of who said nothing."""
    return [*_cells(columns(session, profiles), Profile()).values()]


def _cells(asked: list[Column], profile: Profile) -> dict[str, str | int | None]:
    known: dict[str, str | int | None] = {**profile.said(), SHARED.name: int(profile.passed)}
    return {column.name: known[column.name] for column in asked}
