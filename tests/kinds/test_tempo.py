"""The tempo: what was said lately, and how long that is."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from polling.clock import minute_ago
from polling.kinds import kind
from polling.records import Tally
from tests.room import Room, eventually


def test_counts_are_listed_with_those_nobody_gave(ask) -> None:
    tally = Tally([("", "fast", 2), ("", "lost", 1), ("", "fast", 1)], answered=4)
    assert kind("tempo").results(tally, ask("tempo")) == {
        "counts": {"fast": 3, "right": 0, "slow": 0, "lost": 1},
        "minutes": 3,
    }


def test_it_stands_beside_the_questions_and_opens_with_the_session(room: Room) -> None:
    tempo = room.asks("tempo", {}, "Le rythme ?")
    assert tempo["standing"] is True
    room.asks()
    host, person = room.facilitator(), room.attendee()
    host.does("next")
    eventually(lambda: person.state["standing"], "the tempo")
    assert [poll["status"] for poll in person.state["standing"]] == ["open"]
    assert "results" not in person.state["standing"][0]
    (beside,) = host.state["beside"]
    assert (beside["id"], beside["status"]) == (tempo["id"], "open")
    (standing,) = host.state["standing"]
    assert (standing["answered"], standing["results"]["counts"]["lost"]) == (0, 0)


def test_what_was_said_more_than_three_minutes_ago_fades_by_itself(room: Room) -> None:
    tempo = room.asks("tempo", {}, "Le rythme ?")
    room.asks()
    host, early, late = room.facilitator(), room.attendee(), room.attendee()
    host.does("next")
    for person, answer in ((early, "lost"), (late, "fast")):
        eventually(lambda person=person: person.state["standing"], "the tempo")
        assert person.votes(answer, poll=tempo["id"], round=1)["ok"]

    def told() -> dict[str, int]:
        heard = [each for each in host.results if each["poll"] == tempo["id"]]
        return heard[-1]["results"]["counts"] if heard else {}

    eventually(lambda: told() == {"fast": 1, "right": 0, "slow": 0, "lost": 1}, "both")
    with closing(sqlite3.connect(room.server.database)) as database, database:
        database.execute(
            "UPDATE ballots SET minute = ? WHERE answer = '\"lost\"' AND poll = ?",
            [minute_ago(4), tempo["id"]],
        )
    eventually(lambda: told() == {"fast": 1, "right": 0, "slow": 0, "lost": 0}, "one of them")
    assert room.results(tempo)["answered"] == 1
    with closing(sqlite3.connect(room.server.database)) as database, database:
        database.execute(
            "UPDATE ballots SET minute = ? WHERE poll = ?", [minute_ago(3), tempo["id"]]
        )
    assert room.results(tempo)["results"]["counts"]["lost"] == 1


def test_after_the_tempo_the_wall_goes_on_where_the_session_stood(room: Room) -> None:
    tempo = room.asks("tempo", {}, "Le rythme ?")
    first, second = room.asks(title="Une ?"), room.asks(title="Deux ?")
    host = room.facilitator()
    host.does("next")
    host.does("show", poll=tempo["id"], round=1)
    assert host.sees(id=tempo["id"])["next_step"] == "next"
    host.does("next")
    host.sees(id=second["id"])
    host.does("show", poll=tempo["id"], round=1)
    assert host.sees(id=tempo["id"])["next_step"] == "end"
    host.does("previous")
    host.sees(id=second["id"], status="open")
    host.does("previous")
    host.sees(id=first["id"])
