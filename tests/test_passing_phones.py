"""A phone that several people share: each starts anew, and exports say who began so."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
import requests

from tests.console import Console
from tests.disk import rows
from tests.room import Room
from tests.test_plain_form import Browser

SHARED = {"settings": {"shared_phones": True}}


@pytest.fixture
def poll(room: Room) -> dict[str, Any]:
    assert room.server.api("PATCH", f"/sessions/{room.id}", SHARED).ok
    made = room.asks()
    room.facilitator().does("next")
    return made


@pytest.fixture
def phone(room: Room, poll: dict[str, Any]) -> Browser:
    return Browser(room.server, room.code)


def passes(phone: Browser, **headers: str) -> requests.Response:
    return phone.post(f"{phone.page}/pass", headers=headers, timeout=20, allow_redirects=False)


def export(room: Room, name: str) -> requests.Response:
    return room.server.api("GET", f"/sessions/{room.id}/{name}")


def lines(room: Room) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export(room, "export.csv").text)))


def test_the_next_person_votes_anew_and_the_first_vote_stays(
    room: Room, poll: dict[str, Any], phone: Browser
) -> None:
    phone.sends("a")
    before = phone.cookies["participant"]
    handed = passes(phone)
    assert handed.status_code == 303
    assert handed.headers["Location"] == f"/{room.code}/pass?done=1"
    assert phone.cookies["participant"] != before
    assert "checked" not in phone.opens()
    phone.sends("b")
    assert room.results(poll)["results"]["counts"] == {"a": 1, "b": 1, "c": 0}


def test_exports_say_who_began_on_a_phone_that_was_passed_on(
    room: Room, poll: dict[str, Any], phone: Browser
) -> None:
    phone.sends("a")
    passes(phone)
    phone.sends("b")
    passes(phone)
    phone.sends("c")
    alone = room.attendee()
    assert alone.votes("a")["ok"]
    told = [(line["answer"], line["shared_phone"]) for line in lines(room)]
    assert sorted(told) == [('"a"', "0"), ('"a"', "0"), ('"b"', "1"), ('"c"', "1")]
    document = export(room, "export.json").json()
    assert [each["shared_phone"] for each in document["profiles"]] == [1, 1]
    assert "shared_phone" in export(room, "codebook.csv").text
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"shared_phones": False}})
    assert lines(room)[0]["shared_phone"] in "01", "who was passed a phone stays said"


def test_a_session_without_shared_phones_has_no_such_column(room: Room) -> None:
    room.asks()
    room.facilitator().does("next")
    room.attendee().votes("a")
    assert "shared_phone" not in lines(room)[0]


def test_nothing_on_disk_leads_from_one_to_the_other(
    room: Room, poll: dict[str, Any], phone: Browser
) -> None:
    passes(phone)  # nobody has a cookie yet: nobody to pass it
    phone.sends("a")
    passes(phone)
    (row,) = rows(room.server, f"SELECT * FROM profiles WHERE session = {room.id}")
    assert row[2:] == (None, None, None, 1)
    assert "pass" not in {line["action"] for line in export(room, "export.json").json()["journal"]}


def test_a_nickname_is_the_persons_and_keeps_what_is_known(room: Room, phone: Browser) -> None:
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"nicknames": True}})
    phone.sends("a")
    phone.post(f"{phone.page}/profile", data={"nickname": "Ada"}, timeout=20)
    passes(phone)
    assert "Ada" not in phone.opens()
    phone.post(f"{phone.page}/profile", data={"nickname": "Bob"}, timeout=20)
    phone.sends("b")
    assert sorted((line["nickname"], line["shared_phone"]) for line in lines(room)) == [
        ("Ada", "0"), ("Bob", "1"),
    ]  # fmt: skip


def test_it_is_refused_where_it_is_not_offered(room: Room, phone: Browser) -> None:
    phone.opens()
    assert passes(phone, Origin="https://elsewhere.example").status_code == 403
    assert "Pass this phone on" in phone.opens()
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"shared_phones": False}})
    assert passes(phone).status_code == 403
    assert phone.get(f"{phone.page}/pass", timeout=20).status_code == 403
    room.server.api("PATCH", f"/sessions/{room.id}", SHARED)
    room.facilitator().does("end")
    assert passes(phone).status_code == 403


def test_a_host_allows_it_among_what_phones_may_do(room: Room) -> None:
    host = Console(room)
    path = f"/console/sessions/{room.id}/settings"
    sent = host.sends(path, title="Une séance", language="fr", teams_by="choice", shared_phones="1")
    assert sent.ok
    assert room.server.api("GET", f"/sessions/{room.id}").json()["settings"]["shared_phones"]
