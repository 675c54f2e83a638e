"""Details and explanations, on the wall, on phones and in the console; and their formulas."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.asking import does, options
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]
Consoles = Callable[..., Console]

SENTENCE = "L’acheteur peut effectuer des consultations ou réaliser des études de marché. "
LONG = "\n\n".join([f"## Article\n\n{SENTENCE * 3}"] * 7)[:2000]
WHY = {"explanation": "Car **oui** : $x^2$", "source": "Code, article 1"}


def test_a_long_text_is_folded_on_a_phone_until_somebody_wants_it(
    room: Room, browser: Browser
) -> None:
    content = {**options("Un", "Deux", "Trois", "Quatre", "Cinq", "Six"), "details": LONG}
    poll = room.asks(content=content)
    does(room, poll, "open")
    for scripts in (True, False):
        phone = Phone(browser, room, java_script_enabled=scripts).joins()
        about = phone.page.locator("main .details")
        expect(about.locator(".written")).to_be_hidden()
        last = phone.page.get_by_text("Six", exact=True).bounding_box()
        assert last
        assert last["y"] + last["height"] < 640
        about.locator("summary").click()
        expect(about.locator("h2").first).to_have_text("Article")
        assert not phone.overflows()
        if scripts:
            assert room.attendee().votes("a")["ok"]
            does(room, poll, "close")
            phone.says("The results are shown")
            expect(about.locator(".written")).to_be_visible()
            does(room, poll, "open")
        phone.context.close()
        assert phone.errors == []


def test_a_short_text_stands_under_the_question(room: Room, browser: Browser) -> None:
    does(room, room.asks("yes_no", {"details": "Un **mot**"}), "open")
    for scripts in (True, False):
        phone = Phone(browser, room, java_script_enabled=scripts).joins()
        expect(phone.page.locator("main .details strong")).to_be_visible()
        expect(phone.page.locator("main .details summary")).to_be_hidden()
        phone.context.close()


def test_why_shows_with_the_right_answer(hall: Room, wall: Walls, browser: Browser) -> None:
    poll = hall.asks(content={**options("Un", "Deux", right="a"), "details": "Contexte", **WHY})
    projected = wall(hall)
    phone = Phone(browser, hall).joins_live()
    does(hall, poll, "open")
    for page in (projected.page, phone.page):
        expect(page.locator("main .details")).to_be_visible()
        expect(page.locator("main .explanation")).to_be_hidden()
        assert "katex" not in page.content()
    does(hall, poll, "close")
    for page in (projected.page, phone.page):
        expect(page.locator("main .explanation")).to_contain_text("Why")
        expect(page.locator("main .explanation .source")).to_have_text("Source: Code, article 1")
        expect(page.locator("main .explanation .katex-html")).to_be_visible()
        expect(page.locator("main .explanation math annotation")).to_have_text("x^2")
    plain = Phone(browser, hall, java_script_enabled=False).joins()
    expect(plain.page.locator("main .explanation")).to_contain_text(re.compile("Car oui : x.2"))
    for one in (phone, plain):
        one.context.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_a_wall_cuts_nothing_off_and_leaves_results_their_room(
    hall: Room, wall: Walls, size: tuple[int, int]
) -> None:
    texts = ["Avant de rédiger le cahier des charges"] * 6
    poll = hall.asks(
        content={**options(*texts, right="a"), "details": LONG, "explanation": LONG},
        title="Quand peut-on rencontrer les fournisseurs ?",
    )
    does(hall, poll, "open")
    projected = wall(hall)
    projected.asks(poll["title"])
    for status in ("open", "closed"):
        assert projected.crowding(*size) == []
        box = projected.page.locator("main .details:visible, .explanation:visible")
        expect(box).to_have_count(1)
        assert box.evaluate("box => box.scrollHeight <= box.clientHeight")
        stage = projected.stage.bounding_box()
        assert stage
        assert stage["height"] > size[1] / 3
        if status == "open":
            does(hall, poll, "close")
            expect(projected.page.locator("main .explanation")).to_be_visible()


def test_the_console_writes_details_and_shows_how_they_will_look(
    room: Room, console: Consoles
) -> None:
    poll = room.asks("yes_no", {"right": "yes"}, title="Oui ?")
    host = console().opens_live()
    host.page.goto(f"{room.server.url}/console/polls/{poll['id']}")
    host.page.get_by_text("Details, explanation, source").click()
    host.page.get_by_label("Details (optional)").fill("**Voici**")
    looks = host.page.get_by_role("group", name="How it will look").first
    expect(looks.locator("strong")).to_have_text("Voici")
    host.page.get_by_label("Explanation (optional)").fill("Car $a$")
    expect(host.page.locator(".looks .katex-html")).to_be_visible()
    host.page.get_by_label("Source (optional)").fill("Code")
    host.page.get_by_role("button", name="Save").click()
    host.does("Start with question 1")
    expect(host.page.locator(".current .details strong")).to_have_text("Voici")
    expect(host.page.locator(".current .explanation")).to_contain_text("shown with the right")
