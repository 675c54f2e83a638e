"""The catalogue of sessions, the first minute, and who may come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from babel.dates import format_date
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.consoles import Console
from tests.room import Room
from tests.running import Server

Consoles = Callable[..., Console]


@pytest.fixture(scope="module")
def host(browser: Browser, server: Server) -> Iterator[Page]:
    with came_in(browser, server) as page:
        yield page


@contextmanager
def came_in(browser: Browser, server: Server) -> Iterator[Page]:
    """A host who came in by the link that the server printed."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(server.link)
    page.get_by_role("button", name="Open the console").click()
    expect(page.get_by_role("heading", name="Your sessions")).to_be_visible()
    yield page
    context.close()


def line(host: Page, title: str) -> Locator:
    """In the catalogue, the session called `title`, with its menu open."""
    host.goto(host.url.split("/console")[0] + "/console")
    more = host.get_by_label(f"More for: {title}", exact=True)
    more.click()
    return host.get_by_role("listitem").filter(has=more)


def test_the_first_minute_offers_the_demonstration_and_a_session_of_one_s_own(
    browser: Browser, own_server: Server, axe: Callable[[Page], list[str]]
) -> None:
    with came_in(browser, own_server) as host:
        for name in ("Project the demonstration", "Create a session"):
            expect(host.get_by_role("link", name=name)).to_be_visible()
        assert axe(host) == []
        with host.context.expect_page() as wall:
            host.get_by_role("link", name="Project the demonstration").click()
        expect(wall.value).to_have_url(f"{own_server.url}/{own_server.code}/screen")
        expect(host.get_by_role("button", name="Start with question 1")).to_be_visible()
        expect(host.locator("#walls")).to_have_text("Wall connected")
        wall.value.close()


def test_a_session_is_created_rehearsed_used_again_and_deleted(
    host: Page, server: Server, axe: Callable[[Page], list[str]]
) -> None:
    host.goto(f"{server.url}/console/sessions/new")
    host.get_by_text("Language and code").click()
    host.get_by_label("Title").fill("Ma matinale")
    host.get_by_label("Code").fill("abc")
    host.get_by_role("button", name="Create the session").click()
    expect(host.get_by_text("A code has 6 characters")).to_be_visible()
    expect(host.get_by_label("Title")).to_have_value("Ma matinale")
    host.get_by_label("Code").fill("achat2")
    host.get_by_role("button", name="Create the session").click()
    expect(host.get_by_role("heading", name="Ma matinale")).to_be_visible()
    expect(host.get_by_text("No question yet")).to_be_visible()

    line(host, "Ma matinale").get_by_role("button", name="Rehearse").click()
    rehearsal = host.get_by_text("Nothing counts, and nothing is kept.")
    expect(rehearsal).to_be_visible()
    line(host, "Ma matinale").get_by_role("button", name="Clear the rehearsal answers").click()
    expect(rehearsal).to_be_hidden()

    line(host, "Ma matinale").get_by_role("button", name="Use again").click()
    copy = f"Ma matinale · {format_date(date.today(), 'long', 'en')}"
    expect(host.get_by_role("heading", name=copy)).to_be_visible()
    line(host, copy).get_by_role("link", name="Delete…").click()
    expect(host.get_by_text("no answer: nobody has voted")).to_be_visible()
    host.get_by_role("button", name="Delete the session").click()
    expect(host.get_by_role("heading", name="Your sessions")).to_be_visible()
    expect(host.locator(".session").filter(has_text=copy)).to_have_count(0)
    assert server.sessions()[0]["code"] == "ACHAT2"
    assert axe(host) == []
    host.get_by_role("button", name=f"Undo: bring back {copy}").press("Enter")
    expect(host.get_by_role("status")).to_contain_text(f"It is back: {copy}")
    expect(host.locator(".session").filter(has_text=copy)).to_be_visible()


