"""Fixtures of every browser test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.consoles import Console
from tests.room import Room
from tests.running import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page, in a line each."""

    def check(page: Page) -> list[str]:
        page.evaluate(AXE.read_text("utf-8"))  # not a script tag: our policy would refuse it
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{violation['id']}: {node['html']} ({node['failureSummary']})"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return check


@pytest.fixture
def console(browser: Browser, room: Room) -> Iterator[Callable[..., Console]]:
    """Makes consoles, and checks at the end that no script of theirs failed."""
    made: list[Console] = []

    def make(**more: Any) -> Console:
        made.append(Console(browser, room, **more))
        return made[-1]

    yield make
    for one in made:
        one.context.close()
        assert one.errors == []
