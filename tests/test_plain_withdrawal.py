"""Without JavaScript: an empty form withdraws, and what was refused is not lost."""

from __future__ import annotations

import pytest
import requests

from tests.room import Room


class PlainPhone:
    """A browser without JavaScript."""

    def __init__(self, room: Room) -> None:
        self._address = f"{room.server.url}/{room.code}"
        self._browser = requests.Session()
        self._browser.headers["Accept-Language"] = "en"
        self._browser.get(self._address)

    def sends(self, poll: dict[str, int], *answers: str) -> requests.Response:
        form = {"poll": poll["id"], "round": 1, "slot": "", "answer": answers}
        return self._browser.post(f"{self._address}/vote", form)


@pytest.fixture
def plain(room: Room) -> PlainPhone:
    return PlainPhone(room)


def test_an_empty_form_withdraws_what_was_recorded(room: Room, plain: PlainPhone) -> None:
    poll = room.asks("multiple_choice")
    room.facilitator().does("next")
    assert plain.sends(poll, "a", "b").ok
    assert room.results(poll)["answered"] == 1
    assert plain.sends(poll).ok
    assert room.results(poll)["answered"] == 0


@pytest.mark.parametrize("kind", ["single_choice", "multiple_choice", "yes_no", "open_text"])
def test_an_empty_form_is_no_answer(room: Room, plain: PlainPhone, kind: str) -> None:
    poll = room.asks(kind)
    room.facilitator().does("next")
    assert plain.sends(poll, "").status_code == 400
    assert room.results(poll)["answered"] == 0


def test_a_refused_text_stays_in_its_field(room: Room, plain: PlainPhone) -> None:
    poll = room.asks("open_text", max_length=10)
    room.facilitator().does("next")
    refused = plain.sends(poll, "Bien trop long pour dix")
    assert refused.status_code == 400
    assert ">Bien trop long pour dix</textarea>" in refused.text
    assert "recorded" not in refused.text.split('id="page"')[0]
