"""Voting without JavaScript: a form, a redirect, and a page that says what was recorded."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
import requests

from tests.room import OPTIONS, Room
from tests.running import Server


class Browser(requests.Session):
    """A phone's browser that runs no script."""

    def __init__(self, server: Server, code: str) -> None:
        super().__init__()
        self.headers["Accept-Language"] = "en"
        self.page = f"{server.url}/{code}"

    def opens(self) -> str:
        """The text of the page; the browser then has its cookie."""
        return html.unescape(self.get(self.page, timeout=20).text)

    def fields(self) -> dict[str, str]:
        """What the form holds for the server: which poll, which round."""
        return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', self.opens()))

    def sends(self, *answers: str, **more: Any) -> requests.Response:
        """The form, as it stands, with `answers`; `more` overrides fields."""
        return self.posts({**self.fields(), "answer": answers, **more})

    def posts(self, fields: dict[str, Any], **headers: str) -> requests.Response:
        return self.post(
            f"{self.page}/vote", data=fields, headers=headers, timeout=20, allow_redirects=False
        )

    def is_told(self, sent: requests.Response) -> str:
        """Where a vote stands, once the redirect was followed."""
        if sent.status_code == 303:
            sent = self.get(requests.compat.urljoin(self.page, sent.headers["Location"]))
        (told,) = re.findall(r'<p class="told".*?</p>', sent.text, re.S)
        return html.unescape(re.sub(r"<[^>]+>", "", told)).strip()


@pytest.fixture
def asked(room: Room) -> Room:
    """A room that is being asked a question with three options."""
    room.asks()
    room.facilitator().does("next")
    return room


@pytest.fixture
def phone(asked: Room) -> Browser:
    return Browser(asked.server, asked.code)


@pytest.mark.parametrize(
    "kind, content, answers, results",
    [
        ("single_choice", {"options": OPTIONS}, ["b"], {"counts": {"a": 0, "b": 1, "c": 0}}),
        ("multiple_choice", {"options": OPTIONS}, ["c", "a"], {"counts": {"a": 1, "b": 0, "c": 1}}),
        ("yes_no", {}, ["no"], {"counts": {"yes": 0, "no": 1}}),
        ("word_cloud", {}, ["Prix", "", "délai"], {"words": {("Prix", 1), ("délai", 1)}}),
        ("open_text", {}, ["Où ? <b>ici</b>"], {"entries": {"Où ? <b>ici</b>"}}),
    ],
)
def test_each_kind_takes_its_form(
    room: Room, kind: str, content: dict[str, Any], answers: list[str], results: dict[str, Any]
) -> None:
    poll = room.asks(kind, content)
    room.facilitator().does("next")
    phone = Browser(room.server, room.code)
    assert "recorded" not in phone.is_told(phone.get(phone.page))
    sent = phone.sends(*answers)
    assert sent.status_code == 303
    assert "recorded" in phone.is_told(sent)
    found = room.results(poll)
    assert found["answered"] == 1
    if "words" in results:
        words = {(word["text"], word["count"]) for word in found["results"]["words"]}
        assert words == results["words"]
    elif "entries" in results:
        assert {entry["text"] for entry in found["results"]["entries"]} == results["entries"]
    else:
        shown = found["results"]["counts"]
        assert {option: shown[option] for option in results["counts"]} == results["counts"]


def test_voting_again_replaces_and_the_page_shows_it(asked: Room, phone: Browser) -> None:
    screen = asked.screen()
    phone.sends("a")
    phone.sends("c")
    screen.shows({"counts": {"a": 0, "b": 0, "c": 1}}, answered=1)
    chosen = [
        field for field in re.findall(r"<input[^>]*>", phone.opens())
        if 'name="answer"' in field and "checked" in field
    ]  # fmt: skip
    assert len(chosen) == 1
    assert 'value="c"' in chosen[0]


