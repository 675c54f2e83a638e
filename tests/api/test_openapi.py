"""The API describes itself: every call, with words and examples."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.running import Server

CALLS = {
    "/sessions": {"get", "post"},
    "/sessions/{session_id}": {"get", "patch", "delete"},
    "/sessions/{session_id}/start": {"post"},
    "/sessions/{session_id}/end": {"post"},
    "/sessions/{session_id}/reopen": {"post"},
    "/sessions/{session_id}/ranking": {"get"},
    "/sessions/{session_id}/polls": {"get", "post"},
    "/sessions/{session_id}/export.csv": {"get"},
    "/sessions/{session_id}/codebook.csv": {"get"},
    "/sessions/{session_id}/export.json": {"get"},
    "/sessions/{session_id}/hand_counts.csv": {"get"},
    "/sessions/{session_id}/poster.pdf": {"get"},
    "/sessions/{session_id}/cards.pdf": {"get"},
    "/polls/{poll_id}": {"get", "patch", "delete"},
    "/polls/{poll_id}/duplicate": {"post"},
    "/polls/{poll_id}/open": {"post"},
    "/polls/{poll_id}/close": {"post"},
    "/polls/{poll_id}/reveal": {"post"},
    "/polls/{poll_id}/hide": {"post"},
    "/polls/{poll_id}/revote": {"post"},
    "/polls/{poll_id}/draw": {"post"},
    "/polls/{poll_id}/results": {"get"},
    "/polls/{poll_id}/hand-count": {"put", "delete"},
    "/polls/{poll_id}/ballots.pdf": {"get"},
    "/sessions/{session_id}/images": {"post"},
    "/themes": {"get", "post"},
    "/themes/{theme}": {"delete"},
    "/kinds": {"get"},
}


@pytest.fixture(scope="module")
def description(server: Server) -> dict[str, Any]:
    """As a stranger gets it: it holds nothing secret."""
    answer = requests.get(f"{server.url}/api/v1/openapi.json", timeout=10)
    assert answer.headers["Content-Type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def operations(description: dict[str, Any]) -> list[dict[str, Any]]:
    return [call for path in description["paths"].values() for call in path.values()]


def test_every_call_is_described_and_nothing_else(description: dict[str, Any]) -> None:
    found = {path: set(calls) for path, calls in description["paths"].items()}

    assert found == {f"/api/v1{path}": methods for path, methods in CALLS.items()}


def test_every_call_takes_the_token_and_says_so(description: dict[str, Any]) -> None:
    assert description["components"]["securitySchemes"]["BearerAuth"]["scheme"] == "bearer"
    for call in operations(description):
        assert call["security"] == [{"BearerAuth": []}]
        assert "401" in call["responses"]


def test_every_call_says_what_it_does_and_has_a_name_of_its_own(
    description: dict[str, Any],
) -> None:
    calls = operations(description)

    assert all(call["summary"] for call in calls)
    assert len({call["operationId"] for call in calls}) == len(calls)


def test_every_refusal_has_the_same_form(description: dict[str, Any]) -> None:
    for call in operations(description):
        for status, response in call["responses"].items():
            if status.startswith("4"):
                schema = response["content"]["application/json"]["schema"]
                assert schema == {"$ref": "#/components/schemas/Refused"}


@pytest.mark.parametrize("name", ["SessionIn", "SessionChange", "PollIn", "PollChange", "ThemeIn"])
def test_every_field_of_a_body_has_words_and_an_example(
    description: dict[str, Any], name: str
) -> None:
    for field in description["components"]["schemas"][name]["properties"].values():
        assert field["description"]
        assert "example" in field


def test_the_examples_are_valid(server: Server, description: dict[str, Any]) -> None:
    def example(name: str) -> dict[str, Any]:
        fields = description["components"]["schemas"][name]["properties"]
        return {field: schema["example"] for field, schema in fields.items()}

    session = server.api("POST", "/sessions", example("SessionIn"))
    assert session.status_code == 201, session.text
    poll = server.api("POST", f"/sessions/{session.json()['id']}/polls", example("PollIn"))
    assert poll.status_code == 201, poll.text
    changed = server.api("PATCH", f"/polls/{poll.json()['id']}", example("PollChange"))
    assert changed.status_code == 200, changed.text
