"""Running orders to begin a session with: one file for each, in each language.

`fr/quiz.toml` says how hosts find it (`label`, `hint`), where it stands among the others (`place`),
what the session is set to (`settings`), and its questions (`polls`), each with its kind, title,
content, settings and the host's notes. What it makes is a session like any other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from polling.records import JSON

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class OutlinePoll:
    kind: str
    title: str
    notes: str
    content: Mapping[str, JSON] = field(default_factory=dict)
    settings: Mapping[str, JSON] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """`name` is the same in every language; `minutes` is how long it takes a room."""

    name: str
    place: int
    label: str
    hint: str
    minutes: int
    polls: tuple[OutlinePoll, ...]
    settings: Mapping[str, JSON] = field(default_factory=dict)


@cache
def outlines(language: str) -> Mapping[str, Outline]:
    """Those of a language by name, as hosts are offered them; in English where nobody has written
    them in that language yet."""
    here = FOLDER / language
    found = [_read(path) for path in (here if here.is_dir() else FOLDER / "en").glob("*.toml")]
    return {each.name: each for each in sorted(found, key=lambda each: each.place)}


def _read(path: Path) -> Outline:
    written = tomllib.loads(path.read_text("utf-8"))
    polls = tuple(OutlinePoll(**poll) for poll in written.pop("polls"))
    return Outline(name=path.stem, polls=polls, **written)
