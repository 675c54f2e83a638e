"""Both languages in both themes: a few of the pairs in every run, the others in the long form."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

Look = tuple[str, str]


def looks(*always: Look) -> list[object]:
    """Parameters of a fixture; those that are not in `always` are marked as long."""
    return [
        pytest.param(
            (language, theme),
            id=f"{language} {theme}",
            marks=[] if (language, theme) in always else [pytest.mark.long],
        )
        for language in ("fr", "en")
        for theme in ("light", "dark")
    ]


def in_turn(names: Iterable[str], *always: Look) -> list[object]:
    """Each name with each pair; those of `always` take turns, and all others are marked as long."""
    turns = {name: always[n % len(always)] for n, name in enumerate(names)}
    return [
        pytest.param(
            (language, theme),
            name,
            id=f"{language} {theme} {name}",
            marks=[] if turns[name] == (language, theme) else [pytest.mark.long],
        )
        for language in ("fr", "en")
        for theme in ("light", "dark")
        for name in turns
    ]
