"""One room, every kind, walls of many shapes: 40 px at least, nothing cut off, nothing that costs a
layout while it moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from polling.kinds import kind, kinds
from tests.answering import everybody_answers
from tests.browser.wall import Wall
from tests.room import Facilitator
from tests.running import Server
from tests.showcase import Showcase, showcase_room

LEGIBLE = Path(__file__).with_name("legible.js").read_text("utf-8")
MOVING = Path(__file__).with_name("moving.js").read_text("utf-8")

LEAST, LEAST_QUESTION = 40, 60
"""In pixels, on a wall that is 1080 high."""

LEAST_JUDGED = 34
"""What was right stands beside what was not, on one page: letters may be smaller for it."""

SHAPES = [(1920, 1080), (1024, 768), (480, 540)]
"""16:9, 4:3, and a window beside slides."""

OTHER_SHAPES = [(3840, 2160), (1280, 800), (960, 540)]
"""4K, 16:10, and a wider window beside slides."""

PEOPLE = 12
LONG = "Approvisionnement en circuits courts, avec les producteurs du territoire"


@pytest.fixture(scope="module")
def played(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Showcase, Facilitator, Wall]]:
    server = Server(tmp_path_factory.mktemp("legible"), language="fr")
    room = showcase_room(server, "fr")
    host = room.facilitator()
    host.does("start")
    people = [room.attendee() for _ in range(PEOPLE)]
    for poll in room.polls():
        if not kind(poll["kind"]).asks:
            continue
        host.does("show" if poll["standing"] else "open", poll=poll["id"], round=None)
        everybody_answers(room, people, poll)
    projected = Wall.of(browser, room, locale="fr-FR", reduced_motion="no-preference")
    yield room, host, projected
    projected.page.context.close()
    assert projected.errors == []
    room.empty()
    server.stop()


@pytest.mark.parametrize("name", list(kinds()))
def test_every_kind_is_legible_and_whole(
    played: tuple[Showcase, Facilitator, Wall], name: str
) -> None:
    projected = shown(played, name)
    judged = projected.page.locator(".bars.judged").count() > 0
    assert projected.page.evaluate(LEGIBLE, LEAST_JUDGED if judged else LEAST) == []
    question = projected.page.locator('[data-slot="question"]')
    size = question.evaluate("(element) => parseFloat(getComputedStyle(element).fontSize)")
    assert size >= LEAST_QUESTION
    assert projected.page.locator(".bars > li:not(.elsewhere):visible").count() <= 8
    assert projected.page.evaluate(MOVING) == []
    for shape in SHAPES:
        assert projected.crowding(*shape) == [], shape


@pytest.mark.long
@pytest.mark.parametrize("name", list(kinds()))
def test_every_kind_is_whole_on_walls_of_other_shapes(
    played: tuple[Showcase, Facilitator, Wall], name: str
) -> None:
    projected = shown(played, name)
    for shape in OTHER_SHAPES:
        assert projected.crowding(*shape) == [], shape


def shown(played: tuple[Showcase, Facilitator, Wall], name: str) -> Wall:
    """The wall with the results of this kind's question, come to rest."""
    room, host, projected = played
    (poll,) = (each for each in room.polls() if each["kind"] == name)
    if kind(name).asks:
        host.does("show", poll=poll["id"])
        if not poll["standing"]:
            host.does("close", poll=poll["id"], round=None)
    else:
        host.does("open", poll=poll["id"], round=None)
    if name == "wheel":
        host.does("draw", poll=poll["id"])
    projected.page.set_viewport_size({"width": 1920, "height": 1080})
    question = projected.page.locator('[data-slot="question"]')
    expect(question).to_contain_text(poll["title"][:12])
    projected.settles()
    projected.page.wait_for_function("() => !document.querySelector('.revealing')")
    return projected


@pytest.mark.long
def test_long_texts_are_legible_too(played: tuple[Showcase, Facilitator, Wall]) -> None:
    """A dozen of them in each kind that lists something: on as many pages as they need."""
    room, host, projected = played
    letters = "abcdefghijkl"
    options = {"options": [{"id": letter, "text": f"{letter} {LONG}"} for letter in letters]}
    statements: dict[str, Any] = {
        "statements": [{"id": f"s{n}", "text": f"{n} {LONG}"} for n in range(8)],
        "min": 1,
        "max": 5,
    }
    for name, content in (
        ("single_choice", options),
        ("ranking", options),
        ("points", options),
        ("scale", statements),
    ):
        poll = room.asks(name, content)
        projected.page.set_viewport_size({"width": 1920, "height": 1080})
        host.does("open", poll=poll["id"], round=0)
        everybody_answers(room, room.people[1:4], poll)  # type: ignore[arg-type]
        projected.says("3 personnes sur 12 ont répondu")
        projected.settles()
        assert projected.page.evaluate(LEGIBLE, LEAST) == [], name
        for shape in SHAPES + OTHER_SHAPES:
            assert projected.crowding(*shape) == [], (name, shape)
