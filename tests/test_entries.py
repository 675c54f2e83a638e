"""What people wrote, taken off the wall or let on it."""

from __future__ import annotations

from tests.room import Room, eventually


def test_entries_are_taken_off_the_wall_for_good(room: Room) -> None:
    room.asks("open_text")
    host, screen, attendee = room.facilitator(), room.screen(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("Une grossièreté")
    eventually(lambda: screen.results and screen.results[-1]["results"]["entries"], "the entry")
    entry = screen.results[-1]["results"]["entries"][0]["id"]
    host.sees(status="open")
    host.does("hide_entry", entry=entry)
    eventually(lambda: screen.state["results"]["results"]["entries"] == [], "an empty wall")
    attendee.votes("La même")
    assert host.does("hide_entry", entry="nothing")["error"] == "entry-not-found"
    assert screen.state["results"]["results"]["entries"] == []


def test_a_word_is_taken_off_the_wall_however_it_is_spelled(room: Room) -> None:
    room.asks("word_cloud")
    host, one, other = room.facilitator(), room.attendee(), room.attendee()
    host.does("next")
    one.sees(status="open")
    one.votes(["Café", "prix"])
    other.votes(["CAFE"])
    host.sees(status="open")
    host.does("hide_entry", entry="café")
    eventually(
        lambda: [word["text"] for word in host.state["results"]["results"]["words"]] == ["prix"],
        "the word gone",
    )


def test_moderated_texts_wait_for_approval(room: Room) -> None:
    room.asks("open_text", moderated=True)
    host, screen, attendee = room.facilitator(), room.screen(), room.attendee()
    host.does("next")
    attendee.sees(status="open")
    attendee.votes("Bonjour")
    eventually(lambda: host.results and host.results[-1]["results"]["pending"], "a pending entry")
    screen.shows({"entries": [], "more": 0}, answered=1)
    host.sees(status="open")
    host.does("approve", entry=host.results[-1]["results"]["pending"][0]["id"])
    eventually(lambda: screen.state["results"]["results"]["entries"], "the approved entry")
