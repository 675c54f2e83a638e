"""Points, certainty, nicknames, teams and the ranking."""

from __future__ import annotations

from typing import Any

import pytest

from polling.points import points_for
from polling.records import Poll
from tests.room import Attendee, Room, eventually

RIGHT = {"options": [{"id": "a", "text": "Oui", "right": True}, {"id": "b", "text": "Non"}]}


def set_up(room: Room, **settings: Any) -> None:
    answer = room.server.api("PATCH", f"/sessions/{room.id}", {"settings": settings})
    assert answer.ok, answer.text


def quiz(room: Room, *answers: str, **settings: Any) -> list[Attendee]:
    """One question, answered, closed and revealed."""
    room.asks("single_choice", RIGHT, **{"points": 100, **settings})
    host = room.facilitator()
    people = [room.attendee() for _ in answers]
    host.does("next")
    for person, answer in zip(people, answers, strict=True):
        person.sees(status="open")
        assert person.votes(answer)["ok"]
    host.does("close")
    host.sees(status="closed")
    return people


def judged(points: int = 100, **settings: Any) -> Poll:
    return Poll(
        id=1, session=1, kind="single_choice", title="", content=RIGHT, notes="", position=1,
        status="closed", round=1, results_shown=True,
        settings={"points": points, "speed_bonus": False, "seconds": None, **settings},
    )  # fmt: skip


@pytest.mark.parametrize(
    "elapsed, points",
    [(None, 100), (0, 150), (-20, 150), (15_000, 125), (30_000, 100), (10**6, 100)],
)
def test_a_quick_answer_is_worth_half_as_much_again_at_most(elapsed: int | None, points: int):
    assert points_for({"": "a"}, judged(speed_bonus=True), elapsed) == points


def test_speed_counts_only_where_it_is_asked_for():
    assert points_for({"": "a"}, judged(), 0) == 100
    assert points_for({"": "a"}, judged(speed_bonus=True, seconds=10), 5000) == 125


def test_wrong_answers_and_abstentions_are_worth_nothing():
    assert points_for({"": "b"}, judged(speed_bonus=True), 0) == 0
    assert points_for({"": {"abstain": True}}, judged(), None) == 0
    assert points_for({}, judged(), None) == 0


def test_people_see_their_own_points_once_the_answer_is_shown(room: Room) -> None:
    right, wrong = quiz(room, "a", "b")
    assert eventually(lambda: right.state.get("points") == 100)
    assert eventually(lambda: wrong.state.get("points") == 0)


def test_nobody_learns_from_points_what_is_right_before_it_is_shown(room: Room) -> None:
    right, _ = quiz(room, "a", "b", results="hidden")
    right.sees(status="closed")
    assert "points" not in right.state
    room.facilitator().does("reveal")
    assert eventually(lambda: right.state.get("points") == 100)


def test_how_fast_somebody_was_is_kept_only_where_it_counts(room: Room) -> None:
    quiz(room, "a")
    document = room.server.api("GET", f"/sessions/{room.id}/export.json").text
    assert "elapsed" not in document


def test_the_ranking_shows_the_top_and_those_who_share_its_last_place(room: Room) -> None:
    set_up(room, nicknames=True, ranking_top=3)
    people = quiz(room, "a", "a", "a", "a", "b")
    for number, person in enumerate(people):
        assert person.sends("profile", {"nickname": f"Nom {number}"})["profile"]["nickname"]
    host, wall = room.facilitator(), room.screen()
    host.does("ranking")
    ranking = eventually(lambda: wall.state.get("ranking"), "the ranking")
    assert [(line["rank"], line["name"], line["points"]) for line in ranking["people"]] == [
        (1, f"Nom {number}", 100) for number in range(4)
    ]
    host.does("ranking", on=False)
    eventually(lambda: wall.state["view"] == "poll", "the question again")


def test_where_too_many_share_a_rank_nobody_is_singled_out(room: Room) -> None:
    set_up(room, nicknames=True)
    people = quiz(room, *["a"] * 25, "b")
    for number, person in enumerate(people):
        assert person.sends("profile", {"nickname": f"Nom {number}"})["ok"]
    host = room.facilitator()
    host.does("ranking")
    ranking = eventually(lambda: host.state.get("ranking"), "the ranking")
    assert ranking["people"] == [{"rank": 1, "name": None, "points": 100, "members": 25}]
    assert ranking["scored"] == 25
    whole = room.server.api("GET", f"/sessions/{room.id}/ranking").json()
    assert [line["rank"] for line in whole["people"]] == [1] * 25 + [26]


