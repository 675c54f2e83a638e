"""The console with any text in it, on any screen, for anybody."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.consoles import Console
from tests.room import OPTIONS, Room

Consoles = Callable[..., Console]

RIGHT = {"options": [{**OPTIONS[0], "right": True}, *OPTIONS[1:]]}


def test_hostile_text_shows_as_text(room: Room, console: Consoles) -> None:
    hostile = '"><script>boom()</script> \u202e<b>&amp;</b> 👩🏽‍💻 ' + "x" * 200
    poll = room.asks("open_text", title=hostile)
    room.server.api("PATCH", f"/polls/{poll['id']}", {"notes": hostile})
    host = console().opens_live()
    someone = room.attendee()
    host.does("Start with question 1")
    someone.sees(status="open")
    assert someone.votes("<script>boom()</script>")["ok"]
    for place in (".current > h2", ".line .asked", ".notes .slip"):
        expect(host.page.locator(place)).to_contain_text('"><script>boom()</script>')
    expect(host.page.locator(".results")).to_contain_text("<script>boom()</script>")
    assert not host.overflows()


def test_it_is_accessible_in_every_state(
    room: Room, console: Consoles, axe: Callable[[Page], list[str]]
) -> None:
    room.asks(content=RIGHT, title="Qui ?")
    room.asks("word_cloud", title="Un mot ?")
    for theme in ("light", "dark"):
        host = console(color_scheme=theme).opens_live()
        assert axe(host.page) == []
    host.does("Start with question 1")
    host.says("Vote open")
    host.unfolds("Un mot ?")
    assert axe(host.page) == []
    host.does("Close and show the right answers")
    host.next_step_is("Next question")
    assert axe(host.page) == []
    host.chooses("Session", "End the session…")
    assert axe(host.page) == []


def test_it_holds_on_narrow_screens(room: Room, console: Consoles) -> None:
    """720 by 450 is 1440 by 900 at 200 %."""
    for number in range(12):
        room.asks(title=f"Question {number} ? " + "sourcing " * 12)
    host = console().opens_live()

    def it_holds() -> None:
        for width, height in ((1024, 768), (720, 450), (390, 844), (320, 640)):
            host.page.set_viewport_size({"width": width, "height": height})
            assert not host.overflows(), width
            expect(host.primary).to_be_in_viewport(ratio=1)

    it_holds()
    host.does("Start with question 1")
    host.says("Vote open")
    it_holds()
