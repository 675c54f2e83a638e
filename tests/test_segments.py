"""Splitting results by groups, none of which is ever smaller than five."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from polling.segments import SMALLEST_GROUP, groups
from tests.room import Attendee, Room, eventually

Split = list[tuple[tuple[str, ...], int]]


def split(sizes: dict[str | None, int], order: list[str] | None = None) -> Split:
    """The labels of each group and how many are in it."""
    people = [label for label, size in sizes.items() for _ in range(size)]
    labels = {f"p{number}": label for number, label in enumerate(people)}
    return [(group.labels, len(group.members)) for group in groups(labels, order or [])]


def test_groups_of_five_and_more_stand_for_themselves():
    assert split({"Achat": 7, "Juridique": 5}) == [(("Achat",), 7), (("Juridique",), 5)]


def test_small_groups_are_merged():
    assert split({"a": 9, "b": 3, "c": 2}) == [(("a",), 9), (("b", "c"), 5)]


def test_one_small_group_takes_the_smallest_of_the_others_along():
    assert split({"a": 9, "b": 6, "c": 2}) == [(("a",), 9), (("b", "c"), 8)]


def test_those_nobody_knows_of_are_a_group_too():
    assert split({"a": 9, "b": 5, None: 1}) == [(("a",), 9), (("b",), 6)]
    assert split({"a": 9, None: 5}) == [(("a",), 9), ((), 5)]


def test_where_one_group_would_be_left_there_is_no_split():
    assert split({"a": 9, "b": 4}) == []
    assert split({"a": 3, "b": 1}) == []
    assert split({"a": 30}) == []
    assert split({}) == []


def test_groups_stand_in_the_order_of_their_question():
    assert [labels for labels, _ in split({"b": 5, "a": 6, "c": 7}, ["c", "a", "b"])] == [
        ("c",), ("a",), ("b",),
    ]  # fmt: skip


@given(st.dictionaries(st.none() | st.text(max_size=3), st.integers(1, 12), max_size=8))
def test_no_group_is_smaller_than_five_and_nothing_is_left_over(sizes: dict[str | None, int]):
    made = split(sizes)
    assert all(size >= SMALLEST_GROUP for _, size in made)
    assert sum(size for _, size in made) in (0, sum(sizes.values()))
    named = Counter(label for labels, _ in made for label in labels)
    assert all(times == 1 for times in named.values())


def votes_of(room: Room, answers: list[tuple[str, str]]) -> list[Attendee]:
    """Two questions, answered by as many people; the second is closed."""
    host = room.facilitator()
    people = [room.attendee() for _ in answers]
    for place in (0, 1):
        host.does("next")
        poll = host.sees(status="open")["poll"]
        for person, said in zip(people, answers, strict=True):
            person.sees(id=poll["id"])
            assert person.votes(said[place])["ok"]
    host.does("close")
    host.sees(status="closed")
    return people


def test_results_are_split_by_an_earlier_question(room: Room) -> None:
    first, second = room.asks("yes_no"), room.asks()
    said = [("yes", "a")] * 5 + [("yes", "b")] * 2 + [("no", "b")] * 6
    random.Random(1).shuffle(said)
    votes_of(room, said)
    host, wall = room.facilitator(), room.screen()
    host.does("display", what=f"segments:{first['id']}")
    shown = eventually(lambda: wall.state.get("display"), "the split")
    assert (shown["what"], shown["title"]) == ("segments", first["title"])
    groups = [(each["labels"], each["results"]["counts"]) for each in shown["groups"]]
    assert groups == [
        (["Oui"], {"a": 5, "b": 2, "c": 0}),
        (["Non"], {"a": 0, "b": 6, "c": 0}),
    ]
    assert [each["answered"] for each in shown["groups"]] == [7, 6]
    assert room.results(second)["answered"] == 13


def test_a_split_that_would_point_at_somebody_is_withheld(room: Room) -> None:
    first, _ = room.asks("yes_no"), room.asks()
    votes_of(room, [("yes", "a")] * 6 + [("no", "b")])
    host = room.facilitator()
    host.does("display", what=f"segments:{first['id']}")
    shown = eventually(lambda: host.state.get("display"), "the split")
    assert shown["groups"] == []


def test_a_few_paper_ballots_are_not_told_by_what_the_groups_leave_over(room: Room) -> None:
    first, second = room.asks("yes_no"), room.asks()
    votes_of(room, [("yes", "a")] * 5 + [("no", "b")] * 5)
    wall, host = room.screen(), room.facilitator()
    host.does("display", poll=second["id"], what=f"segments:{first['id']}")
    for ballots, expected in ((4, 0), (5, 2)):
        count = {"ballots": ballots, "ticks": {"": {"a": ballots}}}
        assert room.server.api("PUT", f"/polls/{second['id']}/hand-count", count).ok
        eventually(
            lambda n=expected: len(wall.state["display"]["groups"]) == n, f"{expected} groups"
        )
    assert wall.state["results"]["results"]["counts"] == {"a": 10, "b": 5, "c": 0}
    assert {group["answered"] for group in wall.state["display"]["groups"]} == {5}


def test_nothing_is_split_while_people_vote(room: Room) -> None:
    first, _ = room.asks("yes_no"), room.asks()
    votes_of(room, [("yes", "a")] * 5 + [("no", "b")] * 5)
    host = room.facilitator()
    host.does("display", what=f"segments:{first['id']}")
    eventually(lambda: host.state.get("display"), "the split")
    host.does("open")
    host.sees(status="open")
    host.does("display", what=f"segments:{first['id']}")
    assert "display" not in host.state


def test_only_questions_of_this_session_split(room: Room) -> None:
    foreign = Room(room.server).asks("yes_no")
    poll = room.asks()
    host = room.facilitator()
    host.does("next")
    refused = host.does("display", what=f"segments:{foreign['id']}")
    assert refused["error"] == "poll-not-found"
    for by in ("", "x", str(poll["id"]), "9" * 30):
        assert host.does("display", what=f"segments:{by}")["error"] == "bad-request"
