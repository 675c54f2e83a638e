"""The host's phone becomes a remote, by a code in the console."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.browser.consoles import Console
from tests.room import Room

PHONE = {
    "viewport": {"width": 360, "height": 640},
    "user_agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)",
    "locale": "en-GB",
}


def test_a_phone_is_paired_and_runs_the_session(
    room: Room,
    console: Callable[..., Console],
    browser: Browser,
    axe: Callable[[Page], list[str]],
) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    host.chooses("Session", "Use your phone as remote")
    dialog = host.page.get_by_role("dialog")
    expect(dialog.get_by_role("img", name="QR code").locator("svg")).to_be_visible()
    assert axe(host.page) == []
    address = dialog.locator(".address").inner_text()
    phone = browser.new_context(**PHONE).new_page()  # type: ignore[arg-type]
    phone.goto(address)
    expect(phone.get_by_text(room.session["title"])).to_be_visible()
    expect(dialog).to_be_visible()
    phone.get_by_role("button", name="Run the session").click()
    expect(dialog).to_be_hidden()
    expect(host.page.locator("#pairing-news")).to_contain_text("iPhone")
    phone.locator(".actions .primary").click()
    host.asks("Qui ?")
    expect(phone.locator(".actions .primary")).to_be_in_viewport(ratio=1)
    phone.context.close()

    host.chooses("Session", "Use your phone as remote")
    expect(dialog.locator(".used")).to_contain_text("iPhone")
    address = dialog.locator(".address").inner_text()
    host.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(dialog.locator("svg")).to_have_count(0)
    stranger = browser.new_context(**PHONE).new_page()  # type: ignore[arg-type]
    stranger.goto(address)
    expect(stranger.get_by_role("button", name="Run the session")).to_have_count(0)
    stranger.context.close()
