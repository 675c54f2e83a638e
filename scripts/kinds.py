"""Makes docs/kinds.md out of the registry, and its pictures: a room of forty people answers the
example of each kind, on wall, console and phone.

make kinds
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser

from polling.kinds import FAMILIES, kind, kinds
from polling.languages import said_in
from scripts.camera import ROOT, camera, opened, save, shot
from tests.answering import everybody_answers
from tests.room import Attendee, Facilitator
from tests.running import Server
from tests.showcase import showcase_room

PAGE = ROOT / "docs" / "kinds.md"
PEOPLE = 40
SETTLED_MS = 3500
WHEEL_TURNS_S = 3.5
HEIGHT = 480
GAP = 20


def page() -> str:
    """What docs/kinds.md says: every kind of the registry, by family, with its picture."""
    lines = [
        "# The kinds of questions",
        "",
        "Made by `make kinds` out of the registry: to change a text, change the kind. Each picture "
        "shows the wall, the console and a phone, with forty people in the room. How to add a kind "
        "stands in [adding-a-kind.md](adding-a-kind.md).",
    ]
    for family, label in FAMILIES.items():
        lines += ["", f"## {label} · {said_in('fr', label)}"]
        for name, each in kinds().items():
            if each.family == family:
                french = f"{said_in('fr', each.label)} : {said_in('fr', each.hint)}"
                lines += [
                    "",
                    f"### {each.label}",
                    "",
                    f"`{name}` · {each.hint} *{french}* [Content, settings, answer, results]"
                    f"(kinds/{name}.md)",
                    "",
                    f"![{each.label}: wall, console and phone](images/kinds/{name}.webp)",
                ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Writes the page; the pictures too, of the kinds that are named or of all."""
    PAGE.write_text(page(), "utf-8")
    if sys.argv[1:] == ["--page"]:
        return
    with tempfile.TemporaryDirectory() as folder, camera() as browser:
        server = Server(Path(folder))
        take(browser, server, sys.argv[1:] or list(kinds()))
        server.stop()


def take(browser: Browser, server: Server, wanted: list[str]) -> None:
    """Plays the showcase, kind after kind."""
    room = showcase_room(server, "fr")
    keys = room.session
    host = room.facilitator()
    people = [room.attendee() for _ in range(PEOPLE - 1)]
    at = f"{server.url}/{room.code}"
    desk = f"{server.url}/console/sessions/{room.id}?key={keys['facilitator_key']}"
    screens = [
        opened(browser, 1920, 1080, f"{at}/screen?key={keys['screen_key']}"),
        opened(browser, 1440, 900, desk),
        opened(browser, 360, 640, at),
    ]
    host.does("start")
    for poll in room.polls():
        if poll["kind"] in wanted:
            play(host, people, poll)
            screens[0].wait_for_timeout(SETTLED_MS)
            save(beside([shot(screen) for screen in screens]), f"kinds/{poll['kind']}")


def play(host: Facilitator, people: list[Attendee], poll: dict[str, Any]) -> None:
    """Puts the poll on the wall, and lets everybody answer it as they would in a rehearsal."""
    host.does("show" if poll["standing"] else "open", poll=poll["id"], round=poll["round"])
    if kind(poll["kind"]).asks:
        everybody_answers(host.room, people, poll)
    elif poll["kind"] == "wheel":
        host.does("draw", poll=poll["id"])
        time.sleep(WHEEL_TURNS_S)


def beside(screens: list[Image.Image]) -> Image.Image:
    """One picture of all, as high as one another."""
    scaled = [each.resize((each.width * HEIGHT // each.height, HEIGHT)) for each in screens]
    width = sum(each.width for each in scaled) + GAP * (len(scaled) - 1)
    sheet = Image.new("RGB", (width, HEIGHT), "#7b858e")
    left = 0
    for each in scaled:
        sheet.paste(each, (left, 0))
        left += each.width + GAP
    return sheet


if __name__ == "__main__":
    main()
