"""Slides made of a PDF: pages come one by one, and become slides at once."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.console import Console
from tests.drawing import drawn, written
from tests.forms import form_token
from tests.room import Room


class Browser:
    """What the console's page does with pages that it has drawn."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.console = Console(room)
        self.address = f"{self.console.address}/slides"
        self.token = form_token(self.page().text)

    def page(self) -> requests.Response:
        return self.console.opens(self.address)

    def posts(self, path: str, **body: Any) -> requests.Response:
        headers = {"X-CSRFToken": self.token}
        return self.console.browser.post(self.address + path, headers=headers, timeout=20, **body)

    def sends(self) -> str:
        """A picture; its id."""
        answer = self.posts("/pictures", data=written(drawn()))
        assert answer.ok, answer.text
        image: str = answer.json()["image"]
        return image

    def adds(self, *pages: dict[str, Any], after: int | None = None) -> requests.Response:
        return self.posts("", json={"pages": list(pages), "after": after})

    def keeps(self, image: str) -> bool:
        return requests.get(f"{self.room.server.url}/images/{image}", timeout=20).ok


def sheet(title: str, image: str, text: str = "") -> dict[str, Any]:
    return {"title": title, "text": text, "image": image}


def order(room: Room) -> list[str]:
    polls = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    return [poll["title"] for poll in polls]


@pytest.fixture
def host(room: Room) -> Browser:
    return Browser(room)


def test_pages_become_slides_where_the_host_wants_them(room: Room, host: Browser):
    first, _ = room.asks(title="Un"), room.asks(title="Deux")
    image = host.sends()
    host.adds(sheet("B", image, "- un point"), sheet("C", host.sends()), after=first["id"])
    host.adds(sheet("A", host.sends()), after=0)
    host.adds(sheet("D", host.sends()))
    assert order(room) == ["A", "Un", "B", "C", "Deux", "D"]
    slide = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"][2]
    assert slide["kind"] == "slide"
    assert slide["content"] == {
        "image": {"image": image, "alt": "B"},
        "fills_wall": True,
        "markdown": "- un point",
    }
    assert room.facilitator().state["running_order"][2]["picture"] == image


def test_all_pages_are_added_or_none(room: Room, host: Browser):
    stranger = f"{'0' * 32}-10x10"
    refused = host.adds(sheet("A", host.sends()), sheet("B", stranger))
    assert (refused.status_code, "image" in refused.json()["message"]) == (400, True)
    assert host.adds(sheet("A", host.sends()), sheet("  ", host.sends())).status_code == 400
    assert order(room) == []


def test_what_is_called_off_leaves_no_picture(room: Room, host: Browser):
    added, unwanted = host.sends(), host.sends()
    host.adds(sheet("A", added))
    assert host.posts("/discard", json={"images": [added, unwanted]}).ok
    assert host.keeps(added)
    assert not host.keeps(unwanted)


def test_a_page_that_is_no_picture_is_refused_by_its_name(host: Browser):
    refused = host.posts("/pictures", data=b"not a picture")
    assert refused.status_code == 400
    assert "JPEG" in refused.json()["message"]


@pytest.mark.parametrize(
    "body",
    [[], {}, {"pages": []}, {"pages": "x"}, {"pages": [1]}, {"pages": [{"title": "x"}]},
     {"pages": [sheet("A", "x")] * 201}, {"pages": [sheet("A", "x")], "after": "1"}],
)  # fmt: skip
def test_anything_else_is_refused(room: Room, host: Browser, body: Any):
    assert host.posts("", json=body).status_code == 400
    assert host.posts("/discard", json=body).status_code == 400
    assert order(room) == []


def test_only_who_manages_the_session_adds_slides(room: Room, host: Browser):
    other = Room(room.server)
    elsewhere = f"{room.server.url}/console/sessions/{other.id}/slides"
    assert host.console.opens(elsewhere).status_code == 403
    host.address = elsewhere
    assert host.posts("/pictures", data=written(drawn())).status_code == 403
    assert host.adds(sheet("A", "x")).status_code == 403


def test_without_its_token_nothing_is_taken(host: Browser):
    host.token = "forged"
    assert host.posts("/pictures", data=written(drawn())).status_code == 400


def test_an_ended_session_takes_no_slides(room: Room, host: Browser):
    image = host.sends()
    room.server.api("POST", f"/sessions/{room.id}/end")
    assert host.adds(sheet("A", image)).status_code == 409
