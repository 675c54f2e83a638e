"""The door, below the browser: a code is taken however it was typed or pasted."""

from __future__ import annotations

import pytest
import requests

from tests.room import Room

ENGLISH = {"Accept-Language": "en"}

WAYS = [
    "{code}", "{small}", " {spaced} ", "{dashed}", "{url}/{code}", "{url}/{small}/",
    "{url}/{code}?lang=fr",
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_code_leads_in_however_it_is_typed(room: Room, way: str) -> None:
    code, url = room.code, room.server.url
    typed = way.format(
        code=code, small=code.lower(), spaced=" ".join(code.lower()),
        dashed=f"{code[:3]}-{code[3:]}", url=url,
    )  # fmt: skip
    answer = requests.get(f"{url}/", params={"code": typed}, allow_redirects=False, timeout=20)
    assert answer.headers["Location"] == f"/{code}"


def test_what_was_typed_stays_to_be_mended(room: Room) -> None:
    answer = requests.get(
        f"{room.server.url}/", params={"code": "zz-zz <b>"}, headers=ENGLISH, timeout=20
    )
    assert answer.status_code == 404
    assert 'value="zz-zz &lt;b&gt;"' in answer.text
    assert "stay on it" in answer.text
