"""For those who keep the server running: is it well, and what has it done."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import requests

from tests.room import Attendee, Facilitator, Room, eventually
from tests.running import Server
from tests.starting.small_disk import serving_on_a_small_disk, small_disk


def numbers(url: str) -> dict[str, float]:
    """The samples of `/metrics`."""
    text = requests.get(f"{url}/metrics", timeout=20).text
    return {name: float(value) for name, value in re.findall(r"^(\w+) (\S+)$", text, re.M)}


def test_a_server_that_is_well_says_so(server: Server) -> None:
    answer = requests.get(f"{server.url}/healthz", timeout=20)
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_metrics_count_connections_votes_and_commits(server: Server) -> None:
    room = Room(server)
    room.asks()
    room.facilitator().does("next")
    before = numbers(server.url)
    attendee = room.attendee()
    eventually(
        lambda: numbers(server.url)["matinale_connections"] == before["matinale_connections"] + 1,
        "one more connection",
    )
    for answer in ("a", "b"):
        assert attendee.votes(answer)["ok"]
    assert not attendee.votes("z")["ok"]
    assert not attendee.votes("a", round=9)["ok"]
    after = numbers(server.url)
    assert after["matinale_votes_total"] == before["matinale_votes_total"] + 2
    assert after["matinale_commits_total"] >= before["matinale_commits_total"] + 2
    room.empty()
    eventually(lambda: numbers(server.url)["matinale_connections"] == 0, "nobody connected")


def test_metrics_are_in_the_format_of_prometheus(server: Server) -> None:
    answer = requests.get(f"{server.url}/metrics", timeout=20)
    assert answer.headers["Content-Type"].startswith("text/plain; version=")
    assert "# TYPE matinale_votes_total counter" in answer.text


@small_disk
def test_a_full_disk_is_said_everywhere_and_survived(tmp_path: Path) -> None:
    with serving_on_a_small_disk(tmp_path) as server:
        room = Room(server)
        poll = room.asks("open_text")
        host, attendee = room.facilitator(), room.attendee()
        host.does("next")
        attendee.sees(status="open")
        assert attendee.votes("kept")["ok"]
        before = numbers(server.url)["matinale_votes_total"]

        server.fills_up()
        refusals = cannot_be_stored(attendee, host)
        assert refusals == {"storage-failed"}
        ill = eventually(lambda: unwell(server.url), "the failing disk noticed")
        assert ill["error"] == "storage-failed"
        assert ill["message"]
        assert server.api("POST", "/sessions", {"title": "t"}).status_code == 503
        assert server.api("GET", f"/polls/{poll['id']}/results").json()["answered"] == 1
        assert requests.get(f"{server.url}/{room.code}", timeout=20).status_code == 200
        assert numbers(server.url)["matinale_votes_total"] == before

        server.has_room_again()
        assert attendee.votes("again")["ok"]
        eventually(lambda: not unwell(server.url), "all well again")
        (entry,) = room.results(poll)["results"]["entries"]
        assert entry["text"] == "again"

        server.fills_up()
        room.empty()
        assert server.program.stops(signal.SIGTERM) == 0
        assert "Traceback" not in server.program.said


def cannot_be_stored(attendee: Attendee, host: Facilitator) -> set[str]:
    """Room that a file has is used before it is full: says what the last of many votes got."""
    refused: set[str] = set()
    for number in range(20):
        refused = {attendee.votes(os.urandom(60).hex(), seq=number + 1).get("error", "")}
    return refused | {host.does("close").get("error", "")}


def unwell(url: str) -> dict[str, str]:
    answer = requests.get(f"{url}/healthz", timeout=20)
    return answer.json() if answer.status_code == 503 else {}
