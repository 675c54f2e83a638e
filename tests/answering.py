"""A room that answers: everybody says what they would in a rehearsal, the same each time."""

from __future__ import annotations

import random
from typing import Any

from polling.kinds import kind
from polling.records import Poll
from tests.room import Attendee, Room

FIELDS = (
    "id", "session", "kind", "title", "content", "settings", "notes", "position",
)  # fmt: skip


def record(poll: dict[str, Any]) -> Poll:
    """What the API says of `poll`, as kinds know it: closed and revealed."""
    known = {name: poll[name] for name in FIELDS}
    return Poll(**known, status="closed", round=1, results_shown=True)


def everybody_answers(room: Room, people: list[Attendee], poll: dict[str, Any]) -> None:
    """In the first round of `poll`, which is open."""
    how, asked = kind(poll["kind"]), record(poll)
    for number, person in enumerate(people):
        seen = room.results(poll)["results"] if how.takes_slots else {}
        said = how.simulate_slots(asked, random.Random(number), seen)
        for slot, answer in said.items():
            vote = {"poll": poll["id"], "round": 1, "slot": slot, "answer": answer}
            ack = person.sends("vote", vote)
            assert ack["ok"], (vote, ack)
