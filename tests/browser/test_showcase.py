"""A session with one question of every kind, played on phone, wall and console, in both languages,
by a room of forty; what the wall says compared with what the organiser takes away; and axe-core on
each of them. The kinds take turns in French on light and in English on dark; the long form plays
each in the other pairs too."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from polling.kinds import Kind, kind, kinds
from polling.records import JSON, Entry, Tally
from tests.answering import everybody_answers, record
from tests.browser.legibility import lost_when_spaced
from tests.browser.looks import in_turn
from tests.room import Attendee, Facilitator, Screen, eventually
from tests.running import Server
from tests.showcase import Showcase, showcase_room

PEOPLE = 40
TEXTS = """view => {
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
  return texts.filter(Boolean).join(" | ");
}"""

NOT_COUNTS = (
    "bins",
    "means",
    "mean",
    "median",
    "quartiles",
    "score",
    "borda",
    "totals",
    "nearest",
    "minutes",
    "id",
)
"""Parts of results that are no counts, or that a wall draws without a number of its own."""


@dataclass
class Played:
    """The showcase and everybody in it."""

    room: Showcase
    host: Facilitator
    screen: Screen
    people: list[Attendee]
    wall: Page
    console: Page
    phone: Page
    errors: list[str]


@pytest.fixture(scope="module")
def showcase(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Played]:
    language, theme = request.param
    server = Server(tmp_path_factory.mktemp(f"showcase-{language}"))
    room = showcase_room(server, language)
    errors: list[str] = []

    def opened(width: int, height: int, path: str) -> Page:
        context = browser.new_context(
            locale=language,
            color_scheme=theme,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",  # nothing is looked at on its way
        )
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(server.url + path)
        return page

    keys = room.session
    played = Played(
        room=room,
        host=room.facilitator(),
        screen=room.screen(),
        people=[room.attendee() for _ in range(PEOPLE - 1)],
        wall=opened(1920, 1080, f"/{room.code}/screen?key={keys['screen_key']}"),
        console=opened(1440, 900, f"/console/sessions/{room.id}?key={keys['facilitator_key']}"),
        phone=opened(320, 640, f"/{room.code}"),
        errors=errors,
    )
    played.host.does("start")
    yield played
    room.empty()
    for page in (played.wall, played.console, played.phone):
        page.context.close()
    server.stop()


@pytest.mark.parametrize(
    "showcase, name", in_turn(kinds(), ("fr", "light"), ("en", "dark")), indirect=["showcase"]
)
def test_every_kind_is_played_and_its_figures_are_those_of_the_export(
    showcase: Played, name: str, axe: Callable[[Page], list[str]]
) -> None:
    how = kind(name)
    (poll,) = (each for each in showcase.room.polls() if each["kind"] == name)
    showcase.host.does("show" if poll["standing"] else "open", poll=poll["id"], round=None)
    expect(showcase.wall.locator('[data-slot="question"]')).to_contain_text(
        re.compile(re.escape(poll["title"][:12]))
    )
    for page in (showcase.console, showcase.phone):
        expect(page.locator("h1#question, .current h2").first).to_contain_text(poll["title"][:12])
    if how.asks:
        assert axe(showcase.phone) == []
        assert lost_when_spaced(showcase.phone) == []
        everybody_answers(showcase.room, showcase.people, poll)
        votes = showcase.room.results(poll)["answered"]
        if not poll["standing"]:
            showcase.host.does("close")
        eventually(
            lambda: told(showcase.screen, poll)["answered"] == votes, "all votes on the wall"
        )
        showcase.host.does("reveal", poll=poll["id"])
        result = eventually(lambda: told(showcase.screen, poll)["results"], "the results")
        taken_away = expected(showcase.room, how, poll, result)
        if how.takes_slots and how.shows_entries:
            # Votes name entries by ids that no export holds.
            assert texts_in(result) == texts_in(taken_away)
        else:
            assert without_ids(result) == without_ids(taken_away)
        says(showcase.wall, result)
    for page in (showcase.wall, showcase.console, showcase.phone):
        assert axe(page) == []
    for page in (showcase.console, showcase.phone):
        assert lost_when_spaced(page) == []
    assert showcase.errors == []


def told(screen: Screen, poll: dict[str, Any]) -> dict[str, Any]:
    """What the wall was last told of the poll."""
    messages = [message for message in screen.results if message["poll"] == poll["id"]]
    state = screen.state
    is_newer = not messages or messages[-1]["rev"] < state["rev"]
    if (state["poll"] or {}).get("id") == poll["id"] and state["results"] and is_newer:
        return {**state["results"]}
    return messages[-1] if messages else {"answered": 0, "results": None}


def expected(room: Showcase, how: Kind, poll: dict[str, Any], seen: JSON) -> JSON:
    """The results, made of nothing but the rows of the organiser's table.

    Entries are known to a wall by random ids, which no export holds: those are taken from what
    was `seen` beside the same text.
    """
    text = room.server.api("GET", f"/sessions/{room.id}/export.csv").text
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["poll"] == str(poll["id"])]
    counts = Counter((row["slot"], row["answer"]) for row in rows)
    ids = dict(ids_in(seen))
    entries = [
        Entry(ids.get(how.entry_text(said), ""), row["slot"], said, row["minute"], row["status"])
        for row in rows
        if row["slot"].startswith(how.entry_slots) and (said := json.loads(row["answer"]))
    ]
    tally = Tally(
        [(slot, json.loads(text), number) for (slot, text), number in counts.items()],
        entries=entries if how.shows_entries else [],
        entries_total=len(entries) if how.shows_entries else 0,
        answered=len({row["participant"] for row in rows}),
    )
    return how.results(tally, record(poll))


def ids_in(value: JSON) -> Iterator[tuple[str, str]]:
    """The text and the id of each entry."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str) and "id" in value:
            yield value["text"], value["id"]
        for inner in value.values():
            yield from ids_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from ids_in(inner)


def texts_in(value: JSON) -> set[str]:
    return {text for text, _id in ids_in(value)}


def without_ids(value: JSON) -> JSON:
    """Entries in the order of their texts: those of one minute stand as their ids fall."""
    if isinstance(value, dict):
        return {name: without_ids(inner) for name, inner in value.items() if name != "id"}
    if isinstance(value, list):
        plain = [without_ids(inner) for inner in value]
        if plain and all(isinstance(inner, dict) and "text" in inner for inner in plain):
            return sorted(plain, key=lambda inner: json.dumps(inner, sort_keys=True))
        return plain
    return value


def says(wall: Page, result: JSON) -> None:
    """Every count of the results comes to be read."""
    counts = {str(count) for count in counts_in(result)}

    def holds() -> bool:
        text = wall.locator('[data-view="poll"]').evaluate(TEXTS)
        return counts <= set(re.findall(r"\d+", text.replace("\u202f", "").replace("\u00a0", "")))

    eventually(holds, f"the wall says {sorted(counts)}")


def counts_in(value: JSON) -> Iterator[int]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in NOT_COUNTS:
                yield from counts_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from counts_in(inner)
    elif type(value) is int and value > 0:
        yield value
