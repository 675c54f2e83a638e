"""docs/kinds.md is what the registry says, and shows a picture of every kind."""

from __future__ import annotations

import importlib.util

from polling.kinds import kinds
from tests.running import ROOT

PICTURES = ROOT / "docs" / "images" / "kinds"


def test_the_page_is_what_the_registry_says() -> None:
    spec = importlib.util.spec_from_file_location("kinds_page", ROOT / "scripts" / "kinds.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    said = (ROOT / "docs" / "kinds.md").read_text("utf-8")
    assert said == script.page(), "make kinds ARGS=--page"


def test_every_kind_has_its_picture() -> None:
    assert {picture.stem for picture in PICTURES.glob("*.webp")} == set(kinds())
