"""A page of text on the wall, on phones and in the console."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]
Consoles = Callable[..., Console]

LINK = "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000037701019"
PARAGRAPH = "L’acheteur peut effectuer des consultations ou réaliser des études de marché. " * 3


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_shows_the_page_and_its_link(room: Room, browser: Browser, scripts: bool) -> None:
    page = room.asks("slide", {"markdown": "Une **pause**", "link": LINK}, title="Pause")
    does(room, page, "open")
    phone = Phone(browser, room, java_script_enabled=scripts).joins()
    expect(phone.page.locator("h1")).to_have_text("Pause")
    expect(phone.page.locator(".page strong")).to_have_text("pause")
    link = phone.page.get_by_role("link", name="legifrance")
    assert (link.get_attribute("href"), link.get_attribute("rel")) == (LINK, "noopener")
    box = link.bounding_box()
    assert box
    assert box["height"] >= 48
    phone.says("Waiting for the host")
    assert not phone.overflows()
    phone.context.close()
    assert phone.errors == []


def test_a_page_after_a_question_takes_its_place(
    hall: Room, wall: Walls, console: Callable[..., Console], axe: Callable[[Page], list[str]]
) -> None:
    hall.asks(title="Avant")
    page = hall.asks("slide", {"markdown": f"## Titre\n\n{PARAGRAPH}", "link": LINK}, title="Pause")
    does(hall, hall.asks(title="Après"), "open")
    projected = wall(hall)
    projected.asks("Après")
    does(hall, page, "open")
    projected.asks("Pause")
    projected.stands("2 of 3")
    expect(projected.page.locator("[data-slot=status]")).to_be_hidden()
    expect(projected.page.locator("[data-slot=count]")).to_be_hidden()
    code = projected.stage.get_by_role("img", name="www.legifrance.gouv.fr")
    expect(code).to_be_visible()
    projected.page.wait_for_function("() => document.querySelector('.stage .qr').naturalWidth > 0")
    for size in ((1920, 1080), (1024, 768)):
        assert projected.crowding(*size) == []
    assert axe(projected.page) == []


def test_a_long_page_is_all_there(hall: Room, wall: Walls) -> None:
    text = "\n\n".join([f"## Article\n\n{PARAGRAPH}"] * 16)[:4000]
    does(hall, hall.asks("slide", {"markdown": text}), "open")
    projected = wall(hall)
    expect(projected.stage.locator("h2").first).to_be_visible()
    projected.settles()
    root = projected.stage.locator(".results")
    assert root.evaluate("box => box.scrollHeight <= box.clientHeight")
    assert root.evaluate("box => box.scrollWidth <= box.clientWidth")


def test_the_console_writes_one_and_goes_on_from_it(room: Room, console: Consoles) -> None:
    room.asks(title="Suite")
    host = console().opens_live()
    host.page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=slide")
    host.page.get_by_label("Title").fill("Pause")
    host.page.get_by_label("Text (optional)").fill("- un\n- deux")
    host.page.get_by_label("Link (optional)").fill("legifrance.gouv.fr")
    host.page.get_by_role("button", name="Save", exact=True).click()
    expect(host.page.locator(".field .refusal")).to_contain_text("https://")
    host.page.get_by_label("Link (optional)").fill(LINK)
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.unfolds("Pause").get_by_text("Show now").click()
    host.asks("Pause")
    expect(host.page.locator(".current .results li")).to_have_text(["un", "deux"])
    host.does("End the session")
