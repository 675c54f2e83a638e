"""What people write, read by a host before the room reads it, where there is a reason to."""

from __future__ import annotations

import pytest

from tests.room import Facilitator, Room, eventually

INSULT = "Quelle bande de connards"


def waiting(host: Facilitator) -> list[dict[str, object]]:
    """The entries that wait for approval, as the console was last told."""
    results = host.results[-1] if host.results else host.state["results"]
    pending: list[dict[str, object]] = results["results"].get("pending", [])
    return pending


def asked(room: Room, *question: object, **settings: object) -> dict[str, object]:
    poll = room.asks(*question, **settings)
    room.server.api("POST", f"/polls/{poll['id']}/open")
    return poll


def test_an_insult_waits_and_the_host_alone_is_told_why(room: Room) -> None:
    poll = asked(room, "open_text")
    host, screen, rude, kind = room.facilitator(), room.screen(), room.attendee(), room.attendee()
    assert kind.votes("Par où commencer ?") == {"ok": True}
    assert rude.votes(INSULT) == {"ok": True, "waits": True}
    eventually(lambda: waiting(host), "the insult waits")
    (entry,) = waiting(host)
    assert (entry["text"], entry["caught"]) == (INSULT, ["connards"])
    screen.shows(screen.results[-1]["results"], answered=2)
    assert [each["text"] for each in screen.results[-1]["results"]["entries"]] == [
        "Par où commencer ?"
    ]
    for told in (screen.results, screen.states, rude.states, [room.results(poll)]):
        assert "caught" not in str(told)
    host.does("hide")
    eventually(lambda: rude.state.get("waits") == {str(poll["id"]): [""]}, "its author is told")
    assert "waits" not in kind.state
    host.does("approve", entry=entry["id"])
    eventually(lambda: "waits" not in rude.state, "it waits no longer")
    assert len(room.results(poll)["results"]["entries"]) == 2


def test_who_comes_back_is_told_what_waits(room: Room) -> None:
    poll = asked(room, "open_text")
    rude = room.attendee()
    rude.votes(INSULT)
    rude.leaves()
    rude.comes_back()
    assert rude.state["waits"] == {str(poll["id"]): [""]}


def test_a_session_that_wants_no_filter_has_none(room: Room) -> None:
    poll = asked(room, "open_text")
    attendee = room.attendee()
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"filter": False}})
    assert attendee.votes(INSULT) == {"ok": True}
    assert room.results(poll)["results"]["entries"][0]["text"] == INSULT
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"filter": True}})
    assert attendee.votes(INSULT + " !") == {"ok": True, "waits": True}


def test_what_is_withdrawn_waits_for_nobody(room: Room) -> None:
    asked(room, "open_text", moderated=True)
    host, attendee = room.facilitator(), room.attendee()
    assert attendee.votes("Bonjour")["waits"]
    eventually(lambda: waiting(host), "it waits")
    assert attendee.votes(None) == {"ok": True}
    eventually(lambda: not waiting(host), "nothing waits")


def test_what_was_read_is_approved_and_not_what_was_written_since(room: Room) -> None:
    poll = asked(room, "open_text", moderated=True)
    host, attendee = room.facilitator(), room.attendee()
    attendee.votes("Bonjour")
    eventually(lambda: waiting(host), "it waits")
    read = waiting(host)[0]["id"]
    attendee.votes("Autre chose")
    assert host.does("approve", entry=read)["error"] == "entry-not-found"
    assert room.results(poll)["results"]["entries"] == []


@pytest.mark.parametrize("words", [["connard"], ["Connards"], ["gros con"]])
def test_a_cloud_leaves_such_words_out_and_the_export_keeps_them(
    room: Room, words: list[str]
) -> None:
    poll = asked(room, "word_cloud")
    one, other = room.attendee(), room.attendee()
    assert one.votes([*words, "conseil"]) == {"ok": True}
    other.votes(["concours"])
    texts = [word["text"] for word in room.results(poll)["results"]["words"]]
    assert sorted(texts) == ["concours", "conseil"]
    export = room.server.api("GET", f"/sessions/{room.id}/export.csv").text
    assert words[0] in export
    room.server.api("PATCH", f"/sessions/{room.id}", {"settings": {"filter": False}})
    texts = [word["text"] for word in room.results(poll)["results"]["words"]]
    assert words[0] in texts
