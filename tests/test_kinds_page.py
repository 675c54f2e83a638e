"""docs/kinds.md is what the registry says, and shows a picture of every kind."""

from __future__ import annotations

from polling.kinds import kinds
from scripts.camera import PICTURES
from scripts.kinds import PAGE, page


def test_the_page_is_what_the_registry_says() -> None:
    assert PAGE.read_text("utf-8") == page(), "make kinds ARGS=--page"


def test_every_kind_has_its_picture() -> None:
    assert {picture.stem for picture in (PICTURES / "kinds").glob("*.webp")} == set(kinds())
