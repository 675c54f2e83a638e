"""What an ended session leaves its attendees: their answers, the results, and a survey."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.room import OPTIONS, Room, eventually
from tests.running import Server

ITEMS = {"items": [{"id": "s1", "kind": "rating", "title": "Une note ?", "content": {}}]}


class Phone:
    """A browser without scripts."""

    def __init__(self, room: Room) -> None:
        self.root = f"{room.server.url}/{room.code}"
        self.browser = requests.Session()
        self.browser.headers["Accept-Language"] = "en"
        self.joined = self.opens("")

    def opens(self, path: str) -> requests.Response:
        return self.browser.get(self.root + path, timeout=20)

    def votes(self, poll: dict[str, Any], *answers: str) -> None:
        fields = {"poll": poll["id"], "round": poll["round"], "slot": "", "answer": answers}
        assert self.browser.post(f"{self.root}/vote", fields, timeout=20).ok


def does(room: Room, poll: dict[str, Any], action: str) -> dict[str, Any]:
    done: dict[str, Any] = room.server.api("POST", f"/polls/{poll['id']}/{action}").json()
    return done


def ends(room: Room) -> None:
    assert room.server.api("POST", f"/sessions/{room.id}/end").ok


def test_a_phone_takes_home_its_own_answers_and_nobody_elses(room: Room) -> None:
    ada, ben = Phone(room), Phone(room)
    poll = does(room, room.asks(title="Déjà <b>fait</b> ?"), "open")
    ada.votes(poll, "a")
    ben.votes(poll, "c")
    ends(room)
    for path in ("/answers", "/answers.html"):
        told = ada.opens(path)
        assert told.ok
        assert "Déjà &lt;b&gt;fait&lt;/b&gt; ?" in told.text
        assert OPTIONS[0]["text"] in told.text
        assert OPTIONS[2]["text"] not in told.text
    assert "attachment" in told.headers["Content-Disposition"]
    assert "<script" not in told.text
    assert "Nothing was answered on this phone" in Phone(room).opens("/answers").text


def test_the_results_are_those_that_phones_were_shown(room: Room) -> None:
    shown = does(room, room.asks(title="Montrée"), "open")
    ada = Phone(room)
    ada.votes(shown, "a")
    does(room, room.asks(title="Gardée", results="hidden"), "open")
    does(room, room.asks(title="Au mur seulement", phones="never"), "open")
    ends(room)
    told = ada.opens("/results.html")
    assert told.headers["Content-Disposition"] == f'attachment; filename="{room.code}-results.html"'
    assert "Montrée" in told.text
    assert "Gardée" not in told.text
    assert "Au mur seulement" not in told.text
    assert 'lang="en"' in told.text


def test_the_page_that_says_thank_you_offers_both(room: Room) -> None:
    ada = Phone(room)
    assert "to-keep" not in ada.joined.text
    room.asks()
    ends(room)
    thanks = ada.opens("").text
    for path in ("/answers", "/answers.html", "/results.html"):
        assert f'href="/{room.code}{path}"' in thanks
        assert f'href="/{room.code}{path}"' in ada.opens("/goodbye").text
    assert room.facilitator().state["session"]["kept_until"] > room.session["created"]


@pytest.mark.parametrize("path", ["/goodbye", "/answers", "/answers.html", "/results.html"])
def test_there_is_nothing_to_take_before_the_end(room: Room, path: str) -> None:
    answer = Phone(room).opens(path)
    assert answer.status_code == 409
    assert "once the session has ended" in answer.text


def test_nobody_asks_for_answers_without_the_cookie(room: Room) -> None:
    ends(room)
    answer = requests.get(f"{room.server.url}/{room.code}/answers", timeout=20)
    assert answer.status_code == 403


def test_the_answers_say_which_were_right_once_the_room_knows(room: Room) -> None:
    right = {"options": [{**OPTIONS[0], "right": True}, OPTIONS[1]]}
    ada = Phone(room)
    for title, action in (("Sue", "reveal"), ("Tue", "hide")):
        poll = does(room, room.asks("single_choice", right, title=title), "open")
        ada.votes(poll, "a")
        does(room, poll, "close")
        does(room, poll, action)
    ends(room)
    assert ada.opens("/answers").text.count("✓ Right") == 1


def survey(room: Room) -> dict[str, Any]:
    return room.asks("survey", ITEMS, title="Votre avis", afterwards=True)


def test_a_survey_for_afterwards_opens_with_the_end(room: Room) -> None:
    asked = survey(room)
    assert asked["standing"]
    does(room, room.asks(), "open")
    ada = room.attendee()
    assert ada.state["standing"] == []
    ends(room)
    eventually(lambda: ada.state["view"] == "end", "the end")
    (offered,) = ada.state["standing"]
    assert (offered["title"], offered["status"]) == ("Votre avis", "open")
    vote = {"poll": asked["id"], "round": 1, "answer": 4, "slot": "s1"}
    assert ada.sends("vote", vote)["ok"]
    assert room.results(asked)["answered"] == 1


def test_a_session_that_is_reopened_closes_it_until_the_next_end(room: Room) -> None:
    asked = survey(room)
    does(room, room.asks(), "open")
    host = room.facilitator()
    assert host.does("end")["ok"]
    assert host.does("reopen", poll=host.state["poll"]["id"])["ok"]

    def status() -> str:
        found: str = room.server.api("GET", f"/polls/{asked['id']}").json()["status"]
        return found

    assert status() == "closed"
    host.does("end")
    assert status() == "open"


def test_it_can_be_put_among_the_questions_as_long_as_nobody_answered(room: Room) -> None:
    asked = room.asks("survey", ITEMS, title="Votre avis")
    room.asks(title="Autre")
    assert not asked["standing"]

    def changed(**settings: Any) -> dict[str, Any]:
        body = {"settings": settings}
        answer: dict[str, Any] = room.server.api("PATCH", f"/polls/{asked['id']}", body).json()
        return answer

    beside = changed(afterwards=True)
    assert (beside["standing"], beside["position"]) == (True, 2)
    assert not changed(afterwards=False)["standing"]


def test_it_closes_when_the_key_is_erased(tmp_path: Path) -> None:
    server = Server(tmp_path, "--grace-minutes", "0")
    room = Room(server)
    asked = survey(room)
    does(room, room.asks(), "open")
    ends(room)
    time.sleep(1)  # a grace of 0 minutes is over in the next second; a start looks for such keys
    server.restart()
    path = f"/polls/{asked['id']}"
    eventually(lambda: server.api("GET", path).json()["status"] == "closed", "the survey is closed")
    assert Phone(room).opens("/results.html").status_code == 409
    server.stop()