def test_the_form_and_the_script_of_one_phone_are_one_participant(
    asked: Room, phone: Browser
) -> None:
    phone.sends("a")
    attendee = asked.attendee(participant=phone.cookies["participant"])
    assert attendee.state["answer"] == "a"
    attendee.votes("b", seq=2**50)
    asked.screen().shows({"counts": {"a": 0, "b": 1, "c": 0}}, answered=1)


@pytest.mark.parametrize("answers", [("z",), (), ("",)])
def test_an_answer_that_is_none_is_explained_on_the_page(
    asked: Room, phone: Browser, answers: tuple[str, ...]
) -> None:
    refused = phone.sends(*answers)
    assert refused.status_code == 400
    assert "Choose one" in phone.is_told(refused)
    asked.screen().shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)


def test_a_refused_text_is_still_in_the_form(room: Room) -> None:
    room.asks("open_text", max_length=20)
    room.facilitator().does("next")
    phone = Browser(room.server, room.code)
    refused = phone.sends("x" * 30)
    assert refused.status_code == 400
    assert "x" * 30 in refused.text


def test_after_the_close_the_page_says_so(asked: Room, phone: Browser) -> None:
    fields = phone.fields()
    asked.facilitator().does("close")
    late = phone.posts({**fields, "answer": "a"})
    assert late.status_code == 409
    assert "closed" in phone.is_told(late)
    assert "disabled" in phone.opens()


def test_in_a_new_round_the_old_form_is_refused(asked: Room, phone: Browser) -> None:
    fields = phone.fields()
    asked.facilitator().does("revote")
    old = phone.posts({**fields, "answer": "a"})
    assert old.status_code == 409
    assert phone.sends("a").status_code == 303


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://[", "127.0.0.1"])
def test_a_form_of_another_site_is_refused(asked: Room, phone: Browser, origin: str) -> None:
    fields = {**phone.fields(), "answer": "a"}
    assert phone.posts(fields, Origin=origin).status_code == 403
    asked.screen().shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)
    assert phone.posts(fields, Origin=asked.server.url).status_code == 303


def test_without_the_cookie_a_vote_is_refused(asked: Room, phone: Browser) -> None:
    fields = {**phone.fields(), "answer": "a"}
    for cookie in (None, "forged.signature"):
        phone.cookies.clear()
        if cookie:
            phone.cookies["participant"] = cookie
        refused = phone.posts(fields)
        assert refused.status_code == 403
        assert "cookie" in refused.text
    asked.screen().shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)


@pytest.mark.parametrize(
    "change, status",
    [
        ({"poll": ""}, 400), ({"poll": "x"}, 400), ({"poll": "9" * 30}, 404), ({"round": "x"}, 400),
        ({"round": ""}, 400), ({"round": "-1"}, 400), ({"slot": "elsewhere"}, 400),
        ({"poll": "99999"}, 404),
    ],
)  # fmt: skip
def test_a_form_that_was_tampered_with_is_refused(
    asked: Room, phone: Browser, change: dict[str, str], status: int
) -> None:
    assert phone.sends("a", **change).status_code == status
    asked.screen().shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)


def test_a_vote_for_a_poll_of_another_session_is_refused(asked: Room, phone: Browser) -> None:
    elsewhere = Room(asked.server)
    poll = elsewhere.asks()
    elsewhere.facilitator().does("next")
    assert phone.sends("a", poll=str(poll["id"])).status_code == 404
    assert elsewhere.results(poll)["answered"] == 0
    elsewhere.empty()


def test_an_unknown_code_is_a_friendly_page(server: Server) -> None:
    stray = Browser(server, "ZZZZZZ")
    for answer in (stray.get(stray.page), stray.posts({"poll": "1", "round": "1", "answer": "a"})):
        assert answer.status_code == 404
        assert "There is no session with this code." in answer.text
        assert 'href="/"' in answer.text


def test_case_of_the_code_does_not_matter(asked: Room) -> None:
    phone = Browser(asked.server, asked.code.lower())
    assert phone.sends("a").status_code == 303
