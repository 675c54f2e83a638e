"""Debian's chromium, as a phone that has never been here."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession, sync_playwright

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update",
           "--disable-sync"]  # fmt: skip
PATIENCE_MS = 30_000
SETTLE_MS = 1_500
"""Fonts are there, and what fades by itself has faded."""


@dataclass
class View:
    """What a page made the browser fetch, by address: its type, bytes on the wire with headers,
    and how many round trips after the page it was asked for."""

    kind: dict[str, str] = field(default_factory=dict)
    size: dict[str, int] = field(default_factory=dict)
    depth: dict[str, int] = field(default_factory=dict)


def first_view(address: str, ready: str) -> View:
    """Opens `address` with an empty cache and waits until `ready`, a selector, is there."""
    view = View()
    of: dict[str, str] = {}

    def asked(event: dict[str, Any]) -> None:
        url = of[event["requestId"]] = event["request"]["url"]
        view.kind[url] = event["type"]
        view.depth[url] = 1 + view.depth.get(_asked_by(event["initiator"]), -1)

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in of:
            view.size[of[event["requestId"]]] = int(event["encodedDataLength"])

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=OPTIONS)
        page = browser.new_page()
        wire = page.context.new_cdp_session(page)
        wire.on("Network.requestWillBeSent", asked)
        wire.on("Network.loadingFinished", finished)
        wire.send("Network.enable")
        page.goto(address, wait_until="networkidle", timeout=PATIENCE_MS)
        page.wait_for_selector(ready, timeout=PATIENCE_MS)
        browser.close()
    return view


FRAMES = """seconds => new Promise((done) => {
  const times = [];
  const note = (now) => {
    times.push(now);
    if (now - times[0] < seconds * 1000) requestAnimationFrame(note);
    else done(times);
  };
  requestAnimationFrame(note);
})"""


@dataclass
class Watched:
    """A page that was looked at for a while: when its frames came, how many results, and what its
    script, style and layout took of a core."""

    frames: list[float]
    results: int
    seconds: float
    busy: float


def watched(address: str, ready: str, seconds: float) -> Watched:
    """Opens `address` on a projector, and notes each frame once `ready`, a selector, is there."""
    heard: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=OPTIONS)
        page = browser.new_page(viewport={"width": 1920, "height": 1080})
        page.on(
            "websocket",
            lambda socket: socket.on("framereceived", lambda frame: heard.append(str(frame)[:20])),
        )
        page.goto(address)
        page.wait_for_selector(ready, timeout=PATIENCE_MS)
        page.wait_for_timeout(SETTLE_MS)
        wire = page.context.new_cdp_session(page)
        wire.send("Performance.enable", {"timeDomain": "threadTicks"})
        heard.clear()
        before = _task_s(wire)
        times = page.evaluate(FRAMES, seconds)
        busy = (_task_s(wire) - before) / seconds
        results = sum('"results"' in message for message in heard)
        browser.close()
    return Watched(times, results, seconds, busy)


def _task_s(wire: CDPSession) -> float:
    """Seconds of CPU that the page's main thread has worked."""
    told = wire.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in told if each["name"] == "TaskDuration"))


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise SystemExit("the page is viewed in chromium: apt-get install chromium")
    return found


def _asked_by(initiator: dict[str, Any]) -> str:
    """The address of the file that asked; empty for the page itself."""
    if "url" in initiator:
        return str(initiator["url"])
    frames = initiator.get("stack", {}).get("callFrames", [])
    return str(frames[0]["url"]) if frames else ""
