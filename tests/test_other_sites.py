"""Nothing of ours goes to another site, and none of them sees into a page of ours."""

from __future__ import annotations

import re

import pytest
import requests

from tests.room import Room
from tests.running import ROOT


@pytest.mark.parametrize(
    "path", ["/", "/CODE", "/CODE/screen?key=KEY", "/CODE/qr.svg", "/console", "/nothing/here",
             "/ZZZZZZ", "/static/favicon.svg", "/api/v1/kinds", "/healthz"],
)  # fmt: skip
def test_every_kind_of_page_is_closed_to_other_sites(room: Room, path: str) -> None:
    path = path.replace("CODE", room.code).replace("KEY", room.session["screen_key"])
    headers = requests.get(room.server.url + path, timeout=20).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Permissions-Policy" in headers


ADDRESS = re.compile(r"""(?:https?:)?//[\w-]+(?:\.[\w-]+)+""")
NAMESPACES = {"http://www.w3.org"}
LOADS = re.compile(
    r"""(?:src|href|action)=["']((?:https?:)?//[^"']+)|url\(["']?((?:https?:)?//[^)]+)"""
    r"""|(?:from|import)\s*\(?["']((?:https?:)?//[^"']+)"""
)


def test_no_page_names_another_site(room: Room) -> None:
    room.asks()
    room.facilitator().does("next")
    key = room.session["facilitator_key"]
    with requests.Session() as browser:
        for path in (
            "/", f"/{room.code}", f"/{room.code}/screen?key={key}", f"/console/sessions/{room.id}",
            "/console", "/ZZZZZZ", f"/{room.code}/qr.svg",
        ):  # fmt: skip
            page = browser.get(room.server.url + path, timeout=20)
            ours = page.text.replace(room.server.url, "")
            assert set(ADDRESS.findall(ours)) <= NAMESPACES, path


def test_no_file_of_ours_loads_from_another_site() -> None:
    files = [
        path for path in (ROOT / "static").rglob("*")
        if path.suffix in (".js", ".css", ".svg", ".html")
    ]  # fmt: skip
    assert files
    for path in files:
        text = path.read_text("utf-8")
        assert not LOADS.findall(text), path
        if "vendor" not in path.parts:
            assert set(ADDRESS.findall(text)) <= NAMESPACES, path
