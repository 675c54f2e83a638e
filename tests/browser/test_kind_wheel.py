"""The wheel on the wall, on phones and in the console."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.browser.wall import Wall
from tests.room import Room

Walls = Callable[..., Wall]
Consoles = Callable[..., Console]

NAMES = ["Anne “Nan” Lefèvre", "Bilal <b>", "Chloé & Cie", "L’\\Hôpital 😀"]


def items(*texts: str) -> dict[str, list[dict[str, str]]]:
    return {"items": [{"id": f"i{n}", "text": text} for n, text in enumerate(texts)]}


def drawn(room: Room, wheel: dict[str, object]) -> list[str]:
    return [draw["text"] for draw in room.results(wheel)["results"]["draws"]]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_says_who_was_drawn_and_how_to_check_it(
    room: Room, browser: Browser, scripts: bool
) -> None:
    wheel = room.asks("wheel", items(*NAMES))
    does(room, wheel, "open")
    phone = Phone(browser, room, java_script_enabled=scripts).joins()
    expect(phone.page.locator("#form .in-the-wheel li")).to_have_text(NAMES)
    for _ in range(2):
        does(room, wheel, "draw")
    if not scripts:
        phone.page.reload()
    first, second = drawn(room, wheel)
    expect(phone.page.locator(".latest")).to_have_text(second)
    expect(phone.page.locator(".earlier li")).to_have_text([first])
    expect(phone.page.locator("#form")).to_be_hidden()
    phone.page.get_by_text("Check this draw").click()
    lines = phone.page.locator(".check code").inner_text()
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(lines, {})
    assert said.getvalue().strip() == second
    assert not phone.overflows()
    phone.context.close()
    assert phone.errors == []


def test_a_wall_without_movement_shows_the_draw_at_once(
    hall: Room, wall: Walls, axe: Callable[[Page], list[str]]
) -> None:
    wheel = hall.asks("wheel", items(*[f"N{n:02} Prénom Nom-Composé" for n in range(60)]))
    does(hall, wheel, "open")
    projected = wall(hall)
    expect(projected.stage).to_contain_text("60 in the wheel")
    for count in (1, 2):
        does(hall, wheel, "draw")
        newest = drawn(hall, wheel)[-1]
        expect(projected.stage.locator(".latest")).to_have_text(newest)
        expect(projected.stage.locator(".which")).to_contain_text(f"among {61 - count}")
        assert at_the_pointer(projected.page) == newest[:3]
    projected.page.reload()
    expect(projected.stage.locator(".latest")).to_have_text(newest)
    assert at_the_pointer(projected.page) == newest[:3]
    for size in ((1920, 1080), (1024, 768)):
        assert projected.crowding(*size) == []
    assert axe(projected.page) == []


def at_the_pointer(page: Page) -> str:
    """The beginning of what stands on the slice that the pointer points at."""
    page.wait_for_timeout(50)
    said: str = page.evaluate(
        """() => {
            const pointer = document.querySelector(".pointer").getBoundingClientRect();
            const x = pointer.right - pointer.width * 2.5;
            const hit = document.elementFromPoint(x, (pointer.top + pointer.bottom) / 2);
            return hit.closest(".slice").textContent.slice(0, 3);
        }"""
    )
    return said


def test_a_wall_that_turns_tells_the_name_when_it_stands(hall: Room, wall: Walls) -> None:
    wheel = hall.asks("wheel", items("Anne", "Bilal"))
    does(hall, wheel, "open")
    projected = wall(hall, reduced_motion="no-preference")
    expect(projected.stage).to_contain_text("2 in the wheel")
    does(hall, wheel, "draw")
    expect(projected.stage.locator(".spinning")).to_be_attached()
    expect(projected.stage.locator(".latest")).to_be_hidden()
    expect(projected.stage.locator(".latest")).to_have_text(drawn(hall, wheel)[0], timeout=4000)
    expect(projected.stage.locator(".spinning")).not_to_be_attached()
    expect(projected.stage.locator(".chosen text")).to_have_text(drawn(hall, wheel)[0])


def test_the_console_writes_a_wheel_and_draws(room: Room, console: Consoles) -> None:
    host = console().opens_live()
    host.page.goto(f"{room.server.url}/console/sessions/{room.id}/polls/new?kind=wheel")
    host.page.get_by_label("Title").fill("Qui ?")
    field = host.page.get_by_role("textbox", name="In the wheel")
    field.fill("Anne")
    host.page.get_by_role("button", name="Save", exact=True).click()
    expect(host.page.locator(".field .refusal")).to_contain_text("2 to 60")
    field.fill("Anne\n\nBilal")
    host.page.get_by_role("button", name="Save", exact=True).click()
    host.does("Start with question 1")
    host.next_step_is("Draw")
    host.primary.dblclick()
    expect(host.page.locator(".in-the-wheel s")).to_have_count(1)
    host.does("Draw")
    expect(host.page.locator(".in-the-wheel s")).to_have_count(2)
    [wheel] = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    expect(host.page.locator(".latest")).to_have_text(drawn(room, wheel)[-1])
    host.next_step_is("End the session")
    host.page.goto(f"{room.server.url}/console/polls/{wheel['id']}")
    expect(field).to_be_disabled()
    expect(field).to_have_value("Anne\nBilal\n")
