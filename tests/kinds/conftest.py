"""Polls of each kind as storage would give them, and every registered kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from polling.kinds import Kind, kind, kinds
from polling.records import Poll


def asked(name: str, content: dict[str, Any] | None = None, **settings: Any) -> Poll:
    content, settings = kind(name).check(content or {}, settings)
    return Poll(
        id=7, session=1, kind=name, title="", content=content, settings=settings, notes="",
        position=1, status="open", round=1, results_shown=True,
    )  # fmt: skip


@pytest.fixture(scope="session")
def ask() -> Callable[..., Poll]:
    """ask(kind, content, **settings): a poll that has passed the kind's check."""
    return asked


@pytest.fixture(scope="session", params=kinds().values(), ids=kinds())
def each(request: pytest.FixtureRequest) -> Kind:
    """Every kind there is, one test for each."""
    return request.param


@pytest.fixture(scope="session")
def example(each: Kind) -> Poll:
    """The example of `each` as a poll."""
    return asked(each.name, each.example.content, **each.example.settings)
