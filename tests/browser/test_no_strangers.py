"""Every browser test fails where a page asks another host; here it is seen that it would."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.strangers import Strangers
from tests.room import Room

STRANGER = "//203.0.113.9/asked"
ASKS_FOR_A_PICTURE = "address => { new Image().src = 'http:' + address }"
ASKS_BY_SCRIPT = "address => { fetch('http:' + address).catch(() => {}) }"
OPENS_A_SOCKET = "address => { new WebSocket('ws:' + address) }"


def test_whoever_asks_a_stranger_is_found_out(
    browser: Browser, room: Room, strangers: Strangers
) -> None:
    page = browser.new_page()
    page.goto(f"{room.server.url}/{room.code}")
    assert strangers.asked() == []
    with page.expect_request("**/asked"):  # our policy lets nothing of it through
        page.evaluate(ASKS_FOR_A_PICTURE, STRANGER)
    page.goto("about:blank")  # it would not let a script try
    with page.expect_request("**/asked"):
        page.evaluate(ASKS_BY_SCRIPT, STRANGER)
    with page.expect_websocket():
        page.evaluate(OPENS_A_SOCKET, STRANGER)
    assert strangers.asked() == [f"http:{STRANGER}", f"http:{STRANGER}", f"ws:{STRANGER}"]
    page.close()
