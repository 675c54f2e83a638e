"""The door of the house: typing a code, and the pages that say what went wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.room import Room
from tests.running import Server

Axe = Callable[[Page], list[str]]


Door = Callable[..., Page]


@pytest.fixture
def door(browser: Browser) -> Iterator[Door]:
    """Pages of browsers that nobody has invited."""
    made: list[Page] = []

    def open_(**more: Any) -> Page:
        narrow = {"viewport": {"width": 320, "height": 568}, "reduced_motion": "reduce"}
        context = browser.new_context(**{**narrow, "locale": "en-GB", **more})
        context.set_default_timeout(10_000)
        made.append(context.new_page())
        return made[-1]

    yield open_
    for page in made:
        page.context.close()


def is_fine(page: Page, axe: Axe) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert axe(page) == []


def test_a_code_typed_anyhow_leads_into_the_room(door: Door, room: Room) -> None:
    page = door()
    page.goto(room.server.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the code shown on the wall")
    field = page.get_by_label("Code")
    expect(field).to_be_focused()
    field.fill(f" {room.code.lower()} ")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{room.server.url}/{room.code}")
    expect(page.locator("body")).to_contain_text("You are in.")


def test_an_unknown_code_stays_to_be_mended(door: Door, room: Room, axe: Axe) -> None:
    page = door()
    page.goto(room.server.url)
    page.get_by_label("Code").fill("zzzzzz")
    with page.expect_navigation() as asked:
        page.get_by_role("button", name="Join").click()
    assert asked.value
    assert asked.value.status == 404
    field = page.get_by_label("Code")
    expect(field).to_have_value("zzzzzz")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    said = page.get_by_role("alert")
    expect(said).not_to_be_empty()
    expect(field).to_have_accessible_description(re.compile(re.escape(said.inner_text())))
    is_fine(page, axe)
    field.fill(room.code)
    page.get_by_role("button", name="Join").click()
    page.wait_for_url(f"{room.server.url}/{room.code}")


def test_hosts_find_their_entrance(door: Door, server: Server) -> None:
    page = door()
    page.goto(server.url)
    page.get_by_role("link", name="I host a session").click()
    expect(page).to_have_url(re.compile("/console"))


@pytest.mark.parametrize(
    "path, status, locale",
    [
        ("/ZZZZZZ", 404, "en-GB"), ("/ZZZZZZ/screen", 404, "fr-FR"),
        ("/{code}/screen", 403, "fr-FR"), ("/no/such/page", 404, "en-GB"),
    ],
)  # fmt: skip
def test_what_went_wrong_is_said_kindly(
    door: Door, server: Server, path: str, status: int, locale: str, axe: Axe
) -> None:
    room = Room(server, language=locale[:2])
    page = door(locale=locale)
    answer = page.goto(server.url + path.format(code=room.code))
    assert answer
    assert answer.status == status
    expect(page.locator("html")).to_have_attribute("lang", locale[:2])
    expect(page.get_by_role("heading", level=1)).not_to_be_empty()
    text = page.locator("main").inner_text()
    assert str(status) not in text
    assert not re.search(r"Traceback|werkzeug|Forbidden|Not Found", text)
    is_fine(page, axe)
    page.get_by_role("link", name={"en": "Type a code", "fr": "Taper un code"}[locale[:2]]).click()
    expect(page.locator("#code")).to_be_focused()


def test_the_door_speaks_french(door: Door, server: Server) -> None:
    page = door(locale="fr-FR")
    page.goto(f"{server.url}/?code=ZZZZZZ")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("heading", level=1)).to_contain_text("code")
    expect(page.get_by_role("alert")).not_to_be_empty()


def test_the_door_opens_without_javascript(door: Door, room: Room) -> None:
    page = door(java_script_enabled=False)
    page.goto(room.server.url)
    page.get_by_label("Code").fill(room.code)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{room.server.url}/{room.code}")
