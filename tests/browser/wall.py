"""The projected wall in a real browser, in the words of the room."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.room import Room

PROJECTOR = {"width": 1920, "height": 1080}

CROWDING = Path(__file__).with_name("crowding.js").read_text("utf-8")
NEXT_FRAMES = "() => new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r)))"


def edges(element: Locator) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is drawn."""
    box = element.bounding_box()
    assert box
    return box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]


class Wall:
    """The wall, and the figures a person in the last row would read off it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_viewport_size(PROJECTOR)
        self.errors: list[str] = []
        self.sent: list[str] = []
        self.received: list[str] = []

        def connected(socket: Any) -> None:
            socket.on("framesent", lambda frame: self.sent.append(str(frame)))
            socket.on("framereceived", lambda frame: self.received.append(str(frame)))

        self.page.on("websocket", connected)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.errors.append(said.text) if said.type == "error" else None,
        )
        self.page.goto(address)

    @staticmethod
    def context(browser: Browser, **more: Any) -> BrowserContext:
        return browser.new_context(
            **{"viewport": PROJECTOR, "locale": "fr-FR", "reduced_motion": "reduce", **more}
        )

    @classmethod
    def of(
        cls, browser: Browser, room: Room, key: str = "screen_key", query: str = "", **more: Any
    ) -> Wall:
        """The wall of a room, opened by one of its keys in a browser of its own."""
        address = f"{room.server.url}/{room.code}/screen?key={room.session[key]}{query}"
        return cls(cls.context(browser, **{"locale": "en-GB", **more}), address)

    @property
    def stage(self) -> Locator:
        """Where the results are."""
        return self.page.locator(".stage")

    def shows(self, view: str) -> None:
        """One of the views join, poll, blank and end, and no other."""
        expect(self.page.locator("[data-view]:visible")).to_have_count(1)
        expect(self.page.locator(f'[data-view="{view}"]')).to_be_visible()

    def asks(self, title: str) -> None:
        expect(self.page.locator("h1:visible")).to_have_text(title)

    def stands(self, *facts: str) -> None:
        """Above the question: its place, its round, and where the vote stands."""
        for fact in facts:
            expect(self.page.locator(".now")).to_contain_text(fact)

    def shows_bars(self, counts: list[int], shares: list[str] | None = None) -> None:
        """The counts beside the bars, from the first option to the last, and their shares."""
        figures = self.page.locator(".bars li .count")
        expect(figures).to_have_text([str(count) for count in counts])
        if shares is not None:
            expect(self.page.locator(".bars li .share")).to_have_text(shares)

    def shows_sides(self, counts: dict[str, int]) -> None:
        """The counts of yes, no and unsure."""
        for answer, count in counts.items():
            figure = self.page.locator(f'.side[data-answer="{answer}"] .count')
            expect(figure).to_have_text(str(count))

    def shows_words(self, counts: dict[str, int]) -> None:
        """The ranked list beside the cloud: every word with its count, in any order of ties."""
        rows = self.page.locator(".ranked li")
        expect(rows).to_have_count(len(counts))
        texts = self.page.locator(".ranked li .text").all_inner_texts()
        figures = self.page.locator(".ranked li .count").all_inner_texts()
        assert dict(zip(texts, map(int, figures), strict=True)) == counts

    def shows_results(self, kind: str, results: dict[str, Any]) -> None:
        """What the API says."""
        if kind.endswith("choice"):
            self.shows_bars(list(results["counts"].values()))
        elif kind == "yes_no":
            self.shows_sides(results["counts"])
        elif kind == "word_cloud":
            words = {word["text"]: word["count"] for word in results["words"]}
            self.shows_words(words)
            expect(self.page.locator(".sky text")).to_have_count(len(words))
        else:
            texts = [entry["text"] for entry in results["entries"]]
            expect(self.page.locator(".cards.shown .card p")).to_have_text(texts)

    def shows_no_figures(self) -> None:
        expect(self.page.locator(".bars")).to_have_attribute("data-results", "hidden")
        expect(self.page.locator(".bars .figures:visible")).to_have_count(0)

    def holds_no_results(self) -> None:
        """Not on the wall, and not out of sight in the page either."""
        expect(self.stage).not_to_contain_text(re.compile(r"\d"))
        expect(self.stage.locator(".ranked li, .sky text, .card")).to_have_count(0)

    def marks_right(self, *texts: str) -> None:
        """The answers that bear the sign and the words of a right answer."""
        verdicts = self.page.locator(".verdict:visible")
        expect(verdicts).to_have_text(["Right answer"] * len(texts))
        expect(verdicts.locator("svg:visible")).to_have_count(len(texts))
        for text, verdict in zip(texts, verdicts.all(), strict=True):
            expect(verdict.locator("..")).to_contain_text(text)

    def says(self, text: str) -> None:
        """How many of the room have answered."""
        expect(self.page.locator('[data-slot="answered"]')).to_have_text(text)

    def counts_people(self, text: str) -> None:
        """On the join page."""
        expect(self.page.locator('[data-slot="room"]')).to_have_text(text)

    def is_lost(self) -> None:
        expect(self.page.locator(".lost")).to_be_visible(timeout=15_000)

    def is_back(self) -> None:
        expect(self.page.locator(".lost")).to_be_hidden(timeout=15_000)

    def settles(self) -> None:
        """Fonts are there, and what depends on sizes has been laid out."""
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.evaluate(NEXT_FRAMES)

    def crowding(self, width: int, height: int) -> list[str]:
        """What is cut off, or lies on something else, on a wall of this size."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.settles()
        found: list[str] = self.page.evaluate(CROWDING)
        return found

    def picture(self) -> str:
        """Everything that can be read on it."""
        return " ".join(self.page.locator("main").inner_text().split())
