"""Details and explanations: who is told what, and when."""

from __future__ import annotations

from tests.browser.asking import does
from tests.console import Console
from tests.room import OPTIONS, Room

CONTENT = {
    "options": [{**OPTIONS[0], "right": True}, *OPTIONS[1:]],
    "details": "Un **contexte**",
    "explanation": "*Parce que*",
    "source": "Code de la commande publique, article R2111-1",
}
DETAILS = {"details": "<p>Un <strong>contexte</strong></p>\n"}
BOTH = {**DETAILS, "explanation": "<p><em>Parce que</em></p>\n"}


def test_an_explanation_is_withheld_with_the_right_answers(room: Room) -> None:
    poll = room.asks(content=CONTENT)
    host, wall, attendee = room.facilitator(), room.screen(), room.attendee()
    does(room, poll, "open")
    for person in (wall, attendee):
        shown = person.sees(status="open")["poll"]
        assert shown["html"] == DETAILS
        assert not {"explanation", "source"} & set(shown["content"])
    assert host.sees(status="open")["poll"]["html"] == BOTH
    does(room, poll, "close")
    for person in (wall, attendee):
        shown = person.sees(status="closed")["poll"]
        assert shown["html"] == BOTH
        assert shown["content"]["source"] == CONTENT["source"]
    does(room, poll, "hide")
    assert attendee.sees(results_shown=False)["poll"]["html"] == DETAILS


def test_only_what_can_be_right_can_be_explained(room: Room) -> None:
    made = room.asks("open_text", {"details": "Un contexte"})
    assert made["content"] == {"details": "Un contexte"}
    body = {"kind": "open_text", "title": "?", "content": {"explanation": "x"}}
    refused = room.server.api("POST", f"/sessions/{room.id}/polls", body)
    assert refused.json()["error"] == "content-invalid"


def test_the_console_writes_them_for_every_kind(room: Room) -> None:
    console = Console(room)
    path = f"/console/sessions/{room.id}/polls/new?kind=yes_no"
    written = {"details": "un\r\ndeux ", "explanation": "trois", "source": " quatre"}
    console.sends(path, title="Oui ?", right="yes", **written)
    [poll] = room.server.api("GET", f"/sessions/{room.id}/polls").json()["polls"]
    assert poll["content"] == {
        "right": "yes", "details": "un\ndeux", "explanation": "trois", "source": "quatre",
    }  # fmt: skip
    form = console.opens(f"{room.server.url}/console/polls/{poll['id']}").text
    for text in ("un\ndeux</textarea>", "trois</textarea>", 'value="quatre"'):
        assert text in form
    refused = console.sends(f"/console/polls/{poll['id']}", title="Oui ?", details="x" * 2001)
    assert refused.status_code == 400
    assert 'id="refusal-content.details"' in refused.text


def test_the_console_shows_how_markdown_will_look_to_hosts_alone(room: Room) -> None:
    console = Console(room)
    path = f"/console/sessions/{room.id}/markdown"
    assert console.sends(path, text="**Oui** !").text == "<p><strong>Oui</strong>\u202f!</p>\n"
    other = Room(room.server)
    assert console.sends(f"/console/sessions/{other.id}/markdown", text="x").status_code == 403
