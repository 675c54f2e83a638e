"""What is shown and not asked: pages of text and wheels, between questions."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import requests

from tests.browser.asking import deeds, does
from tests.console import Console
from tests.room import Room, eventually
from tests.running import Server

ITEMS = {"items": [{"id": letter, "text": f"Nom {letter}"} for letter in "abc"]}


def test_a_page_of_text_goes_by_without_a_vote(room: Room) -> None:
    room.asks(title="Avant")
    room.asks("slide", {"markdown": "# Pause"}, title="Pause")
    room.asks(title="Après")
    host, attendee = room.facilitator(), room.attendee()
    steps = []
    for _ in range(6):
        steps.append(host.state["next_step"])
        host.does(steps[-1])
    assert steps == ["next", "close", "next", "next", "close", "end"]
    page = next(state for state in attendee.states if (state["poll"] or {}).get("title") == "Pause")
    assert page["poll"]["html"] == {"markdown": "<h2>Pause</h2>\n"}
    assert (page["poll"]["asks"], page["poll"]["status"], page["results"]) == (False, "ready", None)


def test_a_page_of_text_closes_the_vote_before_it(room: Room) -> None:
    question, page = room.asks(), room.asks("slide", {"markdown": "x"})
    host = room.facilitator()
    host.does("open", poll=question["id"])
    host.does("open", poll=page["id"], round=0)
    host.sees(id=page["id"], status="ready", asks=False)
    assert [poll["status"] for poll in host.state["running_order"]] == ["closed", "ready"]


def test_nobody_can_vote_on_it_and_exports_have_no_row_of_it(room: Room) -> None:
    page = room.asks("slide", {"markdown": "x"})
    attendee = room.attendee()
    does(room, page, "open")
    attendee.sees(id=page["id"])
    assert attendee.votes("a")["error"] == "answer-invalid"
    assert attendee.votes(None)["error"] in ("wrong-round", "poll-closed")
    for action in ("revote", "close", "reveal", "hide"):
        does(room, page, action)
    stored = room.server.api("GET", f"/polls/{page['id']}").json()
    assert (stored["status"], stored["round"], stored["frozen"]) == ("ready", 0, False)
    assert room.results(page) == {"poll": page["id"], "round": 0, "answered": 0, "results": {}}
    rows = room.server.api("GET", f"/sessions/{room.id}/export.csv").text.splitlines()
    assert len(rows) == 1


def test_only_the_link_on_the_wall_has_a_qr_code(room: Room) -> None:
    page = room.asks("slide", {"link": "https://example.org/a"})
    bare = room.asks("slide", {"markdown": "x"})
    address = f"{room.server.url}/{room.code}/link"
    assert requests.get(f"{address}/{page['id']}.svg", timeout=10).status_code == 404
    does(room, page, "open")
    shown = requests.get(f"{address}/{page['id']}.svg", timeout=10)
    assert shown.headers["Content-Type"].startswith("image/svg+xml")
    assert "<path" in shown.text
    does(room, bare, "open")
    for gone in (page, bare):
        assert requests.get(f"{address}/{gone['id']}.svg", timeout=10).status_code == 404


def test_a_double_click_and_two_hosts_at_once_draw_once(room: Room) -> None:
    wheel = room.asks("wheel", ITEMS)
    hosts = [room.facilitator() for _ in range(4)]
    does(room, wheel, "open")
    for host in hosts:
        host.sees(id=wheel["id"], drawn=0)
    with ThreadPoolExecutor() as at_once:
        acks = list(at_once.map(lambda host: host.does("draw", drawn=0), hosts))
    assert all(ack["ok"] for ack in acks)
    assert len({json.dumps(ack["state"]["results"]) for ack in acks}) == 1
    assert hosts[0].sees(drawn=1)["next_step"] == "draw"
    assert deeds(room).count("draw") == 1


def test_everybody_is_told_what_was_drawn_with_its_seed(room: Room) -> None:
    wheel = room.asks("wheel", ITEMS)
    people = [room.attendee(), room.screen(), room.facilitator()]
    does(room, wheel, "open")
    assert people[0].sees(id=wheel["id"], drawn=0)["results"] is None
    does(room, wheel, "draw")
    shown = [person.sees(drawn=1)["results"]["results"] for person in people]
    assert shown[0] == shown[1] == shown[2] == room.results(wheel)["results"]
    [draw] = shown[0]["draws"]
    assert len(draw["seed"]) == 32
    assert draw["text"] == shown[0]["among"][draw["place"]]
    document = room.server.api("GET", f"/sessions/{room.id}/export.json").json()
    [deed] = [line for line in document["journal"] if line["action"] == "draw"]
    assert deed["details"] == draw == document["polls"][0]["draws"][0]


def test_a_wheel_goes_on_until_it_is_empty_and_its_list_stands(room: Room) -> None:
    wheel = room.asks("wheel", ITEMS)
    host = room.facilitator()
    steps = []
    for drawn in range(5):
        steps.append(host.state["next_step"])
        host.does(steps[-1], **({"drawn": drawn - 1} if steps[-1] == "draw" else {}))
    assert steps == ["next", "draw", "draw", "draw", "end"]
    change = {"content": {"items": ITEMS["items"][:2]}}
    refused = room.server.api("PATCH", f"/polls/{wheel['id']}", change)
    assert refused.json()["error"] == "poll-frozen"


def test_what_cannot_draw_says_so(room: Room) -> None:
    question, wheel = room.asks(), room.asks("wheel", ITEMS)
    for _ in range(3):
        does(room, wheel, "draw")
    for poll in (question, wheel):
        refused = room.server.api("POST", f"/polls/{poll['id']}/draw")
        assert (refused.status_code, refused.json()["error"]) == (409, "nothing-to-draw")
    host = room.facilitator()
    assert host.does("draw", poll=wheel["id"], drawn="1")["error"] == "bad-request"


def test_a_draw_outlives_a_power_cut(own_server: Server) -> None:
    room = Room(own_server)
    wheel = room.asks("wheel", ITEMS)
    does(room, wheel, "draw")
    before = room.results(wheel)
    own_server.kill()
    own_server.start()
    assert eventually(lambda: room.results(wheel)) == before


def test_a_rehearsal_that_is_cleared_forgets_its_draws(room: Room) -> None:
    wheel = room.asks("wheel", ITEMS)
    console = Console(room)
    console.sends(f"/console/sessions/{room.id}/rehearse")
    does(room, wheel, "draw")
    console.sends(f"/console/sessions/{room.id}/clear")
    assert room.server.api("GET", f"/polls/{wheel['id']}").json()["draws"] == []
