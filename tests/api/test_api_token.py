"""Who may call the API."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.running import TOKEN, Server

CALLS = [
    ("GET", "/sessions"),
    ("POST", "/sessions"),
    ("PATCH", "/sessions/1"),
    ("DELETE", "/sessions/1"),
    ("POST", "/sessions/1/start"),
    ("GET", "/sessions/1/export.csv"),
    ("POST", "/polls/1/open"),
    ("GET", "/kinds"),
]


class WithoutToken(Server):
    """A server as it is when nobody set a token."""

    def start(self) -> None:
        self._environment.pop("POLLING_API_TOKEN")
        super().start()


@pytest.fixture
def closed_server(tmp_path: Path) -> Iterator[Server]:
    running = WithoutToken(tmp_path)
    yield running
    running.stop()


@pytest.mark.parametrize("method, path", CALLS)
def test_no_call_goes_without_a_token(server: Server, method: str, path: str) -> None:
    answer = requests.request(method, f"{server.url}/api/v1{path}", json={}, timeout=10)

    assert (answer.status_code, answer.json()["error"]) == (401, "token-required")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    "sent",
    [
        "Bearer wrong",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
        "Bearer",
        "Bearer ",
        "Bearer realm=a, scope=b",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer été".encode().decode("latin-1"),
    ],
)
def test_no_other_token_will_do(server: Server, sent: str) -> None:
    answer = server.api("GET", "/kinds", headers={"Authorization": sent})

    assert (answer.status_code, answer.json()["error"]) == (401, "token-required")


def test_a_server_without_a_token_says_which_setting_is_missing(closed_server: Server) -> None:
    for headers in ({}, {"Authorization": ""}, {"Authorization": "Bearer None"}):
        answer = closed_server.api("GET", "/sessions", headers=headers)

        assert (answer.status_code, answer.json()["error"]) == (401, "token-required")
        assert "POLLING_API_TOKEN" in answer.json()["message"]