def test_a_session_begins_with_an_outline_and_is_found_by_its_words(
    host: Page, server: Server
) -> None:
    host.goto(f"{server.url}/console/sessions/new")
    host.get_by_label("Title").fill("Café de juin")
    host.get_by_role("radio", name="Deciding together").check()
    host.get_by_role("button", name="Create the session").click()
    expect(host.locator(".line .asked")).to_have_count(5)
    expect(host.locator(".line .asked").first).to_have_text("What we decide this morning")
    for sought in ("cafe JUIN", "purchasing body"):
        host.goto(f"{server.url}/console?q={sought}")
        expect(host.locator(".session h2")).to_have_text(["Café de juin"])
    asked_again = "Can you support this decision, even if it was not yours?"
    host.goto(f"{server.url}/console/sessions/{server.sessions()[-1]['id']}/polls/new")
    host.get_by_role("link", name="Take one from another session").click()
    host.get_by_label("Search").fill("support decision")
    host.get_by_label("Search").press("Enter")
    host.get_by_role("checkbox", name=asked_again).check()
    host.get_by_role("button", name="Add to this session").click()
    expect(host.locator(".line .asked").last).to_have_text(asked_again)
    host.goto(f"{server.url}/console?q=cafe")
    host.get_by_label("Search").fill("nothing like it")
    host.get_by_label("Search").press("Enter")
    expect(host.get_by_role("status")).to_contain_text("0 sessions found.")


def test_a_deletion_says_what_is_lost(host: Page, room: Room) -> None:
    room.asks(title="Qui ?")
    facilitator, someone = room.facilitator(), room.attendee()
    facilitator.does("next")
    someone.sees(status="open")
    someone.votes("a")
    host.goto(f"{room.server.url}/console/sessions/{room.id}/delete")
    expect(host.locator(".notice")).to_contain_text("1 question")
    expect(host.locator(".notice")).to_contain_text("1 answer, with its export")
    host.get_by_role("link", name="Keep it").click()
    assert any(session["id"] == room.id for session in room.server.sessions())


def test_a_co_host_comes_in_by_a_link_until_it_is_renewed(
    host: Page, room: Room, console: Consoles
) -> None:
    guest = console().opens_live()
    expect(guest.page).to_have_url(f"{room.server.url}/console/sessions/{room.id}")
    guest.page.goto(f"{room.server.url}/console")
    expect(guest.page.get_by_role("heading", name="A facilitator link is needed")).to_be_visible()

    host.goto(f"{room.server.url}/console/sessions/{room.id}/settings")
    link = host.get_by_label("Co-host", exact=True).input_value()
    assert link.endswith(room.session["facilitator_key"])
    host.get_by_role("button", name="Make new links").click()
    expect(host.get_by_text("The new links are ready.")).to_be_visible()
    assert host.get_by_label("Co-host", exact=True).input_value() != link
    answer = guest.page.goto(f"{room.server.url}/console/sessions/{room.id}")
    assert answer is not None
    assert answer.status == 403


def test_a_link_is_selected_where_it_cannot_be_copied(host: Page, room: Room) -> None:
    host.goto(f"{room.server.url}/console/sessions/{room.id}/settings")
    host.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    host.get_by_role("button", name="Copy: Wall").click()
    expect(host.get_by_role("status")).to_contain_text("Selected: press Ctrl+C")
    link = host.get_by_label("Wall", exact=True)
    expect(link).to_be_focused()
    assert link.evaluate("field => field.selectionEnd") == len(link.input_value())


def test_title_and_language_change(host: Page, room: Room, console: Consoles) -> None:
    watching = console().opens_live()
    host.goto(f"{room.server.url}/console/sessions/{room.id}/settings")
    host.get_by_label("Title").fill("Un autre titre")
    host.get_by_role("radio", name="English").check()
    host.get_by_role("button", name="Save").click()
    expect(host.get_by_role("heading", name="Un autre titre")).to_be_visible()
    expect(watching.page.get_by_role("heading", name="Un autre titre")).to_be_visible()
