"""What takes pictures of the real product: a browser, and small files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "images"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
QUALITY = 72


@contextmanager
def camera() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        yield playwright.chromium.launch(executable_path=chromium, args=OPTIONS)


def opened(browser: Browser, width: int, height: int, address: str, **more: Any) -> Page:
    """A page of a browser of its own, in French."""
    size = {"width": width, "height": height}
    page = browser.new_context(**{"locale": "fr-FR", "viewport": size, **more}).new_page()
    page.goto(address)
    return page


def shot(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.screenshot())).convert("RGB")


def save(picture: Image.Image, name: str) -> None:
    """Under docs/images/; `name` may have a folder."""
    path = PICTURES / f"{name}.webp"
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, quality=QUALITY)
