"""Questions that nobody prepared."""

from __future__ import annotations

import pytest

from polling.sessions.quick import QUICK
from tests.room import Room


@pytest.mark.parametrize("what", sorted(QUICK))
def test_one_tap_opens_it_behind_the_question_on_the_wall(room: Room, what: str) -> None:
    first, last = room.asks(), room.asks()
    host, attendee = room.facilitator(), room.attendee()
    host.does("next")
    host.sees(id=first["id"], status="open")
    host.does("quick", what=what)
    host.sees(status="open", position=2, kind=QUICK[what][0])
    attendee.sees(status="open", position=2)
    order = [poll["id"] for poll in host.state["running_order"]]
    assert (order[0], order[2]) == (first["id"], last["id"])
    assert host.state["running_order"][0]["status"] == "closed"


def test_a_second_tap_of_whoever_saw_the_same_makes_no_second_question(room: Room) -> None:
    first = room.asks()
    host = room.facilitator()
    host.does("next")
    for _ in range(2):
        host.does("quick", what="yes_no", poll=first["id"], round=1)
    assert len(host.state["running_order"]) == 2


def test_it_speaks_the_language_of_the_session(server: object, room: Room) -> None:
    french = Room(room.server, language="fr")
    host = french.facilitator()
    host.does("quick", what="mood")
    state = host.sees(status="open")
    assert state["poll"]["title"] == "Comment allez-vous\u202f?"
    assert "très" in state["poll"]["content"]["options"][0]["text"].lower()
    french.empty()


def test_what_is_no_quick_question_is_refused(room: Room) -> None:
    host = room.facilitator()
    assert host.does("quick", what="essay")["error"] == "bad-request"
    assert host.does("quick")["error"] == "bad-request"
