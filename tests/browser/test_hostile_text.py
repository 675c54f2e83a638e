"""What people type is text, on every screen, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.phones import SMALL
from tests.browser.wall import Wall
from tests.room import Room, eventually
from tests.running import Server

SCRIPT = "<script>window.pwned = 1</script><img src=x onerror='window.pwned = 1'>"
QUOTES = """"' onclick=window.pwned=1 x='" `${window.pwned = 1}` {{ 7 * 7 }} %(n)s &lt;b&gt;"""
RIGHT_TO_LEFT = "\u202eمرحبا <b>שלום</b> 42"
LONG = ("Une question sans fin, avec <i>des balises</i> & des mots " * 6)[:299] + "?"
EMOJI = "👩🏽‍💻🇫🇷 ‼️ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A͙̮͛"
HOSTILE = {"markup": SCRIPT + QUOTES, "letters": RIGHT_TO_LEFT + EMOJI, "length": LONG}


class Watched:
    """A page of which we know whether anything ran that should not have."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: self.wrong.append(dialog.message))
        self.page.on(
            "console",
            lambda message: self.wrong.append(message.text) if message.type == "error" else None,
        )
        self.page.goto(address)

    def is_well(self) -> None:
        assert self.page.evaluate("window.pwned") is None
        assert self.page.locator("img[src=x]").count() == 0
        assert self.wrong == []


@pytest.fixture
def screens(browser: Browser, server: Server) -> Iterator[BrowserContext]:
    """Browsers that are signed in by nothing but keys."""
    context = browser.new_context(viewport=SMALL, locale="en-GB", reduced_motion="reduce")
    yield context
    context.close()


def visible_text(page: Page) -> str:
    """What stands on the page, direction marks and the spaces of typography aside."""
    return plain(page.locator("body").inner_text())


def plain(text: str) -> str:
    for mark in "\u202e\u2066\u2067\u2068\u2069\u200e\u200f":
        text = text.replace(mark, "")
    return " ".join(text.replace("\u202f", " ").split())


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_text_on_every_screen(
    server: Server, screens: BrowserContext, text: str
) -> None:
    title = text[:200]
    room = Room(server, title=title)
    options = [{"id": "a", "text": text, "right": True}, {"id": "b", "text": "Non"}]
    choice = room.asks("multiple_choice", {"options": options}, title=text)
    server.api("PATCH", f"/polls/{choice['id']}", {"notes": text})
    words = room.asks("word_cloud", title=text, max_length=60)
    free = room.asks("open_text", title=text, max_length=1000)

    key = room.session["facilitator_key"]
    phone = Watched(screens, f"{server.url}/{room.code}")
    wall = Watched(screens, f"{server.url}/{room.code}/screen?key={key}")
    wall.page.set_viewport_size({"width": 1920, "height": 1080})
    console = Watched(screens, f"{server.url}/console/sessions/{room.id}?key={key}")
    console.page.set_viewport_size({"width": 1440, "height": 900})
    watched = (phone, wall, console)
    expect(console.page.locator("h1")).to_be_visible()
    assert plain(title) in visible_text(console.page)

    host, attendee = room.facilitator(), room.attendee()
    host.does("open", poll=choice["id"], round=0)
    attendee.sees(id=choice["id"])
    attendee.votes(["a"])
    host.sees(id=choice["id"])
    for screen in watched:
        expect(screen.page.get_by_text("Non", exact=True).first).to_be_visible()
        assert plain(text) in visible_text(screen.page)
    assert visible_text(console.page).count(plain(text)[:100]) >= 3  # title, option, notes
    host.does("close")
    expect(phone.page.locator(".results .verdict:visible")).to_have_count(1)

    host.does("open", poll=words["id"], round=0)
    attendee.sees(id=words["id"])
    assert attendee.votes([text[:50], text[-50:]])["ok"]
    told = room.results(words)["results"]["words"]
    ranked = wall.page.locator(".ranked .text")
    expect(ranked).to_have_count(2)
    shown = [plain(word) for word in ranked.all_inner_texts()]
    assert shown == [plain(word["text"]) for word in told]

    host.does("open", poll=free["id"], round=0)
    attendee.sees(id=free["id"])
    assert attendee.votes(text)["ok"]
    stored = eventually(lambda: room.results(free)["results"]["entries"], "the entry")[0]["text"]
    for screen in (wall, console):
        card = screen.page.locator(".cards.shown .card p")
        expect(card).to_have_count(1)
        assert plain(card.inner_text()) == plain(stored)

    editor = Watched(screens, f"{server.url}/console/polls/{choice['id']}?key={key}")
    for screen in (*watched, editor):
        screen.is_well()
    room.empty()


def test_a_wall_of_twelve_long_options_clips_nothing(server: Server, browser: Browser) -> None:
    room = Room(server)
    letters = "abcdefghijkl"
    room.asks(
        content={"options": [{"id": letter, "text": LONG[:300]} for letter in letters]},
        title=LONG,
    )
    room.facilitator().does("next")
    context = Wall.context(browser)
    wall = Wall(context, f"{server.url}/{room.code}/screen?key={room.session['screen_key']}")
    expect(wall.page.locator(".bars li")).to_have_count(12)
    for width, height in ((1920, 1080), (1366, 768), (1024, 768)):
        wall.page.set_viewport_size({"width": width, "height": height})
        wall.settles()
        clipped = wall.page.evaluate(
            """() => [...document.querySelectorAll(".bars li, .bars .text, .bars .figures, h1")]
                .filter((each) => each.getClientRects().length && !each.closest(".elsewhere"))
                .filter((each) => {
                    const box = each.getBoundingClientRect();
                    const foot = document.querySelector(".poll footer").getBoundingClientRect();
                    return box.bottom > foot.top + 1 || box.right > innerWidth || box.left < 0;
                }).length"""
        )
        assert clipped == 0
    room.empty()
    context.close()
