"""A rehearsal with a room of simulated people, from the console alone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.consoles import Console
from tests.console import Console as Forms
from tests.room import Room


def test_a_room_is_filled_and_emptied_with_two_buttons(
    room: Room, console: Callable[..., Console]
) -> None:
    room.asks(title="Qui ?")
    host = console().opens_live()
    strip = host.page.locator(".rehearsing")
    expect(strip).to_be_hidden()
    Forms(room).sends(f"/console/sessions/{room.id}/rehearse")
    expect(strip).to_be_visible()
    host.presses("Fill the room with 40 simulated people")
    host.heard("Simulated people are on their way.")
    expect(host.page.locator("#room")).to_contain_text("simulated")
    host.presses("Send the simulated people away")
    expect(host.page.locator("#room")).to_have_text("0 in the room")
    expect(strip.get_by_role("button", name="Fill the room")).to_be_visible()
    host.presses("Clear the rehearsal answers")
    expect(strip).to_be_hidden()
