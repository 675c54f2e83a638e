"""A page speaks its reader's language, whoever came before."""

from __future__ import annotations

import pytest
import requests

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
