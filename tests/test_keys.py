"""The keys that open one session, and what becomes of those who hold old ones."""

from __future__ import annotations

from tests.console import Console
from tests.room import Room, eventually


def test_renewed_keys_shut_out_who_holds_the_old_ones(room: Room) -> None:
    console, attendee = Console(room), room.attendee()
    held = [room.screen(), room.facilitator()]
    old = Console(room)
    assert console.sends(f"/console/sessions/{room.id}/keys").ok
    for person in held:
        eventually(lambda person=person: person.refusals, "being shut out")
        assert set(person.refusals) == {"key-required"}, "as often as it asks again"
        assert not person.socket.connected
    assert attendee.socket.connected
    assert old.opens(old.address).status_code == 403


def test_whoever_renews_the_keys_stays_in(room: Room) -> None:
    console = Console(room)
    answer = console.sends(f"/console/sessions/{room.id}/keys")
    assert answer.status_code == 200
    renewed = room.server.api("GET", f"/sessions/{room.id}").json()["facilitator_key"]
    assert renewed != room.session["facilitator_key"]
    assert renewed in answer.text


def test_pages_that_hold_keys_are_kept_nowhere(room: Room) -> None:
    console = Console(room)
    for path in ("", "/settings"):
        answer = console.opens(console.address + path)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    held = room.server.api("GET", f"/sessions/{room.id}")
    assert held.headers["Cache-Control"] == "no-store"
