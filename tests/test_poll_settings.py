"""The settings that all questions share, in the console's form."""

from __future__ import annotations

from typing import Any

from tests.console import Console
from tests.room import Room


def settings_of(room: Room, poll: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = room.server.api("GET", f"/polls/{poll['id']}").json()["settings"]
    return found


def test_a_blank_countdown_is_none_and_no_points_are_zero(room: Room) -> None:
    poll = room.asks("yes_no", points=100, seconds=20, certainty=True, rounds=2)
    form = {"title": "Oui ?", "points": "", "seconds": "", "rounds_asked": "1"}
    assert Console(room).sends(f"/console/polls/{poll['id']}", **form).ok

    now = settings_of(room, poll)
    assert (now["points"], now["seconds"], now["certainty"], now["rounds"]) == (0, None, False, 1)


def test_a_form_without_these_fields_leaves_them_alone(room: Room) -> None:
    poll = room.asks("yes_no", points=100, seconds=20, abstain=True, rounds=2)
    assert Console(room).sends(f"/console/polls/{poll['id']}", title="Oui ?").ok

    now = settings_of(room, poll)
    assert (now["points"], now["seconds"], now["abstain"], now["rounds"]) == (100, 20, True, 2)


def test_what_is_no_number_is_said_beside_its_field(room: Room) -> None:
    poll = room.asks("yes_no")
    for field, value, said in (
        ("seconds", "bientôt", "nombre entier"),
        ("seconds", "2", "5"),
        ("points", "1001", "1000"),
    ):
        page = Console(room).sends(f"/console/polls/{poll['id']}", title="Oui ?", **{field: value})
        assert page.status_code == 400
        (refusal,) = page.text.split(f'id="refusal-settings.{field}">')[1:]
        assert said in refusal.partition("</p>")[0]
        assert '<details class="further" open>' in page.text


def test_a_question_that_was_voted_on_takes_another_countdown_and_nothing_else(room: Room) -> None:
    poll = room.asks("yes_no", points=100)
    room.facilitator().does("next")
    form = {"seconds": "45", "points": "500", "abstain_asked": "1", "abstain": "1"}
    assert Console(room).sends(f"/console/polls/{poll['id']}", **form).ok

    now = settings_of(room, poll)
    assert (now["seconds"], now["points"], now["abstain"]) == (45, 100, False)
