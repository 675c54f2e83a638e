"""Questions that are asked of a room, and the people who answer them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, Route

from tests.room import OPTIONS, Attendee, Room

KINDS = ["single_choice", "multiple_choice", "yes_no", "word_cloud", "open_text"]
DRAWN = ["multiple_choice", "yes_no", "word_cloud", "open_text"]
"""A kind for each way results are drawn: both choices are the same bars, one with a hint."""

VOTES: dict[str, list[Any]] = {
    "single_choice": ["a", "a", "b"],
    "multiple_choice": [["a", "b"], ["a"], ["b"]],
    "yes_no": ["yes", "yes", "no"],
    "word_cloud": [["prix", "besoin"], ["prix"], ["délai"]],
    "open_text": ["Par où commencer ?", "Rien, merci !", "Du temps."],
}
"""What three people answer, by kind."""


def does(room: Room, poll: dict[str, Any], action: str) -> None:
    """open, close, reveal, hide or revote, as a script would."""
    done = room.server.api("POST", f"/polls/{poll['id']}/{action}")
    assert done.ok, done.text


def opened(room: Room, *question: Any, **settings: Any) -> dict[str, Any]:
    """A question whose vote is open."""
    poll = room.asks(*question, **settings)
    does(room, poll, "open")
    return poll


def voted(room: Room, poll: dict[str, Any], *answers: Any) -> list[Attendee]:
    """As many people come in as there are answers, and give them."""
    people = []
    for answer in answers:
        person = room.attendee()
        person.sees(id=poll["id"], status="open")
        assert person.votes(answer)["ok"]
        people.append(person)
    return people


def deeds(room: Room) -> list[str]:
    """What was done to the session, from its first minute on."""
    document = room.server.api("GET", f"/sessions/{room.id}/export.json").json()
    return [entry["action"] for entry in document["journal"]]


def options(*texts: str, right: str = "") -> dict[str, Any]:
    """The content of a choice, its right answers given by their letters."""
    letters = "abcdefghijkl"
    return {
        "options": [
            {"id": letter, "text": text, **({"right": True} if letter in right else {})}
            for letter, text in zip(letters, texts, strict=False)
        ]
    }


def several(*, right: str = "") -> dict[str, Any]:
    return options(*(option["text"] for option in OPTIONS), right=right)


def held_back(page: Page, files: str) -> Callable[[], None]:
    """From now on a slow network keeps these files, until what is returned is called."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    def let_through() -> None:
        assert waiting, f"nobody asked for {files}"
        for route in waiting:
            route.continue_()

    page.route(files, hold)
    return let_through


def first_figure(page: Page) -> str:
    """What the first bar said when it was first drawn, whatever it says a moment later."""
    figure = page.wait_for_function(
        "() => document.querySelector('.results .bars .count')?.textContent"
    )
    said: str = figure.json_value()
    return said
