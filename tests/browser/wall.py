"""The projected wall in a real browser, in the words of the room."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page, expect

PROJECTOR = {"width": 1920, "height": 1080}


class Wall:
    """The wall, and the figures a person in the last row would read off it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_viewport_size(PROJECTOR)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(address)

    @staticmethod
    def context(browser: Browser) -> BrowserContext:
        return browser.new_context(viewport=PROJECTOR, locale="fr-FR", reduced_motion="reduce")

    def asks(self, title: str) -> None:
        expect(self.page.locator("h1:visible")).to_have_text(title)

    def shows_bars(self, counts: list[int]) -> None:
        """The counts beside the bars, from the first option to the last."""
        figures = self.page.locator(".bars li .count")
        expect(figures).to_have_text([str(count) for count in counts])

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

    def shows_no_figures(self) -> None:
        expect(self.page.locator(".bars")).to_have_attribute("data-results", "hidden")
        expect(self.page.locator(".bars .figures:visible")).to_have_count(0)

    def says(self, text: str) -> None:
        """How many of the room have answered."""
        expect(self.page.locator('[data-slot="answered"]')).to_have_text(text)
