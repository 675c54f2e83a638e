"""Event names, spelled once."""

from __future__ import annotations

STATE = "state"
RESULTS = "results"
PRESENCE = "presence"

VOTE = "vote"
CONTROL = "control"
BEAT = "beat"
