"""docs/accessibility.md speaks of every criterion of the RGAA 4.1, and of tests that are there."""

from __future__ import annotations

import re

from tests.running import ROOT

PAGE = ROOT / "docs" / "accessibility.md"
CRITERIA = {
    1: 9, 2: 2, 3: 3, 4: 13, 5: 8, 6: 2, 7: 5, 8: 10, 9: 4, 10: 14, 11: 13, 12: 11, 13: 12,
}  # fmt: skip
"""How many each theme of the RGAA 4.1 has: 106 in all."""

ROW = re.compile(r"^\| (\d+\.\d+) \| ([^|]+) \| (yes|host|partly|n/a) \|([^|]*)\|$", re.MULTILINE)


def test_every_criterion_has_its_line() -> None:
    rgaa = PAGE.read_text("utf-8").partition("What WCAG 2.2 asks")[0]
    assert [number for number, *_ in ROW.findall(rgaa)] == [
        f"{theme}.{number}" for theme, count in CRITERIA.items() for number in range(1, count + 1)
    ]


def test_what_is_partly_done_says_what_is_missing() -> None:
    for number, _, status, done in ROW.findall(PAGE.read_text("utf-8")):
        assert status in ("n/a", "yes") or done.strip(), number


def test_the_files_it_names_are_there() -> None:
    named = re.findall(r"`((?:tests|templates|polling)/[\w./]+\.\w+)`", PAGE.read_text("utf-8"))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
