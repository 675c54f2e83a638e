"""The worked example of docs/adding-a-kind.md, followed to the letter in a scratch copy."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-a-kind.md"
COPIED = ("polling", "templates", "static", "translations", "docs", "tests/kinds")
SUITES = ("tests/kinds/test_kind_contract.py", "tests/kinds/test_kind_properties.py")
# A paragraph whose first code names a file, then what stands in the file.
EXAMPLE = re.compile(r"^[^`\n]*`([^`\n]+)`[^\n]*\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    ours = shutil.ignore_patterns("__pycache__", "vendor")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ours)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_a_kind_is_added_by_new_files_and_the_catalogues_alone(scratch: Path):
    files = dict(EXAMPLE.findall(PAGE.read_text("utf-8")))
    assert {Path(name).name for name in files} == {
        "thumbs.py",
        "thumbs.html",
        "thumbs.js",
        "thumbs.css",
        "thumbs.md",
    }
    for name, text in files.items():
        assert not (scratch / name).exists(), f"{name} is not a new file"
        (scratch / name).write_text(text, "utf-8")
    translate(
        scratch, re.findall(r'(?:label|hint) = N_\("(.*)"\)', files["polling/kinds/thumbs.py"])
    )
    suites = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-k", "thumbs", *SUITES],
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
    )
    assert suites.returncode == 0, suites.stdout


def translate(scratch: Path, texts: list[str]) -> None:
    assert len(texts) == 2
    for path in (scratch / "translations").glob("*/LC_MESSAGES/messages.po"):
        with path.open("rb") as file:
            catalogue = read_po(file)
        for text in texts:
            catalogue.add(text, f"({text})")
        with path.open("wb") as file:
            write_po(file, catalogue)
