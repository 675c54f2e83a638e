"""Makes docs/screens.md: every screen, in every state, theme and size, with a room of forty people.

make screens
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from polling.demonstration import demonstration
from scripts.camera import ROOT, camera, opened, save, shot
from tests.answering import everybody_answers
from tests.room import Attendee, Room
from tests.running import Server

PAGE = ROOT / "docs" / "screens.md"
PUBLIC = "http://192.168.1.20:5000"
PEOPLE = 39
SETTLED_MS = 900
SHOWN_MS = 2500
WIDEST = 960
THEMES = ("light", "dark")

SIZES = {
    "phone": ((360, 640), (320, 568)),
    "wall": ((1920, 1080), (1024, 768), (3840, 2160)),
    "console": ((1440, 900), (720, 450), (360, 640)),
}
"""In CSS pixels. 720 × 450 is a console of 1440 × 900 at a zoom of 200 %."""

STATES = {
    "phone": {
        "code": "Type a code",
        "waiting": "Waiting for the first question",
        "question": "A question, several answers possible",
        "recorded": "The answers are recorded",
        "hidden": "The vote is closed, results are not shown yet",
        "results": "Results, with the right answers",
        "writing": "A question to answer in one's own words",
        "away": "Without a connection: the vote waits",
        "twin": "What the wall shows, on the phone",
        "statement": "The accessibility statement, not filled in yet",
        "end": "The session has ended",
    },
    "wall": {
        "join": "The way in",
        "words": "A word cloud",
        "open": "A vote is open",
        "bar": "The presenter bar, for a host with one screen",
        "hidden": "Results are hidden until they are revealed",
        "revealed": "Revealed: the right answers by sign, word and outline",
        "blank": "Blank",
        "lost": "The server is lost",
        "end": "Goodbye",
    },
    "console": {
        "sessions": "The sessions",
        "new": "Making a session",
        "editor": "Writing a question",
        "settings": "Settings of a session",
        "themes": "Themes",
        "paper": "Paper: poster, table cards, ballots",
        "address": "The address that phones are given",
        "before": "Before the start",
        "pairing": "A phone as the remote control",
        "open": "A vote is open",
        "closed": "A vote is closed, results are hidden",
        "by-hand": "Counting ballots of paper",
        "end": "The session has ended",
        "earlier": "What a past session found",
    },
}


def page() -> str:
    """What docs/screens.md says."""
    lines = [
        "# The screens",
        "",
        "Made by `make screens`: phone, wall and console in each state, in both themes and in "
        "every size that matters, with forty people in the room. Sizes are in CSS pixels; pictures "
        f"are scaled down to {WIDEST} pixels. What each kind of question looks like stands in "
        "[kinds.md](kinds.md).",
    ]
    for screen, states in STATES.items():
        lines += ["", f"## The {screen}"]
        for state, caption in states.items():
            lines += ["", f"### {caption}", "", "| light | dark |", "|---|---|"]
            for width, height in SIZES[screen]:
                cells = [
                    f"![{caption}, {theme}, {width} × {height}]"
                    f"(images/{name(screen, state, width, height, theme)}.webp)"
                    for theme in THEMES
                ]
                lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def name(screen: str, state: str, width: int, height: int, theme: str) -> str:
    return f"screens/{screen}-{state}-{width}x{height}-{theme}"


def main() -> None:
    PAGE.write_text(page(), "utf-8")
    with tempfile.TemporaryDirectory() as folder, camera() as browser:
        server = Server(Path(folder), "--no-demo", "--public-url", PUBLIC)
        tour = Tour(browser, server)
        for act in (tour.before, tour.words, tour.question, tour.writing, tour.afterwards):
            act()


class Tour:
    """One matinale, with a camera before each of its screens."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.room = Room(server, title=demonstration["title"])
        self.polls = [
            self.room.asks(poll["kind"], poll["content"], poll["title"], **poll["settings"])
            for poll in demonstration["polls"]
        ]
        for made, poll in zip(self.polls, demonstration["polls"], strict=True):
            self.server.api("PATCH", f"/polls/{made['id']}", {"notes": poll["notes"]})
        self.people: list[Attendee] = []
        self.host = self.room.facilitator()
        keys = self.room.session
        self.console = opened(browser, 1440, 900, server.link)
        self.console.locator("main form button").click()
        wall = f"{server.url}/{self.room.code}/screen?key={keys['screen_key']}"
        self.wall = opened(browser, 1920, 1080, wall)
        desk = wall.replace(keys["screen_key"], keys["facilitator_key"])
        self.only_screen = opened(browser, 1920, 1080, desk)
        phone = {"device_scale_factor": 2, "has_touch": True, "is_mobile": True}
        self.phone = opened(browser, 360, 640, server.url, **phone)

    def before(self) -> None:
        self.take("phone", "code")
        self.phone.goto(f"{self.server.url}/{self.room.code}")
        self.people = [self.room.attendee() for _ in range(PEOPLE)]
        self.take("phone", "waiting")
        self.take("wall", "join")
        self.console.goto(f"{self.server.url}/console")
        self.take("console", "sessions")
        self.console.goto(f"{self.server.url}/console/sessions/new")
        self.take("console", "new")
        self.console.goto(f"{self.here}/settings")
        self.take("console", "settings")
        self.console.goto(f"{self.here}/paper")
        self.take("console", "paper")
        for page in ("themes", "address"):
            self.console.goto(f"{self.server.url}/console/{page}")
            self.take("console", page)
        self.console.goto(f"{self.server.url}/console/polls/{self.polls[2]['id']}")
        self.take("console", "editor")
        self.console.goto(self.here)
        self.take("console", "before")
        self.console.locator("[data-pair]:visible").click()
        expect(self.console.locator("#pairing svg")).to_be_visible()
        self.take("console", "pairing")
        self.console.keyboard.press("Escape")

    def words(self) -> None:
        self.asks(0)
        everybody_answers(self.room, self.people, self.polls[0])
        self.wall.wait_for_timeout(SHOWN_MS)
        self.take("wall", "words")

    def question(self) -> None:
        self.does("close")
        self.asks(2)
        self.take("phone", "question")
        everybody_answers(self.room, self.people, self.polls[2])
        for choice in ("Rencontrer", "Présenter"):
            self.phone.locator(".choice").filter(has_text=choice).click()
        self.take("phone", "recorded")
        self.take("wall", "open", also="wall")
        self.take("console", "open", also="console")
        self.take("wall", "bar", page=self.only_screen)
        save(shot(self.phone), "phone")
        self.does("hide")
        self.does("close")
        self.take("wall", "hidden")
        self.take("phone", "hidden")
        self.take("console", "closed")
        self.console.goto(f"{self.server.url}/console/polls/{self.polls[2]['id']}/hand-count")
        self.take("console", "by-hand")
        self.console.goto(self.here)
        self.does("reveal")
        self.wall.wait_for_timeout(SHOWN_MS)
        self.take("wall", "revealed")
        self.take("phone", "results")
        self.phone.locator("#see-wall").click()
        self.take("phone", "twin")
        self.phone.goto(f"{self.server.url}/{self.room.code}")
        self.wall.context.set_offline(True)
        expect(self.wall.locator(".lost")).to_be_visible(timeout=30_000)
        self.take("wall", "lost")
        self.wall.context.set_offline(False)
        expect(self.wall.locator(".lost")).to_be_hidden(timeout=30_000)
        self.does("blank")
        self.take("wall", "blank")
        self.does("blank", on=False)

    def writing(self) -> None:
        self.asks(5)
        self.phone.locator("textarea").fill("Comment garder la trace d’un échange de couloir ?")
        self.take("phone", "writing")
        self.phone.context.set_offline(True)
        expect(self.phone.locator("#connection-said")).to_have_text("Hors ligne")
        self.take("phone", "away")
        self.phone.context.set_offline(False)
        expect(self.phone.locator("#connection-said")).to_have_text("En ligne", timeout=30_000)

    def afterwards(self) -> None:
        self.does("end")
        expect(self.phone.locator(".to-keep").first).to_be_visible(timeout=30_000)
        for screen in STATES:
            self.take(screen, "end")
        self.console.goto(f"{self.here}#results-{self.polls[2]['id']}")
        self.take("console", "earlier")
        self.phone.goto(f"{self.server.url}/accessibility")
        self.take("phone", "statement")

    @property
    def here(self) -> str:
        return f"{self.server.url}/console/sessions/{self.room.id}"

    def asks(self, index: int) -> None:
        self.does("open", poll=self.polls[index]["id"], round=0)

    def does(self, action: str, **more: Any) -> None:
        done = self.host.does(action, **more)
        assert done["ok"], (action, done)

    def take(
        self, screen: str, state: str, also: str | None = None, page: Page | None = None
    ) -> None:
        """Each size and theme of a state; the first one full size, too, under the name `also`."""
        assert state in STATES[screen], (screen, state)
        page = page or getattr(self, screen)
        page.bring_to_front()
        for width, height in SIZES[screen]:
            page.set_viewport_size({"width": width, "height": height})
            for theme in THEMES:
                page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
                page.wait_for_timeout(SETTLED_MS)
                if state == "bar":  # it hides from who does not move
                    page.mouse.move(width / 2 + len(theme), height / 2)
                    page.wait_for_timeout(SETTLED_MS)
                picture = shot(page)
                if also and (width, height, theme) == (*SIZES[screen][0], THEMES[0]):
                    save(picture, also)
                save(small(picture), name(screen, state, width, height, theme))
        width, height = SIZES[screen][0]
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")


def small(picture: Image.Image) -> Image.Image:
    picture.thumbnail((WIDEST, WIDEST))
    return picture


if __name__ == "__main__":
    main()
