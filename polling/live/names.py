"""Event names, spelled once."""

from __future__ import annotations

STATE = "state"
RESULTS = "results"
PRESENCE = "presence"
REACTIONS = "reactions"
WALL = "wall"

VOTE = "vote"
CONTROL = "control"
BEAT = "beat"
REACT = "react"
WATCH = "watch"
PROFILE = "profile"
