"""A theme on the screens of a session: its accent, for light and for dark, and its logo."""

from __future__ import annotations

import base64
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.drawing import drawn, written
from tests.room import Room

LIGHT, DARK = "#8e334d", "#ffb3c7"
LOGO = f"data:image/png;base64,{base64.b64encode(written(drawn(300, 100))).decode()}"
ACCENT = "getComputedStyle(document.documentElement).getPropertyValue('--accent')"


def accent_is(page: Page, colour: str) -> None:
    page.wait_for_function(f"() => {ACCENT} === '{colour}'")


def test_screens_that_are_open_take_a_theme_on(
    hall: Room,
    wall: Callable[..., Wall],
    browser: Browser,
    axe: Callable[[Page], list[str]],
) -> None:
    shown, held = wall(hall), Phone(browser, hall).joins_live()
    expect(held.page.locator(".logo")).to_be_hidden()
    body = {"name": "Ville d'Exemple", "light": LIGHT, "dark": DARK, "logo": LOGO}
    theme = hall.server.api("POST", "/themes", body).json()
    hall.server.api("PATCH", f"/sessions/{hall.id}", {"settings": {"theme": theme["id"]}})
    for page in (shown.page, held.page):
        accent_is(page, LIGHT)
        expect(page.get_by_role("img", name="Ville d'Exemple")).to_be_visible()
        page.emulate_media(color_scheme="dark")
        accent_is(page, DARK)
        assert axe(page) == []
        page.reload()
        accent_is(page, DARK)
        expect(page.get_by_role("img", name="Ville d'Exemple")).to_be_visible()
    assert shown.crowding(1024, 768) == []

    hall.server.api("DELETE", f"/themes/{theme['id']}")
    expect(held.page.locator(".logo")).to_be_hidden()
    expect(held.page.locator("#theme")).to_have_count(0)
    held.context.close()
    assert held.errors == []
