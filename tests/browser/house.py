"""A server with something to see behind each of its doors, and who looks: a host, and a guest."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.asking import does, opened, options
from tests.room import Room, eventually
from tests.running import ROOT, Server
from tests.showcase import Showcase

MAP = """
import sys
from pathlib import Path
from polling.config import SETTINGS, checked
from polling.server import Server

defaults = {setting.name: setting.default for setting in SETTINGS}
server = Server(checked({**defaults, "database": Path(sys.argv[1]), "name": "none"}))
print(*(rule.rule for rule in server.app.url_map.iter_rules() if "GET" in rule.methods), sep="\\n")
server.close()
"""


def python(*arguments: str) -> str:
    """What a program of ours says."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def rules(folder: Path) -> set[str]:
    """All that can be looked at, from the server's own map of addresses."""
    return set(python("-c", MAP, str(folder / "map.db")).split("\n")) - {""}


class House:
    """One session with every kind of question, one that has ended, and what else there is."""

    def __init__(self, folder: Path, browser: Browser, language: str, theme: str) -> None:
        self.folder = folder
        self.server = Server(folder, language=language)
        look: Any = {"locale": language, "color_scheme": theme}
        still: Any = {**look, "reduced_motion": "reduce"}  # nothing is looked at on its way
        self.host: Page = browser.new_context(**still).new_page()
        self.guest: Page = browser.new_context(**still).new_page()
        self.errors: list[str] = []
        for page in (self.host, self.guest):
            page.on("pageerror", lambda error: self.errors.append(str(error)))
        room = self._room()
        over = self._ended(language)
        themed = {"name": "Ville d’Exemple", "light": "#8e334d", "dark": "#ffb3c7"}
        self.names = {
            "id": room.id,
            "code": room.code,
            "gone": over.id,
            "over": over.code,
            "theme": self.server.api("POST", "/themes", themed).json()["id"],
            "link": self._link(),
            "pairing": self._pairing(room),
            "polls": {each["kind"]: each["id"] for each in room.polls()},
        }

    def _room(self) -> Showcase:
        self.host.goto(self.server.link)
        self.host.locator("main form button").click()
        self.host.locator("form.showcase button").click()
        expect(self.host).to_have_url(re.compile(r"/sessions/\d+$"))
        number = self.host.url.rpartition("/")[2]
        room = Showcase(self.server, self.server.api("GET", f"/sessions/{number}").json())
        self.server.api("PATCH", f"/sessions/{number}", {"settings": {"shared_phones": True}})
        does(room, next(each for each in room.polls() if each["kind"] == "single_choice"), "open")
        return room

    def _ended(self, language: str) -> Room:
        """A session in which the host took part as well."""
        room = Room(self.server, language=language)
        poll = opened(room, "single_choice", options("Café", "Thé", right="a"), "Café ou thé ?")
        self.host.goto(f"{self.server.url}/{room.code}")
        self.host.locator(".choice").first.click()
        eventually(lambda: room.results(poll)["answered"] == 1, "the vote")
        does(room, poll, "close")
        self.server.api("POST", f"/sessions/{room.id}/end")
        return room

    def _link(self) -> str:
        said = python("app.py", "link", "--database", str(self.server.database))
        return urlsplit(said.strip()).path

    def _pairing(self, room: Room) -> str:
        address = f"{self.server.url}/console/sessions/{room.id}"
        self.host.goto(address)
        token = self.host.locator("[name=csrf_token]").first.get_attribute("value") or ""
        offer = self.host.request.post(f"{address}/pairings", form={"csrf_token": token})
        return urlsplit(offer.json()["address"]).path

    def opens(self, page: Page, address: str) -> None:
        """What is made to be saved is read from the disk, as at home."""
        if address.endswith(".html"):
            kept = self.folder / "kept.html"
            kept.write_bytes(
                page.request.get(self.server.url + address.format(**self.names)).body()
            )
            page.goto(kept.as_uri())
            return
        answer = page.goto(self.server.url + address.format(**self.names))
        assert answer is not None
        assert answer.headers["content-type"].startswith("text/html")

    def closes(self) -> None:
        for page in (self.host, self.guest):
            page.context.close()
        self.server.stop()
