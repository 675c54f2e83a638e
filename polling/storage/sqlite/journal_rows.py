"""The journal in SQLite: who opened what when. Lines are added, never changed."""

from __future__ import annotations

import json

from sqlite_utils import Database

from polling.records import Transition


class JournalRows:
    """The facet of the store that keeps the journal."""

    db: Database

    def note(self, session: int, transition: Transition) -> None:
        self.db.table("events").insert(
            {
                "session": session,
                "at": transition.at,
                "action": transition.action,
                "poll": transition.poll,
                "round": transition.round,
                "by": transition.by,
                "details": json.dumps(dict(transition.details), ensure_ascii=False),
            }
        )

    def journal(self, session: int) -> list[Transition]:
        rows = self.db.query("SELECT * FROM events WHERE session = ? ORDER BY id", [session])
        return [
            Transition(
                row["at"], row["action"], row["poll"], row["round"], row["by"],
                json.loads(row["details"]),
            )
            for row in rows
        ]  # fmt: skip
