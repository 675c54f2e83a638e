"""The accessibility statement: a template that claims nothing, until an authority fills it in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import requests

from polling.home import TEMPLATES
from tests.running import Server


def read(server: Server, language: str) -> str:
    there = f"{server.url}/accessibility"
    answer = requests.get(there, headers={"Accept-Language": language}, timeout=20)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    "language, unfilled, compliance",
    [
        ("fr", "Ceci est un modèle", "État de conformité"),
        ("en", "This is a template", "Compliance status"),
    ],
)
def test_the_template_claims_no_conformity(
    server: Server, language: str, unfilled: str, compliance: str
) -> None:
    page = read(server, language)
    assert unfilled in page
    assert f"<h2>{compliance}</h2>" in page
    assert "[" in page.partition(compliance)[2].partition("<h2>")[0], "nothing is claimed"


def test_what_the_authority_filled_in_takes_its_place(tmp_path: Path) -> None:
    file = tmp_path / "statement.en.md"
    file.write_text("## Compliance status\n\nNot compliant. <script>boom()</script>\n", "utf-8")
    server = Server(tmp_path, "--statement", str(file))
    page = read(server, "fr")
    assert "modèle" not in page
    assert '<div class="written" lang="en">' in page
    assert "Not compliant. &lt;script&gt;" in page
    server.stop()


def test_the_door_and_the_console_lead_to_it(server: Server) -> None:
    for path in ("/", "/console", "/nowhere"):
        assert 'href="/accessibility"' in requests.get(f"{server.url}{path}", timeout=20).text


def headings(name: str) -> list[str]:
    text = (TEMPLATES / "statement" / name).read_text("utf-8")
    return re.findall("^#+", text, re.MULTILINE)


def test_both_templates_have_the_same_parts() -> None:
    assert headings("accessibility.fr.md") == headings("accessibility.en.md")
