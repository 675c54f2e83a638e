"""The pages of a PDF become slides: drawn in the host's browser, on the wall and on phones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall, edges
from tests.presentation import deck, locked_deck, long_deck
from tests.room import Room

MEGABYTE = 1024 * 1024


@pytest.fixture
def host(hall: Room, browser: Any) -> Any:
    one = Console(browser, hall).opens()
    one.page.get_by_role("link", name="Slides from a PDF").click()
    yield one
    one.context.close()
    assert one.errors == []


def chooses(host: Console, content: bytes) -> None:
    file = {"name": "deck.pdf", "mimeType": "application/pdf", "buffer": content}
    host.page.get_by_label("PDF file").set_input_files(files=[file])  # type: ignore[list-item]


def pages(host: Console) -> Locator:
    return host.page.locator(".pages > li:visible")


def refuses(host: Console, reason: str) -> None:
    expect(host.page.locator("#refusal")).to_contain_text(reason)


def titles(room: Room) -> list[str]:
    polls = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    return [poll["title"] for poll in polls]


def test_a_presentation_is_projected_between_questions(
    hall: Room,
    host: Console,
    wall: Callable[..., Wall],
    browser: Any,
    axe: Callable[[Page], list[str]],
) -> None:
    hall.asks(title="Before?")
    hall.asks(title="After?")
    host.page.reload()
    chooses(host, deck())
    expect(pages(host)).to_have_count(3)
    expect(pages(host).locator(".name")).to_have_text(
        ["Le sourcing en trois temps", "Avant de publier", ""]
    )
    expect(host.page.locator("#wordless")).to_contain_text("1 page holds no text")
    assert axe(host.page) == []
    host.page.locator(".alt input:visible").fill("A blue field")
    # By keyboard: none, and then two of them.
    host.page.get_by_role("button", name="Select none").press("Enter")
    expect(host.page.locator("#add")).to_be_disabled()
    for place in (1, 2):
        pages(host).nth(place).get_by_role("checkbox").press("Space")
    host.page.get_by_label("Where in the running order").select_option("After 1: Before?")
    host.page.get_by_role("button", name="Add 2 slides").press("Enter")
    host.order_is("Before?", "Avant de publier", "A blue field", "After?")
    expect(host.page.locator(".line .glimpse:visible")).to_have_count(2)

    projected = wall(hall)
    listed, pictured = (host.line(title) for title in ("Avant de publier", "A blue field"))
    for line in (pictured, listed):
        line.locator("summary").click()
        line.get_by_text("Show now").click()
    projected.asks("Avant de publier")
    picture = projected.page.locator(".illustration img")
    expect(picture).to_have_attribute("alt", "Avant de publier")
    assert edges(picture) == pytest.approx((0, 0, 1920, 1080), abs=2)
    expect(projected.stage.locator("li")).to_have_text(
        ["Repérer les entreprises", "Garder une trace des *échanges*".replace("*", "")]
    )
    expect(projected.page.locator(".late")).not_to_be_in_viewport()
    projected.page.set_viewport_size({"width": 1024, "height": 768})
    expect(projected.page.locator(".late")).to_be_in_viewport()
    assert edges(picture)[3] <= edges(projected.page.locator(".poll footer"))[1]
    assert axe(projected.page) == []

    phone = Phone(browser, hall).joins_live()
    phone.asks("Avant de publier")
    expect(phone.page.locator("main .illustration img")).to_be_visible()
    expect(phone.page.locator("#fields li").first).to_have_text("Repérer les entreprises")
    expect(phone.page.locator("#fields")).not_to_contain_text("2")
    phone.context.close()


def test_a_file_that_cannot_be_taken_says_why(hall: Room, host: Console) -> None:
    expect(host.page.get_by_text("At most 200 pages and 50 MB")).to_be_visible()
    chooses(host, b"%PDF-1.7 and then nothing")
    refuses(host, "no PDF that can be read")
    chooses(host, locked_deck())
    refuses(host, "asks for a password")
    chooses(host, long_deck(201))
    refuses(host, "201 pages; at most 200")
    host.page.evaluate(
        """size => {
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(size)], "large.pdf"));
          const field = document.getElementById("file");
          field.files = files.files;
          field.dispatchEvent(new Event("change"));
        }""",
        50 * MEGABYTE + 1,
    )
    refuses(host, "51 MB; at most 50 MB")
    expect(pages(host)).to_have_count(0)


def test_what_fails_or_is_called_off_adds_nothing(hall: Room, host: Console) -> None:
    sent = 0

    def second_is_lost(route: Route) -> None:
        nonlocal sent
        sent += 1
        route.abort() if sent == 2 else route.continue_()

    chooses(host, deck())
    add = host.page.get_by_role("button", name="Add 3 slides")
    host.page.route("**/slides/pictures", second_is_lost)
    with host.page.expect_response("**/slides/discard"):
        add.click()
    refuses(host, "Page 2 did not reach the server. Nothing was added")
    expect(add).to_be_focused()

    host.page.unroute("**/slides/pictures")
    host.page.route("**/slides/pictures", lambda _held_back: None)
    add.click()
    expect(host.page.locator("#doing")).to_have_text("Adding page 1: 1 of 3")
    host.page.locator("#stop").press("Enter")
    refuses(host, "Stopped: nothing was added")
    assert titles(hall) == []

    host.page.unroute("**/slides/pictures")
    add.click()
    host.order_is("Le sourcing en trois temps", "Avant de publier", "Page 3")


def test_a_browser_without_scripts_is_told(hall: Room, browser: Any) -> None:
    host = Console(browser, hall, java_script_enabled=False).opens()
    host.page.goto(f"{hall.server.url}/console/sessions/{hall.id}/slides")
    expect(host.page.locator("noscript .notice")).to_contain_text("need JavaScript")
    expect(host.page.locator("noscript .notice")).to_be_visible()
    expect(host.page.get_by_label("PDF file")).to_be_hidden()
    host.context.close()