def test_a_round_that_was_reopened_is_counted_anew(room: Room) -> None:
    right, wrong = quiz(room, "a", "b")
    assert eventually(lambda: right.state.get("points") == 100)
    host = room.facilitator()
    host.does("open")
    wrong.sees(status="open")
    assert "points" not in wrong.state
    assert wrong.votes("a")["ok"]
    host.does("close")
    assert eventually(lambda: wrong.state.get("points") == 100)


def test_people_learn_whether_they_were_right_with_the_right_answers(room: Room) -> None:
    right, wrong = quiz(room, "a", "b", results="hidden", points=0)
    silent = room.attendee()
    right.sees(status="closed")
    assert "score" not in right.state
    room.facilitator().does("reveal")
    assert eventually(lambda: right.state.get("score") == 1.0)
    assert eventually(lambda: wrong.state.get("score") == 0.0)
    assert eventually(lambda: "score" in silent.state)
    assert silent.state["score"] is None


def test_a_team_counts_by_the_mean_of_its_members(room: Room) -> None:
    set_up(room, teams=["Achat", "Juridique"])
    people = quiz(room, "a", "b", "a")
    for person, team in zip(people, ("Achat", "Achat", "Juridique"), strict=True):
        assert person.sends("profile", {"team": team})["ok"]
    host = room.facilitator()
    host.does("ranking")
    ranking = eventually(lambda: host.state.get("ranking"), "the ranking")
    assert [(line["name"], line["points"], line["members"]) for line in ranking["teams"]] == [
        ("Juridique", 100, 1), ("Achat", 50, 2),
    ]  # fmt: skip
    assert ranking["people"] == []


def test_the_server_fills_teams_evenly(room: Room) -> None:
    set_up(room, teams=["Rouge", "Vert"], teams_by="balanced")
    people = [room.attendee() for _ in range(4)]
    teams = [person.sends("profile", {})["profile"]["team"] for person in people]
    assert sorted(teams) == ["Rouge", "Rouge", "Vert", "Vert"]
    again = people[0].sends("profile", {"team": "Vert"})["profile"]["team"]
    assert again == teams[0]


def test_a_profile_takes_what_the_session_asks_for_and_no_more(room: Room) -> None:
    person = room.attendee()
    assert person.sends("profile", {"nickname": "Ada"})["profile"]["nickname"] is None
    set_up(room, nicknames=True, sites=["Nantes"])
    assert person.sends("profile", {"site": "Ailleurs"})["error"] == "answer-invalid"
    assert person.sends("profile", {"nickname": "x" * 31})["error"] == "answer-invalid"
    assert person.sends("profile", {"nickname": 3})["error"] == "bad-request"
    assert person.sends("profile", {"rank": "1"})["error"] == "bad-request"
    profile = person.sends("profile", {"nickname": " Ada  L. ", "site": "Nantes"})["profile"]
    assert profile == {"nickname": "Ada L.", "team": None, "site": "Nantes"}
    person.leaves()
    person.comes_back()
    assert person.state["profile"] == profile


def test_certainty_is_crossed_with_who_was_right(room: Room) -> None:
    room.asks("single_choice", RIGHT, certainty=True)
    host = room.facilitator()
    host.does("next")
    said = [("a", "sure"), ("a", "guess"), ("b", "sure"), ("b", "sure"), ("b", None)]
    for answer, certainty in said:
        person = room.attendee()
        assert person.votes(answer, certainty=certainty)["ok"]
    person.leaves()
    person.comes_back()
    assert person.state["certainty"] is None
    refused = person.votes("a", certainty="maybe")
    assert refused["error"] == "answer-invalid"
    host.does("close")
    host.does("display", what="certainty")
    shown = eventually(lambda: host.state.get("display"), "the crossing")
    assert shown == {
        "what": "certainty",
        "right": {"sure": 1, "hesitant": 0, "guess": 1},
        "wrong": {"sure": 2, "hesitant": 0, "guess": 0},
    }
    table = room.server.api("GET", f"/sessions/{room.id}/export.csv").text
    assert table.splitlines()[0].endswith("minute,certainty,choice,choice_text")


def test_what_is_no_setting_of_a_session_is_refused(room: Room) -> None:
    for settings in ({"teams": ["a", "a"]}, {"teams": [" a"]}, {"teams_by": "luck"}, {"x": 1}):
        answer = room.server.api("PATCH", f"/sessions/{room.id}", {"settings": settings})
        assert answer.status_code == 400, settings
        assert answer.json()["error"] == "content-invalid"
