"""A host's phone is paired with a session: once, for a while, and until its keys are renewed."""

from __future__ import annotations

import re

import pytest
import requests

from polling.access import Pairings
from polling.access.pairings import SECONDS
from polling.changes import Changes
from polling.errors import PairingOver
from tests.console import Console
from tests.room import Room

ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36"


class Phone(requests.Session):
    """A phone that scanned the QR code of a link."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.headers["User-Agent"] = ANDROID
        self.address = address

    def looks(self) -> requests.Response:
        return self.get(self.address, timeout=20)

    def confirms(self) -> requests.Response:
        token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', self.looks().text)
        assert token
        return self.post(self.address, {"csrf_token": token.group(1)}, timeout=20)


class Host(Console):
    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.room = room.id

    def offers(self) -> dict[str, str]:
        offer: dict[str, str] = self.sends(f"/console/sessions/{self.room}/pairings").json()
        return offer

    def hears_of(self, offer: dict[str, str]) -> dict[str, object]:
        told: dict[str, object] = self.opens(f"{self.address}/pairings/{offer['name']}").json()
        return told


@pytest.fixture
def host(room: Room) -> Host:
    return Host(room)


def test_the_phone_runs_this_session_and_no_other(room: Room, host: Host) -> None:
    offer = host.offers()
    assert offer["picture"].startswith("<?xml")
    phone = Phone(offer["address"])
    assert host.hears_of(offer)["open"]
    assert room.session["title"] in phone.looks().text
    console = phone.confirms()
    assert (console.status_code, console.url) == (200, host.address)
    told = host.hears_of(offer)
    assert (told["open"], told["device"], bool(told["at"])) == (False, "Android", True)
    assert host.offers()["used"] == [{"device": "Android", "at": told["at"]}]
    other = Room(room.server)
    elsewhere = f"{room.server.url}/console/sessions/{other.id}"
    assert phone.get(elsewhere, timeout=20).status_code == 403
    assert phone.get(f"{room.server.url}/console", timeout=20).status_code == 403


def test_the_link_works_once(host: Host) -> None:
    first, second = (Phone(host.offers()["address"]) for _ in range(2))
    late = Phone(first.address)
    assert late.looks().ok
    assert late.looks().ok, "looking uses nothing up"
    assert first.confirms().ok
    assert late.looks().status_code == 410
    assert second.confirms().ok, "another link is another link"


def test_a_link_that_nobody_looks_at_any_more_is_over(room: Room, host: Host) -> None:
    offer = host.offers()
    assert host.sends(f"/console/sessions/{room.id}/pairings/{offer['name']}/withdraw").ok
    assert Phone(offer["address"]).looks().status_code == 410
    assert not host.hears_of(offer)["open"]


def test_renewed_keys_end_the_pairing_and_what_was_offered(room: Room, host: Host) -> None:
    phone, offered = Phone(host.offers()["address"]), Phone(host.offers()["address"])
    assert phone.confirms().ok
    assert host.sends(f"/console/sessions/{room.id}/keys").ok
    assert phone.get(host.address, timeout=20).status_code == 403
    assert offered.looks().status_code == 410
    assert host.offers()["used"] == []


def test_only_whoever_runs_the_session_pairs(room: Room, host: Host) -> None:
    offer = host.offers()
    stranger = requests.get(f"{host.address}/pairings/{offer['name']}", timeout=20)
    assert stranger.status_code == 403
    other = Host(Room(room.server))
    assert not other.hears_of(offer)["open"]


def test_five_minutes_and_no_longer() -> None:
    time = 0.0
    pairings = Pairings(Changes(), lambda: time)
    token, name = pairings.offer(1)
    time = SECONDS - 0.1
    assert pairings.open(token).session == 1
    time = float(SECONDS)
    with pytest.raises(PairingOver):
        pairings.use(token, "Android")
    found = pairings.of(1, name)
    assert found is not None
    assert not pairings.is_open(found)


def test_links_that_nobody_used_are_forgotten() -> None:
    time = 0.0
    pairings = Pairings(Changes(), lambda: time)
    _, unused = pairings.offer(1)
    token, used = pairings.offer(1)
    pairings.use(token, "Android")
    time = float(SECONDS)
    pairings.offer(2)
    assert pairings.of(1, unused) is None
    assert pairings.of(1, used)
