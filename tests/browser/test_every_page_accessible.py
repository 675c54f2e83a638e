"""axe-core finds nothing on any page there is, wide and narrow. A new one is not forgotten: they
are compared with the server's own map of addresses. Other states are looked at where they are made,
and what moves in a session in test_showcase.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from polling.kinds import kinds
from tests.browser.house import House, rules
from tests.browser.looks import looks

NO_PAGES = {
    "/<code>/goodbye",  # a part of the phone's page
    "/console/polls/<int:poll_id>/results",
    "/console/sessions/<int:session_id>/pairings/<name>",
    "/healthz",
    "/images/<image>",
    "/metrics",
}
"""Besides the API, and files."""

HERE = "/console/sessions/<int:session_id>"

PAGES = {
    "/": ["/", "/?code=ZZZZZZ"],
    "/accessibility": ["/accessibility"],
    "/<code>": ["/{code}", "/{over}"],
    "/<code>/answers": ["/{over}/answers"],
    "/<code>/answers.html": ["/{over}/answers.html"],
    "/<code>/pass": ["/{code}/pass", "/{code}/pass?done=1"],
    "/<code>/results.html": ["/{over}/results.html"],
    "/<code>/screen": ["/{code}/screen", "/{over}/screen"],
    "/<code>/wall": ["/{code}/wall", "/{over}/wall"],
    "/console": ["/console", "/console?q=nothing+like+it"],
    "/console/address": ["/console/address"],
    "/console/link/<token>": ["{link}"],
    "/console/pair/<token>": ["{pairing}"],
    "/console/polls/<int:poll_id>": [
        f"/console/polls/{{polls[{name}]}}" for name in ("single_choice", "survey", "pin", "slide")
    ],
    "/console/polls/<int:poll_id>/delete": ["/console/polls/{polls[single_choice]}/delete"],
    "/console/polls/<int:poll_id>/hand-count": ["/console/polls/{polls[single_choice]}/hand-count"],
    HERE: ["/console/sessions/{id}", "/console/sessions/{gone}"],
    f"{HERE}/delete": ["/console/sessions/{gone}/delete"],
    f"{HERE}/export.html": ["/console/sessions/{gone}/export.html"],
    f"{HERE}/paper": ["/console/sessions/{id}/paper"],
    f"{HERE}/polls/earlier": ["/console/sessions/{gone}/polls/earlier"],
    f"{HERE}/polls/new": ["/console/sessions/{id}/polls/new"],
    f"{HERE}/preview/<any(phone, wall):screen>": [
        f"/console/sessions/{{id}}/preview/{screen}?kind=single_choice"
        for screen in ("phone", "wall")
    ],
    f"{HERE}/settings": ["/console/sessions/{id}/settings"],
    f"{HERE}/slides": ["/console/sessions/{id}/slides"],
    "/console/sessions/new": ["/console/sessions/new"],
    "/console/themes": ["/console/themes"],
    "/console/themes/<theme>/delete": ["/console/themes/{theme}/delete"],
}
"""Where each page can be looked at, in the words of a house."""

FOR_GUESTS = {"/console/link/<token>": ["{link}"], "/console": ["/console"]}
"""What those see who are not signed in."""

WALLS = ("/screen", "/preview/wall")
"""No phone shows them."""

RICHEST = ("multiple_choice", "grid", "pin", "survey", "slide")
"""Kinds whose forms have, among them, every part that a form can have."""

WIDE, NARROW = 1100, 320


@pytest.fixture(scope="module", params=looks(("fr", "light")))
def house(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"), browser, *request.param)
    yield made
    made.closes()


def test_no_page_is_forgotten(tmp_path: Path) -> None:
    found = {rule for rule in rules(tmp_path) if not rule.startswith("/api/")}
    pages = {rule for rule in found if "." not in rule or rule.endswith(".html")}
    assert pages - NO_PAGES == set(PAGES)


@pytest.mark.parametrize("rule", PAGES)
def test_axe_finds_nothing(house: House, rule: str, axe: Callable[[Page], list[str]]) -> None:
    for address in PAGES[rule]:
        is_fine(house, house.host, address, axe)
    for address in FOR_GUESTS.get(rule, []):
        is_fine(house, house.guest, address, axe)
    assert house.errors == []


@pytest.mark.parametrize(
    "name",
    [name if name in RICHEST else pytest.param(name, marks=pytest.mark.long) for name in kinds()],
)
def test_axe_finds_nothing_in_a_form(
    house: House, name: str, axe: Callable[[Page], list[str]]
) -> None:
    is_fine(house, house.host, f"/console/sessions/{{id}}/polls/new?kind={name}", axe)
    assert house.errors == []


def is_fine(house: House, page: Page, address: str, axe: Callable[[Page], list[str]]) -> None:
    page.set_viewport_size({"width": WIDE, "height": 800})
    house.opens(page, address)
    assert axe(page) == [], address
    if not any(part in address for part in WALLS):
        page.set_viewport_size({"width": NARROW, "height": 800})
        assert axe(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW, address
