"""What a session asks people about themselves, said without JavaScript."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
import requests

from tests.room import Room


class Page(requests.Session):
    """A browser that runs no script."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.headers["Accept-Language"] = "en"
        self.address = f"{room.server.url}/{room.code}"

    def reads(self) -> str:
        return html.unescape(self.get(self.address, timeout=20).text)

    def sends(self, headers: dict[str, str] | None = None, **fields: str) -> requests.Response:
        return self.post(
            f"{self.address}/profile", data=fields, headers=headers, timeout=20,
            allow_redirects=False,
        )  # fmt: skip


def asks(room: Room, **settings: Any) -> None:
    answer = room.server.api("PATCH", f"/sessions/{room.id}", {"settings": settings})
    assert answer.ok, answer.text


@pytest.fixture
def page(room: Room) -> Page:
    asks(room, nicknames=True, teams=["Achat", "Juridique"], sites=["Nantes", "Rennes"])
    return Page(room)


def test_what_is_said_is_kept_and_shown_again(page: Page) -> None:
    page.reads()
    sent = page.sends(nickname="Ada", team="Juridique", site="Rennes")

    assert sent.status_code == 303
    assert sent.headers["Location"].endswith("?saved=1#profile")
    kept = html.unescape(page.get(sent.next.url, timeout=20).text if sent.next else "")
    assert "Saved." in kept
    assert "Ada · Juridique · Rennes" in kept
    assert re.search(r'name="nickname" value="Ada"', kept)
    assert re.search(r'value="Juridique"[^>]* checked', kept)
    assert "<option selected>Rennes</option>" in kept


def test_it_may_all_be_left_out(page: Page, room: Room) -> None:
    room.asks("yes_no")
    room.facilitator().does("next")
    text = page.reads()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', text))
    voted = page.post(f"{page.address}/vote", data={**fields, "answer": "yes"}, timeout=20)

    assert "Your vote is recorded" in voted.text


def test_a_team_that_is_none_is_refused_in_words(page: Page) -> None:
    page.reads()
    sent = page.sends(nickname="Ada", team="Ailleurs")

    assert sent.status_code == 400
    assert "Choose one of the names in the list." in html.unescape(sent.text)
    assert 'value="Ada"' not in page.reads()


def test_other_sites_and_browsers_without_a_cookie_cannot_speak_for_anybody(page: Page) -> None:
    assert page.sends(nickname="Ada").status_code == 403
    page.reads()
    foreign = page.sends({"Origin": "https://ailleurs.example"}, nickname="Ada")

    assert foreign.status_code == 403
    assert 'value="Ada"' not in page.reads()


def test_the_server_gives_a_team_at_the_press_of_a_button(room: Room) -> None:
    asks(room, teams=["Rouge", "Vert"], teams_by="balanced")
    page = Page(room)
    assert re.search(r"Your team:\s*<b[^>]*>none yet</b>", page.reads())
    assert "Join a team" in page.reads()
    assert page.sends().status_code == 303
    assert re.search(r"Your team:\s*<b[^>]*>(Rouge|Vert)</b>", page.reads())


def test_a_session_says_what_it_asks_and_nothing_else(room: Room) -> None:
    page = Page(room)
    name = re.compile(r'<p class="name" id="unasked"( hidden)?>Your name is not asked')

    def promises_that_no_name_is_asked() -> bool:
        (hidden,) = name.findall(page.reads())
        return not hidden

    assert promises_that_no_name_is_asked()
    assert re.search(r'<section id="profile"[^>]* hidden>', page.reads())
    asks(room, teams=["Achat"])
    assert promises_that_no_name_is_asked()
    asks(room, nicknames=True)
    assert not promises_that_no_name_is_asked()
    assert "A nickname, if you like: forgotten afterwards" in page.reads()


def test_the_ranking_and_the_own_points_are_there_without_javascript(
    page: Page, room: Room
) -> None:
    content = {"options": [{"id": "a", "text": "Oui", "right": True}, {"id": "b", "text": "Non"}]}
    room.asks("single_choice", content, points=100)
    host = room.facilitator()
    host.does("next")
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page.reads()))
    page.post(f"{page.address}/vote", data={**fields, "answer": "a"}, timeout=20)
    page.sends(nickname="Ada", team="Achat")
    host.does("close")
    assert "Your answer is right. You have 100 points." in " ".join(page.reads().split())
    host.does("ranking")
    row = r"<td>1</td><th[^>]*>{}</th><td>100</td>"
    assert re.search(row.format("Ada"), page.reads())
    assert re.search(row.format("Achat"), page.reads())
