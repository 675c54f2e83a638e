"""Vote, discuss, vote again."""

from __future__ import annotations

from typing import Any

from tests.room import Attendee, Facilitator, Room, eventually


def vote(people: list[Attendee], answers: str, round: int) -> None:
    for person, answer in zip(people, answers, strict=True):
        person.sees(status="open", round=round)
        assert person.votes(answer)["ok"]


def two_rounds(room: Room, first: str, second: str) -> tuple[Facilitator, list[Attendee]]:
    """The next question, voted on twice and closed."""
    host = room.facilitator()
    people = [room.attendee() for _ in first]
    host.does("next")
    vote(people, first, 1)
    host.does("close")
    host.does("revote")
    vote(people, second, 2)
    host.does("close")
    host.sees(status="closed", round=2)
    return host, people


def displayed(host: Facilitator) -> dict[str, Any]:
    """What the wall draws besides results, once it does."""
    found: dict[str, Any] = eventually(lambda: host.state.get("display"), "the display")
    return found


def test_both_rounds_stay_hidden_and_the_second_follows_the_first(room: Room) -> None:
    room.asks(rounds=2)
    host, wall = room.facilitator(), room.screen()
    host.does("next")
    assert not host.sees(status="open", round=1)["poll"]["results_shown"]
    host.does("close")
    host.sees(status="closed")
    assert host.state["next_step"] == "revote"
    assert wall.sees(status="closed")["results"] is None
    host.does("revote")
    assert not host.sees(status="open", round=2)["poll"]["results_shown"]
    host.does("close")
    host.sees(status="closed", round=2)
    assert host.state["next_step"] == "reveal"


def test_the_reveal_shows_before_and_after_and_who_moved(room: Room) -> None:
    room.asks(rounds=2)
    host, _ = two_rounds(room, "aaaaaaaabb", "aaaaabbbbb")
    host.does("reveal")
    shown = displayed(host)
    assert (shown["what"], shown["round"], shown["answered"]) == ("compare", 1, 10)
    assert shown["results"]["counts"] == {"a": 8, "b": 2, "c": 0}
    # Three went from a to b and two stayed with b: neither is told alone.
    assert shown["moves"] == {
        "both": 10, "flows": [{"from": "Oui", "to": "Oui", "count": 5}], "others": 5,
    }  # fmt: skip


def test_the_first_round_can_be_shown_before_the_second(room: Room) -> None:
    room.asks(rounds=2)
    host, wall = room.facilitator(), room.screen()
    host.does("next")
    host.does("close")
    host.does("reveal")
    wall.sees(status="closed", results_shown=True)
    wall.shows({"counts": {"a": 0, "b": 0, "c": 0}}, answered=0)


def test_nothing_is_compared_with_a_round_that_never_was(room: Room) -> None:
    room.asks()
    host = room.facilitator()
    host.does("next")
    assert host.does("display", what="compare")["error"] == "bad-request"
    assert host.does("display", what="anything")["error"] == "bad-request"


def test_the_wall_draws_no_comparison_while_results_are_hidden(room: Room) -> None:
    room.asks(results="hidden")
    host, _ = two_rounds(room, "aabb", "abbb")
    wall = room.screen()
    host.does("display", what="compare")
    displayed(host)
    assert "display" not in wall.state
    host.does("reveal")
    eventually(lambda: "display" in wall.state, "the comparison")
    assert wall.state["display"]["moves"] is None  # too few to tell
