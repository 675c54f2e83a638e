"""The page that says thank you, on a phone: answers, results and a survey to take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened, options, voted
from tests.browser.consoles import Console
from tests.browser.phones import Phone
from tests.room import Room

ITEMS = {"items": [{"id": "s1", "kind": "rating", "title": "How was it?", "content": {}}]}


def test_a_room_goes_home(
    hall: Room,
    browser: Browser,
    axe: Callable[[Page], list[str]],
    tmp_path: Path,
) -> None:
    host = Console(browser, hall).opens_live()
    host.page.goto(f"{hall.server.url}/console/sessions/{hall.id}/polls/new?kind=survey")
    expect(host.page.get_by_label("Offer it when the session has ended")).to_be_visible()
    hall.asks("survey", ITEMS, title="Your opinion", afterwards=True)
    host.opens_live()
    expect(host.page.locator(".beside")).to_contain_text("Opens with the end")

    poll = opened(hall, "single_choice", options("Coffee", "Tea", right="a"), "Coffee or tea?")
    voted(hall, poll, "a", "b")
    phone = Phone(browser, hall, accept_downloads=True).joins_live()
    phone.chooses("Coffee")
    phone.says("recorded")
    does(hall, poll, "close")
    expect(phone.page.locator("#beside button")).to_have_count(0)
    hall.server.api("POST", f"/sessions/{hall.id}/end")

    # Without being loaded anew, and with nothing that takes the focus.
    phone.asks("Thank you for taking part")
    expect(phone.page.get_by_role("heading", name="Your answers")).to_be_visible()
    assert axe(phone.page) == []
    assert not phone.overflows()
    phone.page.get_by_role("button", name="Your opinion").click()
    phone.page.locator("#sheet .star-choice").nth(3).click()
    expect(phone.page.locator("#sheet .stars-said")).to_have_text("4 stars of 5")
    phone.page.locator("#sheet [data-close]").click()

    with phone.page.expect_download() as results:
        phone.page.get_by_role("link", name="Save the results").click()
    phone.page.get_by_role("link", name="See your answers").click()
    expect(phone.page.locator(".answers li").first).to_contain_text("Coffee or tea? Coffee ✓ Right")
    expect(phone.page.locator(".answers > li").nth(1)).to_contain_text("Your opinion How was it? 4")
    with phone.page.expect_download() as answers:
        phone.page.get_by_role("link", name="Save your answers").click()
    phone.page.get_by_role("link", name="←").click()
    expect(phone.page.get_by_role("link", name="See your answers")).to_be_visible()

    # At home, without a network.
    for name, download in (("results", results), ("answers", answers)):
        kept = tmp_path / f"{name}.html"
        download.value.save_as(kept)
        phone.page.goto(kept.as_uri())
        expect(phone.page.locator("main")).to_contain_text("Coffee or tea?")
        assert not phone.overflows()
        if name == "results":
            row = phone.page.get_by_role("row", name="Coffee")
            expect(row.get_by_role("cell")).to_have_text(["2", "67%"])

    expect(host.page.locator("[data-slot=kept]")).to_contain_text("60 more minutes")
    expect(host.page.locator("[data-slot=kept]")).to_contain_text("the survey is open too")
    with host.page.expect_download() as page:
        host.page.locator(".over").get_by_role("link", name="Page of results").click()
    assert page.value.suggested_filename.endswith(".html")
    for context in (phone.context, host.context):
        context.close()
    assert phone.errors == host.errors == []
