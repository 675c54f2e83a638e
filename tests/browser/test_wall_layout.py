"""Everything has its place: many options, long words, long questions, walls of any size."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.asking import DRAWN, VOTES, does, opened, options, voted
from tests.browser.wall import Wall, edges
from tests.room import Room
from tests.running import Server

Walls = Callable[..., Wall]

SIZES = [(1920, 1080), (1366, 768), (1024, 768)]

SHORT = [f"Lot {number}" for number in range(1, 13)]
LONG = [
    "anticonstitutionnellement",
    "désenclavement interministériel des établissements intercommunaux",
    "Contresignature électronique",
    "Approvisionnement en circuits courts, avec les producteurs du territoire",
] * 3
UNBROKEN = ["Anticonstitutionnellement" * 5] * 12
QUESTION = ("Une question qui n’en finit pas de commencer et de recommencer " * 5)[:299] + "?"


@pytest.mark.parametrize("texts", [SHORT, LONG, UNBROKEN], ids=["short", "long", "unbroken"])
def test_twelve_options_have_room(hall: Room, wall: Walls, texts: list[str]) -> None:
    """Of several answers: with the line that says so there is the least room."""
    right = options(*texts, right="adj")
    poll = opened(hall, "multiple_choice", right, "Que peut faire un agent ?")
    projected = wall(hall)
    voted(hall, poll, ["a"])
    projected.says("1 person of 1 has answered")
    expect(projected.page.locator(".bars li")).to_have_count(12)
    for step in ("hide", "reveal", "close"):
        does(hall, poll, step)
        if step == "close":
            expect(projected.page.locator(".verdict:visible")).to_have_count(3)
        else:
            shown = "hidden" if step == "hide" else "shown"
            expect(projected.page.locator(".bars")).to_have_attribute("data-results", shown)
        for size in SIZES:
            assert projected.crowding(*size) == [], (step, size)


@pytest.mark.parametrize("kind", DRAWN)
def test_a_question_of_300_characters_leaves_room_for_results(
    hall: Room, wall: Walls, kind: str
) -> None:
    title = "Une matinale au titre interminable, " * 5
    hall.server.api("PATCH", f"/sessions/{hall.id}", {"title": title})
    poll = opened(hall, kind, None, QUESTION)
    does(hall, poll, "revote")
    projected = wall(hall)
    voted(hall, poll, *VOTES[kind])
    projected.says("3 people of 3 have answered")
    projected.shows_results(kind, hall.results(poll)["results"])
    for size in SIZES:
        assert projected.crowding(*size) == [], size
        stage = projected.stage.bounding_box()
        assert stage
        assert stage["height"] >= 0.3 * size[1]


def test_the_strip_for_those_who_come_late_has_room_beside_a_large_count(
    tmp_path: Path, wall: Walls
) -> None:
    """With an address as it is in a hall, in the language with the longer sentence."""
    server = Server(tmp_path, "--public-url", "http://192.168.100.120:5000")
    room = Room(server)
    poll = opened(room, "multiple_choice", results="hidden")
    voted(room, poll, *[["a"]] * 12)
    projected = wall(room, locale="fr-FR")
    projected.says("12 personnes sur 12 ont répondu")
    sizes = [*SIZES, (1280, 800), (960, 540), (480, 540)]
    for size in sizes:
        assert projected.crowding(*size) == [], size
    by_hand = {"ballots": 12, "blank": 1, "ticks": {"": {"a": 11}}}
    assert server.api("PUT", f"/polls/{poll['id']}/hand-count", by_hand).ok
    expect(projected.page.locator("[data-slot=paper]")).to_have_text("et 12 bulletins papier")
    for size in sizes:
        assert projected.crowding(*size) == [], size
    projected.page.context.close()
    room.empty()
    server.stop()


def test_the_way_in_has_room_for_everything(hall: Room, wall: Walls) -> None:
    hall.server.api("PATCH", f"/sessions/{hall.id}", {"title": "Un titre interminable, " * 8})
    projected = wall(hall)
    hall.attendee()
    projected.counts_people("1 person in the room")
    for size in [*SIZES, (3840, 2160), (1280, 1024), (960, 540), (480, 540)]:
        assert projected.crowding(*size) == [], size


def lefts(rows: Locator) -> int:
    """In how many columns they stand."""
    return len({round(edges(row)[0]) for row in rows.all()})


def test_bars_stand_under_one_another_then_in_two_columns_then_on_pages(
    hall: Room, wall: Walls
) -> None:
    projected = wall(hall)
    bars = projected.page.locator(".bars li")
    here = projected.page.locator(".bars li:not(.elsewhere)")
    turner = projected.page.get_by_role("button", name="turn")
    for number, columns in ((4, 1), (5, 2), (8, 2)):
        opened(hall, content=options(*SHORT[:number]))
        expect(bars).to_have_count(number)
        projected.settles()
        assert lefts(here) == columns
        assert here.count() == number
        expect(turner).to_have_count(0)
    poll = opened(hall, content=options(*SHORT))
    expect(bars).to_have_count(12)
    expect(turner).to_contain_text("of 2")
    expect(here).to_have_count(6)
    first = "Lot 1" in here.first.inner_text()
    turner.click()
    expect(here.first).to_contain_text("Lot 7" if first else "Lot 1")
    voted(hall, poll, *"al")
    expect(bars.locator(".count")).to_have_text([*"1", *("0" * 10), *"1"])
    expect(projected.stage.get_by_role("listitem")).to_have_count(12), "there for readers"
    expect(here.first).to_contain_text("Lot 7" if first else "Lot 1"), "held by hand"


def test_type_grows_where_there_is_room_and_can_always_be_read(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    sizes = []
    for count, texts in ((2, SHORT), (12, SHORT), (12, LONG)):
        opened(hall, content=options(*texts[:count]))
        expect(projected.page.locator(".bars li .text")).to_have_text(texts[:count])
        projected.settles()
        text = projected.page.locator(".bars li:not(.elsewhere) .text").first
        sizes.append(text.evaluate("(text) => parseFloat(getComputedStyle(text).fontSize)"))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= 40, sizes


def test_all_words_of_a_cloud_are_in_the_picture(hall: Room, wall: Walls) -> None:
    poll = opened(hall, "word_cloud", max_words=10, max_length=60)
    projected = wall(hall)
    voted(
        hall,
        poll,
        [f"mot {n}" for n in range(10)],
        [LONG[0], "égalité de traitement", "à", "mot 1"],
    )
    words = projected.page.locator(".sky text")
    expect(words).to_have_count(13)
    for size in SIZES:
        projected.page.set_viewport_size({"width": size[0], "height": size[1]})
        # Words rest where they are for two seconds before they are laid out again.
        projected.page.wait_for_function(
            """() => {
              const sky = document.querySelector(".sky").getBoundingClientRect();
              return [...document.querySelectorAll(".sky text")].every((word) => {
                const { left, right, top, bottom } = word.getBoundingClientRect();
                const [slack, foot] = [1, 0.2 * (bottom - top)]; // type has room below its letters
                return left >= sky.left - slack && right <= sky.right + slack
                  && top >= sky.top - foot && bottom <= sky.bottom + foot;
              });
            }"""
        )
