"""A session in a hall without internet: a laptop that serves, phones, and nothing else at all."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, expect

from tests.browser.phones import Phone
from tests.browser.strangers import Strangers
from tests.browser.wall import Wall
from tests.hall.host import Host
from tests.hall.network import Device, Hall
from tests.hall.serving import Serving
from tests.room import OPTIONS, Room


@pytest.fixture
def shown(server: Serving, laptop: Device) -> Serving:
    """The server at the address that it shows."""
    return server.under(laptop.address)


@pytest.fixture
def browser(
    phone: Device,
    tmp_path: Path,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
) -> Iterator[Browser]:
    """Chromium on the phone."""
    there = tmp_path / "chromium"
    program = browser_type_launch_args["executable_path"]
    there.write_text(f'#!/bin/sh\nexec nsenter --net={phone.path} {program} "$@"\n')
    there.chmod(0o755)
    opened = browser_type.launch(**{**browser_type_launch_args, "executable_path": str(there)})
    yield opened
    opened.close()


def test_there_is_nothing_but_the_hall(laptop: Device, phone: Device) -> None:
    """What the other tests of this file stand on."""
    for device in (laptop, phone):
        with device(), pytest.raises(OSError, match="unreachable"):
            socket.create_connection(("192.0.2.1", 80), timeout=5)


def test_phones_join_and_vote(shown: Serving, laptop: Device, phone: Device, hall: Hall) -> None:
    with laptop():
        room = Room(shown)
        poll = room.asks()
        host, wall = room.facilitator(), room.screen()
        host.does("next")
    for device in (phone, hall.device("other")):
        with device():
            person = room.attendee()
            assert person.votes("a")["ok"]
    with laptop():
        wall.shows({"counts": {"a": 2, "b": 0, "c": 0}}, answered=2)
        assert room.results(poll)["answered"] == 2
        room.empty()


def test_a_real_browser_takes_part_and_asks_for_nothing_else(
    server: Serving, shown: Serving, laptop: Device, browser: Browser
) -> None:
    strangers = Strangers(laptop.address)
    browser.on("context", strangers.watch)
    with laptop():
        room = Room(shown, language="en")
        room.asks(
            title="Coffee?",
            content={"options": OPTIONS},
        )
        wall = Wall.of(browser, room)
        person = Phone(browser, room)
        person.joins_live()
        room.facilitator().does("next")
        person.chooses("Oui")
        person.says("recorded")
        assert person.page.evaluate("document.fonts.check('1em Atkinson Hyperlegible Next')")
        expect(wall.page.locator(".poll")).to_contain_text("1")
        Host(server).chooses("10.9.8.7")
        drawn = wall.page.locator("img.qr").first
        expect(drawn).to_have_attribute("src", re.compile(r"10\.9\.8\.7"))
        room.empty()
    assert person.errors == wall.errors == strangers.asked() == []
