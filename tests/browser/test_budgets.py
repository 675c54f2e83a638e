"""What a page may cost over a hall's bad Wi-Fi: bytes, requests, and nothing that moves about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.network import Network
from tests.room import Room

SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 // 8,
    "uploadThroughput": 750_000 // 8,
}
"""A crowded Wi-Fi, as Lighthouse's "slow 4G": bytes a second, milliseconds."""

SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!entry.hadRecentInput) window.shifts.push({
        value: entry.value,
        moved: entry.sources.map(({ node, previousRect: was, currentRect: is }) =>
          `${node?.outerHTML?.slice(0, 80)} from ${was.x},${was.y} to ${is.x},${is.y}`),
      });
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True)
class Budget:
    """`kilobytes` as they are sent, headers and all, fonts included; the live connection is not."""

    page: str
    width: int
    height: int
    ready: str
    kilobytes: int
    requests: int
    shift: float = 0.0


BUDGETS = [
    Budget("door", 360, 640, "#code", 60, 10),
    Budget("phone", 360, 640, ".choice", 120, 60),
    # Out of how many have answered, only the live connection knows: its foot grows by a few words.
    Budget("wall", 1920, 1080, ".results .count", 160, 80, shift=0.002),
    # The words of its buttons are a hair wider or narrower until the typeface has come.
    Budget("console", 1440, 900, ".results .count", 200, 110, shift=0.005),
]


@pytest.fixture
def asked(room: Room) -> Iterator[Room]:
    """A room in which somebody has voted already."""
    room.asks()
    room.facilitator().does("next")
    room.attendee().votes("a")
    yield room
    room.empty()


def address(room: Room, page: str) -> str:
    keys = room.session
    paths = {
        "door": "/",
        "phone": f"/{room.code}",
        "wall": f"/{room.code}/screen?key={keys['screen_key']}",
        "console": f"/console/sessions/{room.id}?key={keys['facilitator_key']}",
    }
    return room.server.url + paths[page]


@pytest.mark.parametrize("budget", BUDGETS, ids=lambda budget: budget.page)
def test_it_stays_within_its_budget(browser: Browser, asked: Room, budget: Budget) -> None:
    size = {"width": budget.width, "height": budget.height}
    page = browser.new_context(viewport=size, reduced_motion="reduce").new_page()
    page.add_init_script(SHIFTS)
    network = Network(page, fonts=True)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.goto(address(asked, budget.page))
    expect(page.locator(budget.ready).first).to_be_visible(timeout=30_000)
    came = network.came()
    moved = shifts(page)
    assert sum(each["value"] for each in moved) <= budget.shift, moved
    sizes = {one.address: one.size for one in came}
    assert sum(sizes.values()) <= budget.kilobytes * 1000, sizes
    assert len(sizes) <= budget.requests, sizes
    page.context.close()


def shifts(page: Page) -> list[dict[str, Any]]:
    """What was drawn in one place and then in another, without anybody's doing."""
    found: list[dict[str, Any]] = page.evaluate("document.fonts.ready.then(() => window.shifts)")
    return found
