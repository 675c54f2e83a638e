"""An attendee's phone in a real browser, in the words of the room."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from tests.room import Room

SMALL = {"width": 360, "height": 640}


class Phone:
    """One phone: a browser context of its own, and the tab that is open on the session."""

    def __init__(self, browser: Browser, room: Room, **more: Any) -> None:
        self.room = room
        self.context = browser.new_context(
            **{
                "viewport": SMALL, "device_scale_factor": 2, "has_touch": True, "is_mobile": True,
                "locale": "en-GB", **more,
            }
        )  # fmt: skip
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []

    def joins(self) -> Phone:
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(f"{self.room.server.url}/{self.room.code}")
        return self

    def joins_live(self) -> Phone:
        self.joins()
        self.is_connected()
        return self

    def opens_another_tab(self) -> Phone:
        """The same phone, seen through a second tab."""
        other = Phone.__new__(Phone)
        other.room, other.context, other.errors = self.room, self.context, self.errors
        other.page = self.context.new_page()
        return other.joins_live()

    def closes_the_tab(self) -> None:
        self.page.close()
        self.page = self.context.new_page()

    def is_connected(self) -> None:
        expect(self.page.locator("#connection-said")).to_have_text("Connected")

    def is_offline(self) -> None:
        expect(self.page.locator("#connection-said")).to_have_text("Offline")

    def asks(self, title: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)

    def says(self, text: str) -> None:
        """At its foot, where the vote stands."""
        expect(self.page.locator("#told")).to_contain_text(text)

    @property
    def foot(self) -> str:
        return " ".join(self.page.locator("#told").inner_text().split())

    def option(self, text: str) -> Locator:
        exact = re.compile(rf"^{re.escape(text)}$")
        return self.page.locator(".choice").filter(has=self.page.get_by_text(exact))

    def chooses(self, text: str) -> None:
        self.option(text).click()

    def has_chosen(self, *texts: str) -> None:
        expect(self.page.locator(".choice:has(:checked) .text")).to_have_text(list(texts))

    def writes(self, *texts: str) -> None:
        for number, text in enumerate(texts):
            self.fields.nth(number).fill(text)

    @property
    def fields(self) -> Locator:
        return self.page.locator("#fields :is(input[type=text], textarea)")

    def sends(self) -> None:
        self.page.get_by_role("button", name="Send").click()

    def overflows(self) -> bool:
        """Whether people have to scroll sideways."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth")
        assert self.page.viewport_size
        return width > self.page.viewport_size["width"]
