"""docs/screens.md is what `make screens` takes pictures of, and every picture is there."""

from __future__ import annotations

import re

from scripts.camera import PICTURES
from scripts.screens import PAGE, page


def test_the_page_names_every_screen_state_size_and_theme() -> None:
    assert PAGE.read_text("utf-8") == page(), "make screens"


def test_every_picture_is_there_and_no_other() -> None:
    named = set(re.findall(r"\(images/(screens/[\w-]+\.webp)\)", page()))
    assert len(named) > 100
    assert named == {f"screens/{picture.name}" for picture in (PICTURES / "screens").iterdir()}
