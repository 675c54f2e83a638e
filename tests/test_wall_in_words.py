"""The wall's twin: what is projected, in words, on phones that look at it, and nothing else."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
import requests

from polling.kinds import InSlot, kind, kinds
from tests.drawing import drawn, written
from tests.room import OPTIONS, Attendee, Room, eventually

RIGHT = {
    "options": [{**OPTIONS[0], "right": True}, *OPTIONS[1:]],
    "explanation": "Voyez l’article.",
}


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


class Twin:
    """A phone that looks at the wall."""

    def __init__(self, person: Attendee) -> None:
        self.person = person
        self.told: list[dict[str, Any]] = []
        person.socket.on("wall", self.told.append)
        self.first = person.sends("watch", {"wall": True})
        assert self.first["ok"]

    @property
    def says(self) -> str:
        return words((self.told[-1] if self.told else self.first)["html"])

    def comes_to_say(self, text: str) -> None:
        eventually(lambda: text in self.says, f"{text!r} on the phone, not {self.says!r}")


@pytest.fixture
def twin(room: Room) -> Twin:
    return Twin(room.attendee())


def page(room: Room, language: str = "fr") -> str:
    """What a browser that runs no script reads."""
    address = f"{room.server.url}/{room.code}/wall"
    answer = requests.get(address, headers={"Accept-Language": language}, timeout=20)
    assert answer.ok
    return words(answer.text)


def test_it_says_what_the_wall_shows_from_the_way_in_to_the_end(room: Room, twin: Twin) -> None:
    host = room.facilitator()
    assert room.code in twin.says
    assert "1 personne dans la salle" in twin.says
    poll = room.asks(title="Et vous ?", results="hidden")
    host.does("open", poll=poll["id"])
    twin.comes_to_say("Et vous ?")
    assert "Vote ouvert · Résultats masqués" in twin.says
    assert all(option["text"] in twin.says for option in OPTIONS)
    twin.person.sees(status="open")
    twin.person.votes("a")
    twin.comes_to_say("1 personne sur 1 a répondu")
    assert "100" not in twin.says
    host.does("close")
    host.does("reveal")
    twin.comes_to_say("Oui 1 100 % Non 0 0 %")
    assert page(room).count("Oui 1 100 % Non 0 0 %") == 1
    host.does("blank")
    twin.comes_to_say("Rien n’est affiché")
    assert "Et vous ?" not in twin.says
    host.does("end")
    twin.comes_to_say("1 personne a participé")


def test_what_is_right_is_told_when_the_wall_tells_it(room: Room, twin: Twin) -> None:
    host = room.facilitator()
    poll = room.asks("single_choice", RIGHT)
    host.does("open", poll=poll["id"])
    twin.comes_to_say("Vote ouvert")
    assert "Bonne réponse" not in twin.says
    assert "Voyez l’article." not in twin.says
    host.does("close")
    twin.comes_to_say("✓ Bonne réponse")
    assert "Voyez l’article." in twin.says


def test_how_many_ballots_were_on_paper_is_told_with_the_results_still_hidden(
    room: Room, twin: Twin
) -> None:
    poll, wall = room.asks(results="hidden"), room.screen()
    room.facilitator().does("open", poll=poll["id"])
    twin.person.sees(status="open")
    assert "by_hand" not in wall.state
    count = {"ballots": 12, "blank": 2, "ticks": {"": {"a": 7, "b": 3}}}
    assert room.server.api("PUT", f"/polls/{poll['id']}/hand-count", count).ok
    twin.comes_to_say("Résultats masqués 12 bulletins papier")
    twin.person.votes("a")
    twin.comes_to_say("1 personne sur 1 a répondu et 12 bulletins papier")
    wall.shows(None, answered=1)
    assert (wall.state["results"], wall.state["by_hand"]) == (None, 12)
    assert "by_hand" not in twin.person.state


def test_results_that_are_not_for_phones_stay_on_the_wall(room: Room, twin: Twin) -> None:
    poll = room.asks("open_text", phones="never")
    room.facilitator().does("open", poll=poll["id"])
    twin.person.sees(status="open")
    twin.person.votes("Par où commencer ?")
    twin.comes_to_say("1 personne sur 1 a répondu")
    assert "sur le mur uniquement" in twin.says
    assert "Par où commencer ?" not in twin.says + page(room)


def test_what_waits_or_was_taken_off_is_not_told(room: Room, twin: Twin) -> None:
    host = room.facilitator()
    poll = room.asks("open_text", moderated=True)
    host.does("open", poll=poll["id"])
    twin.person.sees(status="open")
    twin.person.votes("Un texte <b>gras</b>")
    twin.comes_to_say("Vote ouvert")
    pending = eventually(lambda: host.results and host.results[-1]["results"]["pending"], "it")
    assert "gras" not in twin.says
    host.does("approve", entry=pending[0]["id"])
    twin.comes_to_say("Un texte <b>gras</b>")
    assert "<b>gras" not in twin.told[-1]["html"]
    host.does("hide_entry", entry=pending[0]["id"])
    eventually(lambda: "gras" not in twin.says, "the text taken off")


def test_the_ranking_and_two_rounds_are_told_as_they_are_drawn(room: Room, twin: Twin) -> None:
    host = room.facilitator()
    poll = room.asks("single_choice", RIGHT, points=10, rounds=2)
    host.does("open", poll=poll["id"])
    twin.person.sees(status="open")
    twin.person.votes("b")
    host.does("close")
    host.does("revote")
    twin.person.sees(round=2, status="open")
    twin.person.votes("a")
    host.does("close")
    host.does("reveal")
    twin.comes_to_say("Oui ✓ Bonne réponse 1 100 %")
    assert "Tour 2" in twin.says
    assert "Non 1 100 %" in twin.says, "the round before"
    host.does("ranking")
    twin.comes_to_say("Classement")
    assert "Bonne réponse" not in twin.says


def test_each_hears_it_in_their_own_language(room: Room) -> None:
    poll = room.asks()
    room.facilitator().does("open", poll=poll["id"])
    assert "Vote open" in page(room, "en")
    assert "Vote ouvert" in page(room, "fr")


def test_only_those_who_look_are_told(room: Room, twin: Twin) -> None:
    other = room.attendee()
    heard: list[Any] = []
    other.socket.on("wall", heard.append)
    assert twin.person.sends("watch", {"wall": False}) == {"ok": True}
    before = len(twin.told)
    still = Twin(room.attendee())
    poll = room.asks()
    room.facilitator().does("open", poll=poll["id"])
    still.comes_to_say("Vote ouvert")
    assert not heard
    assert len(twin.told) == before


def test_votes_are_told_together_and_never_late(room: Room, twin: Twin) -> None:
    poll = room.asks()
    room.facilitator().does("open", poll=poll["id"])
    people = [room.attendee() for _ in range(8)]
    for person in people:
        person.sees(status="open")
        assert person.votes("a")["ok"]
    twin.comes_to_say("8 personnes sur 9 ont répondu")
    assert len({message["html"] for message in twin.told}) == len(twin.told), "nothing told twice"


@pytest.mark.parametrize("wrong", [None, 1, "yes", {}])
def test_other_wishes_are_refused(room: Room, wrong: Any) -> None:
    assert room.attendee().sends("watch", {"wall": wrong})["error"] == "bad-request"


def test_walls_and_consoles_do_not_ask_for_it(room: Room) -> None:
    assert room.screen().sends("watch", {"wall": True})["error"] == "bad-request"


def pictured(room: Room, content: dict[str, Any]) -> dict[str, Any]:
    """`content` with a picture that is there, where it asks about one."""
    if not isinstance(content.get("image"), str):
        return content
    sent = written(drawn())
    made = room.server.api("POST", f"/sessions/{room.id}/images", data=sent).json()
    return {**content, "image": made["id"]}


@pytest.mark.parametrize("name", sorted(kinds()))
def test_every_kind_can_be_told(room: Room, name: str) -> None:
    example = kind(name).example
    settings = {**example.settings, "results": "hidden"}
    poll = room.asks(name, pictured(room, example.content), f"Et {name} ?", **settings)
    host, person = room.facilitator(), room.attendee()
    host.does("open", poll=poll["id"])
    if poll["standing"]:
        host.does("show", poll=poll["id"])
    if kind(name).asks:
        person.sees(id=poll["id"], status="open")
        given = example.valid[0]
        slot, answer = (given.slot, given.answer) if isinstance(given, InSlot) else ("", given)
        assert person.votes(answer, slot=slot)["ok"]
        assert ("Résultats masqués" in page(room)) is not poll["standing"]
        host.does("close")
        host.does("reveal")
        assert "1 personne sur 1 a répondu Résultats" in page(room)
    assert f"Et {name} ?" in page(room)
