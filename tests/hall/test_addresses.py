"""The host chooses which address phones are shown, and every screen knows at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests

from tests.hall.host import Host
from tests.hall.network import Device
from tests.hall.serving import Serving
from tests.room import Room, eventually

CABLE = "10.9.8.7"


@pytest.fixture(scope="module", autouse=True)
def on_the_laptop(laptop: Device) -> Iterator[None]:
    with laptop():
        yield


@pytest.fixture(scope="module")
def host(server: Serving) -> Host:
    eventually(lambda: ".local:" in server.said(), "the name")
    return Host(server)


def test_the_terminal_lists_the_others(server: Serving, laptop: Device) -> None:
    said = server.said()
    assert f"Phones open  http://{laptop.address}:{server.port} " in said
    assert f"http://{CABLE}:{server.port}  (wlan0)" in said


def test_a_choice_is_on_every_screen_at_once(server: Serving, laptop: Device, host: Host) -> None:
    room = Room(server)
    wall, phone = room.screen(), room.attendee()
    first = wall.state["session"]["join_url"]
    assert first == f"http://{laptop.address}:{server.port}/{room.code}"
    picture = requests.get(f"{server.url}/{room.code}/qr.svg", timeout=20).content

    assert host.chooses(CABLE).status_code == 200
    chosen = f"http://{CABLE}:{server.port}/{room.code}"
    for screen in (wall, phone):
        eventually(lambda screen=screen: screen.state["session"]["join_url"] == chosen, "choice")
    assert server.api("GET", f"/sessions/{room.id}").json()["join_url"] == chosen
    assert requests.get(f"{server.url}/{room.code}/qr.svg", timeout=20).content != picture

    assert host.chooses("name").status_code == 200
    eventually(lambda: "//matinale.local:" in wall.state["session"]["join_url"], "the name")
    room.empty()


def test_what_this_computer_does_not_have_cannot_be_chosen(host: Host) -> None:
    before = host.sees()
    for nowhere in ("", "198.51.100.1", "evil.example", "localhost"):
        assert host.chooses(nowhere).status_code == 410
        assert requests.get(host.server.url + f"/console/address/{nowhere}.svg").status_code != 200
    assert host.sees().count("checked") == before.count("checked") == 1


def test_a_choice_that_is_gone_gives_way_until_it_is_back(
    server: Serving, laptop: Device, host: Host
) -> None:
    host.chooses(CABLE)
    room = Room(server)
    wall = room.screen()
    laptop.has_no_more(CABLE)
    assert CABLE not in host.sees()
    eventually(lambda: laptop.address in wall.state["session"]["join_url"], "the one that is left")
    laptop.has(CABLE)
    assert CABLE in host.sees()
    eventually(lambda: CABLE in wall.state["session"]["join_url"], "the choice")
    room.empty()


def test_only_hosts_choose(server: Serving) -> None:
    room = Room(server)
    key = room.session["facilitator_key"]
    browser = requests.Session()
    browser.get(f"{server.url}/console/sessions/{room.id}?key={key}", timeout=20)
    assert browser.get(f"{server.url}/console/address", timeout=20).status_code != 200


def test_a_choice_outlives_a_restart_and_settings_outrank_it(
    server: Serving, laptop: Device, host: Host
) -> None:
    host.chooses(CABLE)
    server.restart()
    assert f"Phones open  http://{CABLE}:{server.port} " in server.said()
    server.stop()
    other = Serving(laptop, server.database.parent, "--public-url", "https://vote.eu")
    assert "https://vote.eu" in other.said()
    assert CABLE not in other.said()
    assert "nothing to choose" in Host(other).sees()
    other.stop()
