"""What participants said of themselves, in SQLite."""

from __future__ import annotations

from sqlite_utils import Database

from polling.records import Profile

_PROFILE = "SELECT nickname, team, site, passed FROM profiles WHERE session = ? AND pseudonym = ?"
_PROFILES = "SELECT pseudonym, nickname, team, site, passed FROM profiles WHERE session = ?"
_TEAM_SIZES = (
    "SELECT team, COUNT(*) FROM profiles WHERE session = ? AND team IS NOT NULL GROUP BY team"
)


class ProfileRows:
    """The facet of the store that keeps profiles."""

    db: Database

    def profile(self, session: int, participant: str) -> Profile | None:
        for row in self.db.execute(_PROFILE, [session, participant]).fetchall():
            return _profile(*row)
        return None

    def profiles(self, session: int) -> dict[str, Profile]:
        rows = self.db.execute(_PROFILES, [session]).fetchall()
        return {pseudonym: _profile(*said) for pseudonym, *said in rows}

    def team_sizes(self, session: int) -> dict[str, int]:
        return dict(self.db.execute(_TEAM_SIZES, [session]).fetchall())

    def set_profile(self, session: int, participant: str, profile: Profile) -> None:
        self.db.execute(
            "INSERT OR REPLACE INTO profiles VALUES (?, ?, ?, ?, ?, ?)",
            [
                *(session, participant),
                *(profile.nickname, profile.team, profile.site, profile.passed),
            ],
        )


def _profile(nickname: str | None, team: str | None, site: str | None, passed: int) -> Profile:
    return Profile(nickname, team, site, bool(passed))
