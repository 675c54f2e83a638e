"""A page speaks its reader's language, whoever came before."""

from __future__ import annotations

import re
from html import unescape

import pytest
import requests
import socketio

from tests.room import Room
from tests.running import Server


@pytest.fixture
def asked(server: Server) -> Room:
    """A room that is asked for a yes or a no: words that are its kind's, and not its host's."""
    room = Room(server)
    room.asks("yes_no", unsure=True)
    room.facilitator().does("next")
    return room


def options(room: Room, language: str) -> str:
    """The form as a phone without JavaScript shows it."""
    answer = requests.get(
        f"{room.server.url}/{room.code}", headers={"Accept-Language": language}, timeout=20
    )
    return answer.text.partition('<form id="form"')[2].partition("</form>")[0]


def test_readers_of_two_languages_come_in_turn(asked: Room):
    for _ in range(2):
        french, english = options(asked, "fr"), options(asked, "en")
        assert "Je ne sais pas" in french
        assert "I don't know" in english.replace("&#39;", "'")
        assert "Je ne sais pas" not in english


def language_of(page: requests.Response) -> str:
    found = re.search(r'<html lang="([\w-]+)"', page.text)
    assert found
    return found[1]


@pytest.mark.parametrize("session", ["fr", "en"])
def test_the_session_decides_where_the_browser_speaks_none_of_ours(
    server: Server, session: str
) -> None:
    room = Room(server, language=session)
    for accepted in ("de", "*", "", "de,*;q=0.1"):
        page = requests.get(
            f"{server.url}/{room.code}", headers={"Accept-Language": accepted}, timeout=20
        )
        assert language_of(page) == session, accepted
    other = {"fr": "en", "en": "fr"}[session]
    page = requests.get(f"{server.url}/{room.code}", headers={"Accept-Language": other}, timeout=20)
    assert language_of(page) == other


def test_who_switches_is_answered_in_that_language_from_then_on(server: Server) -> None:
    room = Room(server, language="fr")
    room.asks("single_choice")
    phone = requests.Session()
    phone.headers["Accept-Language"] = "fr"
    page = phone.get(f"{server.url}/{room.code}?theme=dark", timeout=20)
    (there,) = re.findall(r'class="language" href="([^"]+)" lang="en"', page.text)
    assert "theme=dark" in there
    assert language_of(phone.get(server.url + unescape(there), timeout=20)) == "en"
    assert language_of(phone.get(f"{server.url}/{room.code}", timeout=20)) == "en"
    cookies = "; ".join(f"{each.name}={each.value}" for each in phone.cookies)
    socket = socketio.SimpleClient()
    socket.connect(
        server.url, {"Cookie": cookies, "Accept-Language": "fr"}, {"code": room.code},
        transports=["websocket"],
    )  # fmt: skip
    refused = socket.call("vote", {"poll": 0, "round": 1, "answer": "a"})
    assert refused["message"] == "This question does not exist."
    socket.disconnect()


def test_a_key_stays_out_of_the_addresses(server: Server) -> None:
    room = Room(server)
    key = room.session["facilitator_key"]
    page = requests.get(f"{server.url}/console/sessions/{room.id}?key={key}", timeout=20).text
    assert "hreflang" in page
    assert key not in page.partition("<main")[0]


def test_the_answer_to_a_form_offers_no_switch(server: Server) -> None:
    """Its address cannot be opened again."""
    room = Room(server)
    page = requests.post(f"{server.url}/{room.code}/vote", data={"poll": 1}, timeout=20)
    assert page.status_code >= 400
    assert "hreflang" not in page.text
