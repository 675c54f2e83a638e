"""Both languages in both themes: a few of the pairs in every run, the others in the long form."""

from __future__ import annotations

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
