"""Makes docs/kinds.md out of the registry, and its pictures: a room of forty people answers the
example of each kind, on wall, console and phone.

make kinds
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from polling.kinds import FAMILIES, kind, kinds  # noqa: E402
from polling.languages import said_in  # noqa: E402
from polling.records import Poll  # noqa: E402
from tests.room import Attendee, Facilitator  # noqa: E402
from tests.running import Server  # noqa: E402
from tests.showcase import showcase_room  # noqa: E402

PAGE = ROOT / "docs" / "kinds.md"
PICTURES = ROOT / "docs" / "images" / "kinds"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PEOPLE = 40
SETTLED_MS = 3500
QUALITY = 72


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
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        take(browser, server, sys.argv[1:] or list(kinds()))
        server.stop()


def take(browser: Browser, server: Server, wanted: list[str]) -> None:
    """Plays the showcase, kind after kind."""
    room = showcase_room(server, "fr")
    host = room.facilitator()
    people = [room.attendee() for _ in range(PEOPLE - 1)]
    wall = opened(
        browser, 1920, 1080, f"{server.url}/{room.code}/screen?key={room.session['screen_key']}"
    )
    console = opened(
        browser, 1440, 900,
        f"{server.url}/console/sessions/{room.id}?key={room.session['facilitator_key']}",
    )  # fmt: skip
    phone = opened(browser, 360, 640, f"{server.url}/{room.code}")
    host.does("start")
    for poll in room.polls():
        if poll["kind"] in wanted:
            play(host, people, poll)
            wall.wait_for_timeout(SETTLED_MS)
            save(poll["kind"], [shot(screen) for screen in (wall, console, phone)])


def opened(browser: Browser, width: int, height: int, address: str) -> Page:
    context = browser.new_context(locale="fr-FR", viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(address)
    return page


def play(host: Facilitator, people: list[Attendee], poll: dict[str, Any]) -> None:
    """Puts the poll on the wall, and lets everybody answer it as they would in a rehearsal."""
    host.does("show" if poll["standing"] else "open", poll=poll["id"], round=poll["round"])
    how = kind(poll["kind"])
    if not how.asks:
        if poll["kind"] == "wheel":
            host.does("draw", poll=poll["id"])
            time.sleep(3.5)
        return
    asked = record(poll)
    for number, person in enumerate(people):
        chance = random.Random(number)
        results = host.room.results(poll)["results"] if how.takes_slots else {}
        round = 1
        for slot, answer in how.simulate_slots(asked, chance, results).items():
            person.sends(
                "vote", {"poll": poll["id"], "round": round, "slot": slot, "answer": answer}
            )


def record(poll: dict[str, Any]) -> Poll:
    fields = (
        "id",
        "session",
        "kind",
        "title",
        "content",
        "settings",
        "notes",
        "position",
        "status",
    )
    return Poll(**{name: poll[name] for name in fields}, round=1, results_shown=True)


def shot(screen: Page) -> Image.Image:
    return Image.open(BytesIO(screen.screenshot())).convert("RGB")


def save(name: str, screens: list[Image.Image]) -> None:
    """The three beside one another, as high as the wall would be."""
    high = 480
    scaled = [each.resize((each.width * high // each.height, high)) for each in screens]
    sheet = Image.new("RGB", (sum(each.width for each in scaled) + 40, high), "#7b858e")
    left = 0
    for each in scaled:
        sheet.paste(each, (left, 0))
        left += each.width + 20
    sheet.save(PICTURES / f"{name}.webp", quality=QUALITY)


if __name__ == "__main__":
    main()
