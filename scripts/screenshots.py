"""Makes the pictures of README.md and LISEZMOI.md: the real product, with a room in it.

make screenshots
"""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import BinaryIO

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
PUBLIC = "http://192.168.1.20:5000"
SEED = "4"
THINKING_S = 20


def main() -> None:
    """Plays the demonstration up to its third question and takes the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
        probe.close()
        settings = ["--port", port, "--database", f"{folder}/sessions.db"]
        log = Path(folder) / "log"
        with log.open("wb") as output:
            serving = start(["serve", *settings, "--public-url", PUBLIC], output)
        link = printed_link(log)
        filling = start(
            ["demo", *settings, "--attendees", "39", "--seed", SEED], subprocess.DEVNULL
        )
        try:
            with sync_playwright() as playwright:
                chromium = shutil.which("chromium")
                browser = playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
                take(browser, f"http://localhost:{port}", link)
        finally:
            for process in (filling, serving):
                process.send_signal(signal.SIGTERM)
                process.wait()


def printed_link(log: Path) -> str:
    """The path of the one-time link, once the server has said it."""
    while not (found := re.search(r"/console/link/\S+\n", log.read_text("utf-8"))):
        time.sleep(0.2)
    return found.group().strip()


def start(arguments: list[str], output: BinaryIO | int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "app.py", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)


def take(browser: Browser, address: str, link: str) -> None:
    """`link` signs in; the first session is the demonstration."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1440, "height": 900})
    console = context.new_page()
    console.goto(address + link)
    console.locator("main form button").click()
    console.goto(f"{address}/console/sessions/1")
    code = console.locator(".pill.code").inner_text().split()[-1]
    wall = context.new_page()
    wall.set_viewport_size({"width": 1920, "height": 1080})
    wall.goto(f"{address}/{code}/screen")
    phone = browser.new_context(
        locale="fr-FR", viewport={"width": 360, "height": 640}, device_scale_factor=2
    ).new_page()
    phone.goto(f"{address}/{code}")
    expect(wall.locator(".join")).to_contain_text("40", timeout=60_000)
    picture(wall, "wall-join")

    step = console.locator("[data-step]")
    step.click()
    time.sleep(THINKING_S)
    picture(wall, "wall-words")
    for _ in range(4):  # close, next, close, next: the third question
        step.click()
        time.sleep(1.5)
    for choice in ("Rencontrer", "Présenter"):
        phone.locator(".choice").filter(has_text=choice).click()
    time.sleep(THINKING_S)
    picture(wall, "wall")
    picture(phone, "phone")
    picture(console, "console")


def picture(page: Page, name: str) -> None:
    page.bring_to_front()
    page.wait_for_timeout(800)
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
