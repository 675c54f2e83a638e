"""Wall and phone within a page of an authority's intranet: another site, where no cookie comes."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.conftest import CHROMIUM, CHROMIUM_OPTIONS
from tests.room import Room, eventually
from tests.running import Server

# Names differ, so these are two sites: `localhost` frames what `127.0.0.1` serves.
HERE = "localhost"

NO_FRAMES_STORE = "TrackingProtection3pcd"
"""What Chromium calls keeping frames of other sites from storing anything."""


class Intranet(BaseHTTPRequestHandler):
    """Frames the address that it is asked for."""

    def do_GET(self) -> None:
        (framed,) = parse_qs(urlsplit(self.path).query).get("frame", [""])
        body = f'<!doctype html><title>Intranet</title><iframe src="{framed}"'
        body += ' width="1000" height="700" allow="fullscreen"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """In silence."""


def serving() -> Iterator[str]:
    with ThreadingHTTPServer((HERE, 0), Intranet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{HERE}:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def intranet() -> Iterator[str]:
    yield from serving()


@pytest.fixture(scope="module")
def stranger() -> Iterator[str]:
    yield from serving()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, intranet: str) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("server"), "--embed-in", intranet)
    yield running
    running.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB")
    yield context.new_page()
    context.close()


def framed(page: Page, site: str, address: str) -> FrameLocator:
    page.goto(f"{site}/?frame={address.replace('?', '%3F')}")
    return page.frame_locator("iframe")


def votes_once(page: Page, room: Room, site: str, address: str) -> None:
    """On a phone in a frame, which is loaded again in between."""
    poll = room.asks()
    room.facilitator().does("next")
    phone = framed(page, site, address)
    expect(phone.locator("#connection-said")).to_have_text("Connected")
    phone.locator(".choice").filter(has_text="Oui").click()
    expect(phone.locator("#told")).to_contain_text("recorded")
    page.reload()
    expect(phone.locator("#connection-said")).to_have_text("Connected")
    expect(phone.locator(".choice:has(:checked)")).to_contain_text("Oui")
    phone.locator(".choice").filter(has_text="Non").click()
    eventually(lambda: room.results(poll)["results"]["counts"]["b"] == 1, "the other answer")
    assert room.results(poll)["answered"] == 1


def test_a_framed_phone_has_a_cookie_of_that_site_alone(
    page: Page, room: Room, intranet: str
) -> None:
    """Browsers take this machine for as safe as https."""
    votes_once(page, room, intranet, f"{room.server.url}/{room.code}")
    (cookie,) = page.context.cookies()
    assert cookie["httpOnly"]
    assert urlsplit(cookie["partitionKey"]).hostname == HERE


def test_a_framed_phone_without_https_is_known_to_its_tab(
    browser: Browser, tmp_path: Path, room: Room, intranet: str
) -> None:
    """Where a browser lets frames of other sites store anything; Playwright's contexts, like
    private windows, do not."""
    rules = [
        "--host-resolver-rules=MAP matinale.test 127.0.0.1",
        f"--disable-features={NO_FRAMES_STORE}",
    ]
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=[*CHROMIUM_OPTIONS, *rules], locale="en-GB"
    )
    address = f"http://matinale.test:{room.server.port}/{room.code}"
    votes_once(context.new_page(), room, intranet, address)
    assert context.cookies() == []
    context.close()


def test_a_framed_wall_lives_by_its_key(page: Page, room: Room, intranet: str) -> None:
    room.asks()
    room.facilitator().does("next")
    address = f"{room.server.url}/{room.code}/screen?key={room.session['screen_key']}"
    wall = framed(page, intranet, address)
    for answered in (1, 2):
        room.attendee().votes("a")
        expect(wall.locator(".bars .count").first).to_have_text(str(answered))
        page.reload()
    expect(wall.locator(".lost")).to_be_hidden()


def test_other_sites_and_other_pages_are_not_framed(
    page: Page, room: Room, intranet: str, stranger: str
) -> None:
    root = room.server.url
    nothing = partial(expect(page.frame_locator("iframe").locator("main")).to_have_count, 0)
    for site, address in ((stranger, f"{root}/{room.code}"), (intranet, f"{root}/console")):
        with page.expect_event("console", lambda said: "frame-ancestors" in said.text):
            framed(page, site, address)
        nothing()


def test_who_may_frame_stands_in_the_policy(room: Room, intranet: str) -> None:
    def ancestors(path: str) -> str:
        answer = requests.get(room.server.url + path, timeout=20)
        policy = answer.headers["Content-Security-Policy"]
        return policy.partition("frame-ancestors ")[2]

    for path in ("/", f"/{room.code}", "/ZZZZZZ", f"/{room.code}/screen"):
        assert ancestors(path) == f"'self' {intranet}"
    for path in ("/console", "/healthz", "/console/link/x"):
        assert ancestors(path) == "'self'"


def test_a_link_says_what_it_leads_to(room: Room) -> None:
    page = requests.get(f"{room.server.url}/{room.code}", timeout=20).text
    assert '<meta property="og:title" content="Une séance">' in page
    assert f'<meta property="og:image" content="{room.session["join_url"]}/qr.png">' in page
    (icon,) = re.findall(r'rel="apple-touch-icon" href="([^"]+)"', page)
    assert requests.get(room.server.url + icon, timeout=20).headers["Content-Type"] == "image/png"
    hostile = Room(room.server, title='"><script>alert(1)</script>')
    assert "<script>alert" not in requests.get(f"{room.server.url}/{hostile.code}", timeout=20).text
