"""Event and room names, spelled once."""

from __future__ import annotations

from polling.records import Role

STATE = "state"
RESULTS = "results"
PRESENCE = "presence"

VOTE = "vote"
CONTROL = "control"
BEAT = "beat"


def room(session: int, role: Role) -> str:
    """Everyone of one role in one session."""
    return f"{session}:{role}"
