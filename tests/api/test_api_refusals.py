"""What does not fit is refused by name, and changes nothing."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.room import Room
from tests.running import TOKEN, Server

POLL = {"kind": "yes_no", "title": "Déjà fait ?", "content": {}}
ON_A_SESSION = [
    ("GET", "", None),
    ("PATCH", "", {"title": "Autre"}),
    ("DELETE", "", None),
    ("POST", "/start", None),
    ("POST", "/end", None),
    ("POST", "/polls", POLL),
    ("GET", "/polls", None),
    ("GET", "/export.csv", None),
    ("GET", "/codebook.csv", None),
    ("GET", "/export.json", None),
]
ON_A_POLL = [
    ("GET", "", None),
    ("PATCH", "", {"title": "Autre ?"}),
    ("PATCH", "", {"position": 1}),
    ("DELETE", "", None),
    ("POST", "/duplicate", None),
    ("POST", "/open", None),
    ("POST", "/close", None),
    ("POST", "/reveal", None),
    ("POST", "/hide", None),
    ("POST", "/revote", None),
    ("GET", "/results", None),
]
NOWHERE = [999_999, 2**63, 10**30]
"""The last two are more than a database can count to."""


def refusal(answer: requests.Response) -> tuple[int, str]:
    body = answer.json()
    assert set(body) == {"error", "message", "details"}
    assert body["message"]
    return answer.status_code, body["error"]


@pytest.mark.parametrize("id", NOWHERE)
@pytest.mark.parametrize("method, path, body", ON_A_SESSION)
def test_an_unknown_session_is_not_found(
    server: Server, id: int, method: str, path: str, body: Any
) -> None:
    answer = server.api(method, f"/sessions/{id}{path}", body)

    assert refusal(answer) == (404, "session-not-found")


@pytest.mark.parametrize("id", NOWHERE)
@pytest.mark.parametrize("method, path, body", ON_A_POLL)
def test_an_unknown_poll_is_not_found(
    server: Server, id: int, method: str, path: str, body: Any
) -> None:
    assert refusal(server.api(method, f"/polls/{id}{path}", body)) == (404, "poll-not-found")


@pytest.mark.parametrize(
    "body, field",
    [
        ({}, "title"),
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"title": 3}, "title"),
        ({"title": None}, "title"),
        ({"title": "Une", "language": "de"}, "language"),
        ({"title": "Une", "code": 123456}, "code"),
        ({"title": "Une", "key": "x"}, "key"),
    ],
)
def test_a_field_that_does_not_fit_is_named(server: Server, body: Any, field: str) -> None:
    answer = server.api("POST", "/sessions", body)

    assert refusal(answer) == (400, "bad-request")
    assert set(answer.json()["details"]["json"]) == {field}


@pytest.mark.parametrize("query", ["page=0", "page=x", "per_page=0", "per_page=1000", "page=9e99"])
def test_a_page_that_cannot_be_is_refused(server: Server, query: str) -> None:
    assert refusal(server.api("GET", f"/sessions?{query}")) == (400, "bad-request")


@pytest.mark.parametrize("body", ["", "{", "[]", '"x"', "null", "{'title': 'x'}", "\x00"])
def test_a_body_that_is_no_json_object_is_refused(server: Server, body: str) -> None:
    answer = server.api(
        "POST", "/sessions", data=body, headers={"Content-Type": "application/json"}
    )

    assert refusal(answer) == (400, "bad-request")


@pytest.mark.parametrize(
    "body",
    ['{"title": "\\ud800"}', '{"title": "x", "code": "\\udfff23456"}', '{"title": NaN}'],
)
def test_a_body_that_nobody_else_could_read_is_refused(server: Server, body: str) -> None:
    answer = server.api(
        "POST", "/sessions", data=body, headers={"Content-Type": "application/json"}
    )

    assert refusal(answer) == (400, "bad-request")


@pytest.mark.parametrize("content", ['{"right": "\\ud800"}', '{"a": NaN}', '{"a": -Infinity}'])
def test_content_that_nobody_else_could_read_is_refused(room: Room, content: str) -> None:
    body = f'{{"kind": "yes_no", "title": "x", "content": {content}}}'
    answer = room.server.api(
        "POST",
        f"/sessions/{room.id}/polls",
        data=body,
        headers={"Content-Type": "application/json"},
    )

    assert refusal(answer) == (400, "bad-request")


def test_a_form_is_not_taken_for_an_empty_body(server: Server) -> None:
    answer = server.api(
        "POST", "/sessions", data={"title": "Une"}, headers={"Accept-Language": "en"}
    )

    assert refusal(answer) == (400, "bad-request")
    assert "application/json" in answer.json()["message"]


@pytest.mark.parametrize(
    "change, error",
    [
        ({"kind": "essay"}, "kind-unknown"),
        ({"kind": "single_choice"}, "content-invalid"),
        ({"kind": "single_choice", "content": {"options": []}}, "content-invalid"),
        ({"settings": {"phones": "always"}}, "content-invalid"),
        ({"settings": {"colour": "red"}}, "content-invalid"),
        ({"content": []}, "bad-request"),
        ({"title": "  "}, "bad-request"),
        ({"notes": "x" * 5001}, "bad-request"),
        ({"position": 2}, "bad-request"),
    ],
)
def test_a_poll_that_cannot_be_asked_is_not_added(room: Room, change: Any, error: str) -> None:
    path = f"/sessions/{room.id}/polls"
    answer = room.server.api("POST", path, {**POLL, **change})

    assert refusal(answer) == (400, error)
    assert room.server.api("GET", path).json() == {"polls": []}


@pytest.mark.parametrize("position", [0, -1, 1.5, "first", True, 10**30])
def test_a_place_that_cannot_be_is_refused(room: Room, position: Any) -> None:
    answer = room.server.api("PATCH", f"/polls/{room.asks()['id']}", {"position": position})

    assert refusal(answer) == (400, "bad-request")


def test_what_is_missing_in_the_content_is_named(room: Room) -> None:
    options = [{"id": "a", "text": "Avant"}, {"id": "b"}]
    body = {"kind": "single_choice", "title": "x", "content": {"options": options}}
    answer = room.server.api("POST", f"/sessions/{room.id}/polls", body)

    assert answer.json()["details"] == {"field": "content.options.1", "missing": "text"}


def test_addresses_and_methods_that_do_not_exist_are_refused_in_json(server: Server) -> None:
    assert refusal(server.api("GET", "/nowhere")) == (404, "not-found")
    assert refusal(server.api("GET", "/polls/first")) == (404, "not-found")

    answer = server.api("PUT", "/sessions", {})
    assert refusal(answer) == (405, "method-not-allowed")
    assert "POST" in answer.headers["Allow"]


def test_a_body_that_is_too_large_is_refused(server: Server) -> None:
    answer = server.api("POST", "/sessions", {"title": "x" * 2_000_000})

    assert refusal(answer) == (413, "request-entity-too-large")


def test_messages_are_in_the_language_asked_for(server: Server) -> None:
    said = [
        requests.get(
            f"{server.url}/api/v1/sessions/999999",
            headers={"Authorization": f"Bearer {TOKEN}", "Accept-Language": language},
            timeout=10,
        ).json()["message"]
        for language in ("en", "fr")
    ]

    assert said[0] == "There is no session with this code."
    assert said[1] != said[0]
