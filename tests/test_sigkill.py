"""An acknowledged vote is on disk: the server is killed while a room votes."""

from __future__ import annotations

import sqlite3

from tests.crowd import Crowd
from tests.room import Room, eventually
from tests.running import Server

PEOPLE = 300


def stored(server: Server) -> list[tuple[str, int, str]]:
    with sqlite3.connect(f"file:{server.database}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT participant, seq, answer FROM ballots").fetchall()
    db.close()
    return rows


def test_every_acknowledged_vote_survives_sigkill_once(own_server: Server) -> None:
    room = Room(own_server)
    poll = room.asks()
    host = room.facilitator()
    host.does("next")
    crowd = Crowd(own_server.url, room.code)
    crowd.joins(PEOPLE)
    crowd.storms(["a", "b", "c"])
    eventually(lambda: len(stored(own_server)) == PEOPLE, "everybody has voted, and goes on")
    own_server.kill()
    own_server.start()
    eventually(lambda: crowd.connected() == PEOPLE, "everybody is back")
    acknowledged = crowd.calms()

    rows = stored(own_server)
    assert len(rows) == PEOPLE
    assert sorted((seq, answer.strip('"')) for _, seq, answer in rows) == sorted(
        (vote["seq"], vote["answer"]) for vote in acknowledged
    )
    counts = dict.fromkeys("abc", 0)
    for vote in acknowledged:
        counts[vote["answer"]] += 1
    assert room.results(poll) == {
        "poll": poll["id"], "round": 1, "answered": PEOPLE, "results": {"counts": counts},
    }  # fmt: skip
    for state in crowd.states():
        assert (state["view"], state["poll"]["status"]) == ("poll", "open")
    eventually(lambda: host.state["poll"]["id"] == poll["id"], "the host is back")
    crowd.leaves()
    room.empty()


def test_votes_acknowledged_before_the_kill_are_all_there(own_server: Server) -> None:
    room = Room(own_server)
    poll = room.asks()
    room.facilitator().does("next")
    crowd = Crowd(own_server.url, room.code)
    crowd.joins(PEOPLE)
    acks = crowd.votes(
        [
            {"who": who, "poll": poll["id"], "round": 1, "answer": "abc"[who % 3], "seq": 1}
            for who in range(PEOPLE)
        ]
    )
    own_server.kill()
    assert all(ack == {"ok": True} for ack in acks)
    assert len(stored(own_server)) == PEOPLE
    own_server.start()
    assert room.results(poll)["results"]["counts"] == {"a": 100, "b": 100, "c": 100}
    crowd.leaves()
    room.empty()
