"""A host's console in a real browser, in the words of the room."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.room import Room

DESK = {"width": 1440, "height": 900}


class Console:
    """One host's browser, open on the page that prepares and runs the session."""

    def __init__(self, browser: Browser, room: Room, **more: Any) -> None:
        self.room = room
        self.context = browser.new_context(**{"viewport": DESK, "locale": "en-GB", **more})
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def opens(self) -> Console:
        key = self.room.session["facilitator_key"]
        self.page.goto(f"{self.room.server.url}/console/sessions/{self.room.id}?key={key}")
        return self

    def opens_live(self) -> Console:
        self.opens()
        expect(self.page.locator("#room")).to_be_visible()
        return self

    @property
    def primary(self) -> Locator:
        return self.page.locator(".actions .primary")

    def next_step_is(self, label: str) -> None:
        expect(self.primary).to_have_text(label)

    def does(self, label: str) -> None:
        """Presses the primary action, which has to be the one expected."""
        self.next_step_is(label)
        self.primary.click()

    def presses(self, label: str) -> None:
        self.page.get_by_role("button", name=label, exact=True).click()

    def asks(self, title: str) -> None:
        expect(self.page.locator(".current > h2")).to_have_text(title)

    def says(self, *facts: str) -> None:
        """Under the question: status, answers, results."""
        for fact in facts:
            expect(self.page.locator(".current .facts")).to_contain_text(fact)

    def heard(self, text: str) -> None:
        """What a screen reader is told."""
        expect(self.page.locator("#said")).to_contain_text(text)

    def warns(self, text: str) -> None:
        expect(self.page.get_by_role("alert").filter(has_text=text)).to_be_visible()

    def order_is(self, *titles: str) -> None:
        expect(self.page.locator(".line .asked")).to_have_text(list(titles))

    def line(self, title: str) -> Locator:
        """One question of the running order."""
        return self.page.locator(".line").filter(has=self.page.get_by_text(title, exact=True))

    def unfolds(self, title: str) -> Locator:
        """What can be done to one question of the running order."""
        self.line(title).locator("summary").click()
        return self.line(title).locator(".deeds")

    def chooses(self, menu: str, item: str) -> None:
        self.page.locator("summary", has_text=menu).click()
        self.page.locator(".panel").get_by_text(item).click()

    def overflows(self) -> bool:
        """Whether the host has to scroll sideways."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth")
        assert self.page.viewport_size
        return width > self.page.viewport_size["width"]
