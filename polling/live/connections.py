"""Who is connected now: in memory, since a connection does not outlive the server."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import get_args

from polling.records import Poll, Role

BEAT_LOST_AFTER_S = 3.2
"""A wall beats every 2 s; its host is to know within 5 s that it is gone."""

VOTES_AT_ONCE = 30
VOTES_A_SECOND = 5.0
BAD_MESSAGES = 20


@dataclass(slots=True)
class Client:
    """One connection, on the Engine.IO line of that id.

    `token` is what a client without cookies has to send back.
    """

    sid: str
    line: str
    session: int
    role: Role
    language: str
    participant: str | None = None
    token: str | None = None
    manages: bool = False
    name: str = ""
    preview: bool = False
    simulated: bool = False
    beat: float | None = None
    bad: int = 0
    watches: int | None = None
    """The poll beside the running order that an attendee looks at."""
    allowance: float = VOTES_AT_ONCE
    last_vote: float = field(default_factory=time.monotonic)

    def is_lost(self, now: float) -> bool:
        """Whether a screen that used to beat has fallen silent."""
        return self.beat is not None and now - self.beat > BEAT_LOST_AFTER_S

    def may_vote(self) -> bool:
        """A few votes at once and then some a second: more than any finger needs."""
        now = time.monotonic()
        self.allowance += (now - self.last_vote) * VOTES_A_SECOND
        self.allowance = min(self.allowance, VOTES_AT_ONCE)
        self.last_vote = now
        if self.allowance < 1:
            return False
        self.allowance -= 1
        return True


class Connections:
    """The clients of every session, by role."""

    def __init__(self) -> None:
        self._by_sid: dict[str, Client] = {}
        self._by_line: dict[str, Client] = {}
        self._by_room: dict[tuple[int, Role], dict[str, Client]] = {}
        self._at_wall: dict[int, dict[str, Client]] = {}

    def __len__(self) -> int:
        return len(self._by_sid)

    def add(self, client: Client) -> None:
        self._by_sid[client.sid] = self._by_line[client.line] = client
        self._by_room.setdefault((client.session, client.role), {})[client.sid] = client

    def on_line(self, line: str) -> Client | None:
        return self._by_line.get(line)

    def drop(self, sid: str) -> Client | None:
        """Forgets a client and returns it; None where it was not known."""
        client = self._by_sid.pop(sid, None)
        if client is not None:
            del self._by_line[client.line]
            room = client.session, client.role
            there = self._by_room[room]
            del there[sid]
            if not there:
                del self._by_room[room]
            self.look_at_wall(client, on=False)
        return client

    def look_at_wall(self, client: Client, *, on: bool) -> None:
        """An attendee looks at the wall on the phone, or no more."""
        if on and client.sid in self._by_sid:
            self._at_wall.setdefault(client.session, {})[client.sid] = client
        elif looking := self._at_wall.get(client.session):
            looking.pop(client.sid, None)
            if not looking:
                del self._at_wall[client.session]

    def looking_at_wall(self, session: int) -> list[Client]:
        return list(self._at_wall.get(session, {}).values())

    def sessions(self) -> set[int]:
        return {session for session, _ in self._by_room}

    def of(self, session: int, role: Role) -> list[Client]:
        """Those of one role, as they are now: telling one that is gone drops it."""
        return list(self._by_room.get((session, role), {}).values())

    def all_of(self, session: int) -> list[Client]:
        return [client for role in get_args(Role) for client in self.of(session, role)]

    def participants(self, session: int) -> set[str]:
        """Pseudonyms with at least one live connection."""
        return {
            client.participant
            for client in self.of(session, "attendee")
            if client.participant is not None
        }

    def simulated(self, session: int) -> list[Client]:
        """Attendees of a rehearsal who are nobody."""
        return [client for client in self.of(session, "attendee") if client.simulated]

    def watching(self, poll: Poll) -> list[Client]:
        """The attendees who look at a question beside the running order."""
        return [client for client in self.of(poll.session, "attendee") if client.watches == poll.id]

    def walls(self, session: int) -> int:
        """Screens that are there and alive; previews in a console do not count."""
        now = time.monotonic()
        return sum(
            1
            for client in self.of(session, "screen")
            if not client.preview and not client.is_lost(now)
        )
