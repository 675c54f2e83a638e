"""What the wall shows besides a question: the way in, nothing at all, and the end."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
import qrcode
import requests
from PIL import Image
from playwright.sync_api import expect

from tests.browser.asking import opened, voted
from tests.browser.wall import Wall, edges
from tests.room import Room

Walls = Callable[..., Wall]

QUIET = 4
"""How many modules of white a QR code needs around it."""


@pytest.fixture
def host(hall: Room) -> Any:
    return hall.facilitator()


def test_the_way_in_says_how_to_join(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    projected.shows("join")
    view = projected.page.locator(".join")
    expect(view.locator(".address")).to_have_text(f"127.0.0.1:{hall.server.port}")
    expect(view.locator(".code")).to_have_text(hall.code)
    expect(view.get_by_role("heading", level=1)).to_have_text("Take part from your phone")
    expect(view).to_contain_text("Your name is not asked.")
    code = view.get_by_role("img", name="QR code: opens this session on a phone")
    left, top, right, bottom = edges(code)
    assert left >= 0
    assert top >= 0
    assert bottom - top == pytest.approx(right - left, abs=1)
    assert bottom - top >= 0.85 * 1080, "as tall as the wall allows"
    assert edges(view.locator(".way"))[2] <= 1920


def test_people_are_counted_as_they_come(hall: Room, wall: Walls) -> None:
    projected = wall(hall)
    projected.counts_people("The first seat is yours")
    expect(projected.page.locator(".seats .taken")).to_have_count(0)
    first = hall.attendee()
    projected.counts_people("1 person in the room")
    hall.attendee()
    projected.counts_people("2 people in the room")
    expect(projected.page.locator(".seats .taken")).to_have_count(2)
    first.leaves()
    projected.counts_people("1 person in the room")


def test_the_qr_code_holds_the_address_with_its_quiet_zone(hall: Room) -> None:
    answer = requests.get(f"{hall.server.url}/{hall.code}/qr.png", timeout=10)
    assert answer.status_code == 200
    expected = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=QUIET)
    # In capitals it takes fewer modules; browsers make small letters of scheme and host again.
    expected.add_data(hall.session["join_url"].upper())
    modules = expected.get_matrix()
    image = Image.open(io.BytesIO(answer.content)).convert("1")
    size = image.width // len(modules)
    found = [
        [
            image.getpixel((x * size + size // 2, y * size + size // 2)) == 0
            for x, _ in enumerate(row)
        ]
        for y, row in enumerate(modules)
    ]
    assert found == modules


@pytest.mark.parametrize("where", [".join .qr", ".late .qr"])
def test_the_qr_code_stands_on_white_on_a_dark_wall(hall: Room, wall: Walls, where: str) -> None:
    if where.startswith(".late"):
        opened(hall)
    projected = wall(hall, color_scheme="dark")
    projected.page.evaluate("delete document.documentElement.dataset.awake")  # what fades by itself
    expect(projected.page.locator(".tools")).to_have_css("opacity", "0")
    code = projected.page.locator(where)
    assert code.evaluate("(image) => image.decode().then(() => image.naturalWidth)")
    image = Image.open(io.BytesIO(code.screenshot(animations="disabled"))).convert("L")
    # Without the rounded corners, and the pixel that the edge shares with what is around.
    middle = image.crop((2, image.height // 4, image.width - 2, image.height * 3 // 4))
    left, _, right, _ = middle.point(lambda light: 255 if light < 128 else 0).getbbox()
    plain = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    plain.add_data(hall.session["join_url"].upper())
    module = (right - left) / len(plain.get_matrix())
    assert left >= (QUIET - 0.5) * module
    assert middle.width - right >= (QUIET - 0.5) * module


def test_nothing_is_shown_and_then_the_question_again(hall: Room, host: Any, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall)
    voted(hall, poll, "a")
    projected.shows_bars([1, 0, 0])
    before = projected.picture()
    host.does("blank")
    projected.shows("blank")
    assert projected.picture() == "Nothing is shown for now"
    voted(hall, poll, "b")
    host.does("blank", on=False)
    projected.shows("poll")
    projected.shows_bars([1, 1, 0])
    assert projected.picture() != before
    host.does("show_join")
    projected.shows("join")
    host.does("show_join", on=False)
    projected.shows("poll")


def test_the_end_thanks_and_counts(hall: Room, host: Any, wall: Walls) -> None:
    poll = opened(hall)
    projected = wall(hall)
    voted(hall, poll, "a", "b")
    host.does("end")
    projected.shows("end")
    projected.asks("Thank you, and see you soon")
    end = projected.page.locator(".end")
    expect(end).to_contain_text("2 people took part")
    expect(end).to_contain_text("the results stay on your phone")
    expect(end.get_by_role("img", name="QR code")).to_be_visible()
    for shape in ((1920, 1080), (1024, 768), (480, 540)):
        assert projected.crowding(*shape) == [], shape


def test_the_way_in_speaks_french(room: Room, wall: Walls) -> None:
    projected = wall(room, locale="fr-FR")
    projected.counts_people("La première place est pour vous")
    room.attendee()
    projected.counts_people("1 personne dans la salle")
    expect(projected.page.locator(".join .qr")).to_have_attribute(
        "alt", "QR code\u00a0: ouvre cette séance sur un téléphone"
    )


def test_a_theme_can_be_asked_for(hall: Room, wall: Walls) -> None:
    projected = wall(hall, query="&theme=dark")
    dark = projected.page.locator("body").evaluate(
        "(body) => getComputedStyle(body).backgroundColor"
    )
    assert dark == "rgb(16, 23, 30)"
    projected.page.goto(projected.page.url.partition("?")[0])
    expect(projected.page.locator("body")).to_have_css("background-color", dark)
    projected.page.goto(f"{projected.page.url}?theme=light")
    expect(projected.page.locator("body")).to_have_css("background-color", "rgb(250, 248, 244)")
