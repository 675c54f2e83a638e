"""Six people at a matinale, each from the beginning to the end of what they came for."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Download, Page, expect

from tests.browser.phones import Phone
from tests.room import Facilitator, Room
from tests.running import Server

Phones = Callable[..., Phone]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One of its own: a printed link lets one host in, and no other."""
    running = Server(tmp_path_factory.mktemp("journeys"))
    yield running
    running.stop()


@pytest.fixture(scope="module")
def desk(browser: Browser, server: Server) -> Iterator[Page]:
    """The browser of a host who came in by a facilitator link, without an account."""
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    page = context.new_page()
    page.goto(server.link)
    page.get_by_role("button", name="Open the console").click()
    yield page
    context.close()


@pytest.fixture
def host(room: Room) -> Facilitator:
    """Runs a session of three questions."""
    room.asks("single_choice", title="Qui ?")
    room.asks("ranking", title="Dans quel ordre ?", content={"options": THREE})
    room.asks("open_text", title="Et après ?")
    return room.facilitator()


THREE = [
    {"id": "a", "text": "Le prix"},
    {"id": "b", "text": "Le délai"},
    {"id": "c", "text": "La qualité"},
]


def test_a_host_prepares_runs_and_takes_away(desk: Page, browser: Browser, server: Server) -> None:
    desk.get_by_role("link", name="Create a session").first.click()
    desk.get_by_label("Title").fill("Ma matinale")
    desk.get_by_role("button", name="Create the session").click()
    desk.get_by_role("link", name="Add a question").first.click()
    desk.get_by_role("link", name=re.compile("^Single choice")).click()
    desk.get_by_label("Question", exact=True).fill("Café ou thé ?")
    for number, text in enumerate(("Café", "Thé")):
        desk.locator("[name=option_text]").nth(number).fill(text)
    desk.get_by_role("button", name="Save", exact=True).click()
    code = desk.locator(".pill.code").inner_text().split()[-1]
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Open the wall").first.click()
    wall = opened.value
    expect(wall.locator(".join .code")).to_have_text(code)
    phone = browser.new_context(locale="en-GB", viewport={"width": 360, "height": 640}).new_page()
    phone.goto(f"{server.url}/{code}")
    step = desk.locator("[data-step]")
    step.filter(has_text="Start with question 1").click()
    phone.locator(".choice", has_text="Thé").click()
    expect(wall.locator(".results .count")).to_have_text(["0", "1"])
    step.filter(has_text="Close the vote").click()
    step.filter(has_text="End the session").click()
    desk.get_by_role("dialog").get_by_role("button", name="End the session").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Thank you")
    with desk.expect_download() as taken:
        desk.get_by_role("link", name="Download for Excel (CSV)").last.click()
    assert "Thé" in text_of(taken.value)
    phone.context.close()


def test_an_attendee_votes_changes_and_sees_results(
    room: Room, host: Facilitator, phone: Phones
) -> None:
    mine = phone()
    mine.page.goto(room.server.url)
    mine.page.get_by_label("Code").fill(room.code.lower())
    mine.page.get_by_role("button", name="Join").click()
    mine.is_connected()
    host.does("next")
    mine.asks("Qui ?")
    mine.chooses("Oui")
    mine.says("Your vote is recorded")
    mine.chooses("Non")
    mine.says("Your vote is recorded")
    mine.page.reload()
    mine.has_chosen("Non")
    host.does("close")
    mine.says("The results are shown")
    expect(mine.page.locator("#results")).to_contain_text("Non")
    host.does("end")
    mine.asks("Thank you for taking part")


def test_who_comes_late_finds_what_is_going_on(
    room: Room, host: Facilitator, phone: Phones
) -> None:
    host.does("next")
    punctual = room.attendee()
    punctual.votes("a")
    during = phone().joins_live()
    during.chooses("Oui")
    during.says("Your vote is recorded")
    host.does("close")
    between = phone().joins_live()
    between.asks("Qui ?")
    expect(between.page.locator("#results .count").first).to_have_text("2")
    host.does("end")
    after = phone().joins()
    after.asks("Thank you for taking part")
    assert room.results(host.state["running_order"][0])["answered"] == 2


def test_a_keyboard_is_enough_for_an_attendee(room: Room, host: Facilitator, phone: Phones) -> None:
    mine = phone(has_touch=False, is_mobile=False)
    keys = mine.page.keyboard
    mine.page.goto(room.server.url)
    keys.type(room.code)
    keys.press("Enter")
    mine.is_connected()
    host.does("next")
    mine.asks("Qui ?")
    reaches(mine.page, "input[type=radio]")
    keys.press("ArrowDown")
    mine.says("Your vote is recorded")
    host.does("next")
    mine.asks("Dans quel ordre ?")
    for text in ("Le prix", "Le délai", "La qualité"):
        reaches(mine.page, "button", text)
        keys.press("Enter")
    mine.says("recorded")
    host.does("next")
    mine.asks("Et après ?")
    reaches(mine.page, "textarea")
    keys.type("Continuer")
    reaches(mine.page, "button", "Send")
    keys.press("Enter")
    mine.says("Your vote is recorded")
    polls = host.state["running_order"]
    assert [room.results(poll)["answered"] for poll in polls] == [1, 1, 1]


def reaches(page: Page, what: str, text: str = "") -> None:
    """Tabs on to the next of `what` that begins with `text`; nothing on the way holds the focus."""
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(IS_AT, [what, text]):
            return
    raise AssertionError(f"no {what} {text} is reached with Tab")


IS_AT = """([what, text]) => {
  const here = document.activeElement;
  return here.matches(`main ${what}`) && here.textContent.trim().startsWith(text);
}"""


def test_a_screen_reader_is_told_what_happens(room: Room, host: Facilitator, phone: Phones) -> None:
    mine = phone().joins_live()
    told = mine.page.locator("#announcements")
    host.does("next")
    expect(told).to_contain_text("Qui ?")
    expect(mine.page.locator("main")).to_match_aria_snapshot(
        """
        - main:
          - heading "Qui ?" [level=1]
          - group "Qui ?":
            - radio "A Oui"
            - radio "B Non"
            - radio "C Peut-être"
        """
    )
    mine.chooses("Oui")
    expect(told).to_contain_text("recorded")
    host.does("close")
    expect(told).to_contain_text("The vote is closed. The results are shown")
    expect(mine.page.locator("#results")).to_match_aria_snapshot(
        """
        - region "Results":
          - heading "Results" [level=2]
          - list:
            - listitem: /Oui .*1/
            - listitem: /Non .*0/
            - listitem: /Peut-être .*0/
        """
    )
    host.does("end")
    expect(told).to_contain_text("Thank you for taking part")


def test_an_organiser_takes_the_same_figures_in_every_form(
    room: Room, host: Facilitator, desk: Page
) -> None:
    host.does("next")
    for answer in ("a", "a", "b"):
        room.attendee().votes(answer)
    host.does("end")
    desk.goto(f"{room.server.url}/console/sessions/{room.id}")
    desk.get_by_text("Export", exact=True).click()
    with desk.expect_download() as sheet:
        desk.locator("a[href$='export.csv']").first.click()
    rows = list(csv.DictReader(io.StringIO(text_of(sheet.value))))
    assert sorted(row["choice_text"] for row in rows) == ["Non", "Oui", "Oui"]


def text_of(download: Download) -> str:
    path = download.path()
    return path.read_text("utf-8-sig")
