"""Fixtures: a real server, a room with people in it, and a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.room import Room, lost_clients_give_up
from tests.running import Server

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PLAYWRIGHT_DISABLES = (
    "AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints",
    "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning",
)  # fmt: skip
"""Chromium heeds the last list of features alone: Playwright's own is repeated in ours."""

UNSEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess")
"""What stands ready and nobody sees: half of what a page of ours costs, each time."""

CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(PLAYWRIGHT_DISABLES + UNSEEN)}",
]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests of a worker, with rooms of their own."""
    running = Server(tmp_path_factory.mktemp("server"))
    yield running
    running.stop()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test alone, which may kill it."""
    running = Server(tmp_path)
    yield running
    running.stop()


@pytest.fixture
def room(server: Server) -> Iterator[Room]:
    """A new session on the shared server, with nobody in it yet."""
    made = Room(server)
    yield made
    made.empty()


@pytest.fixture(autouse=True)
def nobody_waits_for_a_server_that_is_gone() -> Iterator[None]:
    lost_clients_give_up()  # who lost it while the test before was ending
    yield
    lost_clients_give_up()


@pytest.fixture(scope="session", autouse=True)
def patience() -> None:
    """A slow machine is no fault: browsers get longer than Playwright's five seconds."""
    expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Debian's chromium, which asks nobody on the internet for anything."""
    if CHROMIUM is None:
        pytest.skip("browser tests need Debian's chromium: apt-get install chromium")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_OPTIONS}
