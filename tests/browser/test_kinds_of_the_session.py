"""Walls and consoles carry the kinds of their session, and fetch those that nobody foresaw."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.asking import opened, voted
from tests.browser.consoles import Console
from tests.browser.wall import Wall
from tests.room import Room


def carried(page: Page) -> list[str]:
    """The kinds that the page can draw."""
    names = page.locator("#wall-templates > template").evaluate_all(
        "(all) => all.map((each) => each.dataset.kind)"
    )
    return sorted(names)


SURVEY = {"items": [{"id": "s1", "kind": "rating", "title": "Quelle note ?", "content": {}}]}


def test_a_kind_that_comes_later_is_fetched(
    room: Room, wall: Callable[..., Wall], console: Callable[..., Console]
) -> None:
    room.asks("single_choice", title="Qui ?")
    room.asks("survey", SURVEY, title="Bilan ?")
    projected = wall(room)
    host = console().opens_live()
    for page in (projected.page, host.page):
        assert carried(page) == ["rating", "single_choice", "survey"]
    cloud = opened(room, "word_cloud", title="Un mot ?")
    voted(room, cloud, ["prix"], ["prix"])
    projected.asks("Un mot ?")
    projected.says("2 personnes sur 2 ont répondu")
    host.says("2 answers of 2")
    for page in (projected.page, host.page):
        expect(page.locator(".results:visible")).to_contain_text("prix")
        expect(page.locator(".results:visible")).to_contain_text("2")
        assert carried(page) == ["rating", "single_choice", "survey", "word_cloud"]
