"""A room that plays the showcase: made in the console, as a host makes it."""

from __future__ import annotations

from typing import Any

import requests

from tests.forms import form_token
from tests.room import Room
from tests.running import Server


class Showcase(Room):
    """One question of every kind."""

    def __init__(self, server: Server, session: dict[str, Any]) -> None:
        self.server = server
        self.session = session
        self.id = session["id"]
        self.code = session["code"]
        self.people = []

    def polls(self) -> list[dict[str, Any]]:
        answer = self.server.api("GET", f"/sessions/{self.id}/polls").json()
        found: list[dict[str, Any]] = answer["polls"]
        return found


def showcase_room(server: Server, language: str) -> Showcase:
    """A new session by the button “Show me every kind”."""
    browser = requests.Session()
    browser.headers["Accept-Language"] = language

    def sends(page: str, action: str) -> requests.Response:
        done = browser.post(action, data={"csrf_token": form_token(browser.get(page).text)})
        assert done.ok, done.text
        return done

    link = server.link
    sends(link, link)
    made = sends(f"{server.url}/console", f"{server.url}/console/showcase")
    number = made.url.rpartition("/")[2]
    return Showcase(server, server.api("GET", f"/sessions/{number}").json())
