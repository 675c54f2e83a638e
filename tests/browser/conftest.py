"""Fixtures of every browser test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.strangers import Strangers
from tests.browser.wall import Wall
from tests.room import Room
from tests.running import ROOT, Server

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def strangers() -> Strangers:
    """Other hosts that a page asked."""
    return Strangers()


@pytest.fixture(scope="session")
def browser(browser: Browser, strangers: Strangers) -> Browser:
    """The browser of all tests, every page of which is watched."""
    browser.on("context", strangers.watch)
    return browser


@pytest.fixture(autouse=True)
def no_other_host_is_asked(strangers: Strangers) -> Iterator[None]:
    """A hall may have no internet, and who comes to it is nobody else's business."""
    yield
    assert strangers.asked() == []


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """What axe-core finds wrong with a page, in a line each."""

    def check(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
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


@pytest.fixture
def phone(browser: Browser, room: Room) -> Iterator[Callable[..., Phone]]:
    """Makes phones, and checks at the end that no script of theirs failed."""
    made: list[Phone] = []

    def make(**more: Any) -> Phone:
        made.append(Phone(browser, room, **more))
        return made[-1]

    yield make
    for one in made:
        one.context.close()
        assert one.errors == []


@pytest.fixture
def hall(server: Server) -> Iterator[Room]:
    """A new session in English, the language of its wall, with nobody in it yet."""
    made = Room(server, language="en")
    yield made
    made.empty()


@pytest.fixture
def wall(browser: Browser) -> Iterator[Callable[..., Wall]]:
    """Projects walls, and checks at the end that nothing failed."""
    made: list[Wall] = []

    def project(room: Room, **more: Any) -> Wall:
        made.append(Wall.of(browser, room, **more))
        return made[-1]

    yield project
    for one in made:
        one.page.context.close()
        assert one.errors == []
