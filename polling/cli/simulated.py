"""`demo`: simulated attendees, who join a rehearsal and vote at human pace.

They are ordinary clients of the running server. They only enter a session that is a rehearsal,
so that no simulated answer ever stands beside a real one.
"""

from __future__ import annotations

import os
import random
import sys
import time
from typing import Any

import socketio
from rich.live import Live
from rich.text import Text

from polling import runtime
from polling.cli.speech import terminal, translated
from polling.config import Config
from polling.errors import CannotStart
from polling.kinds import kind
from polling.languages import N_
from polling.records import Poll
from polling.storage import open_store, prepare

JOIN_S = 12.0
THINK_S = (1.5, 14.0)
SPEAK_UP_S = (5.0, 120.0)
ABSTAIN = 0.06
CHANGE_OF_MIND = 0.08
SHOW_EVERY_S = 0.5
GIVING_WAY = 10


def run(
    config: Config, *, attendees: int, url: str | None, code: str | None, seed: int | None
) -> None:
    """Plays `attendees` until Ctrl-C. Raises CannotStart where there is no rehearsal to fill."""
    chance = random.Random(seed)
    room = code or _rehearsal(config)
    address = url or f"http://localhost:{config.port}"
    people = [Attendee(address, room, random.Random(chance.random())) for _ in range(attendees)]
    for person in people:
        runtime.spawn(person.come, chance.uniform(0, min(JOIN_S, attendees * 0.3)))
    try:
        with Live(console=terminal, refresh_per_second=4) as display:
            while not all(person.refused for person in people):
                display.update(Text(_report(people, room)))
                time.sleep(SHOW_EVERY_S)
    except KeyboardInterrupt:
        return
    raise CannotStart(N_("%(address)s: %(code)s takes no simulated attendees."),
                      address=address, code=room)  # fmt: skip


def end_with_standard_input() -> None:
    """For a server that lets them come: it holds the other end, and they end with it."""
    os.nice(GIVING_WAY)
    runtime.spawn(_end_with_standard_input)


def _end_with_standard_input() -> None:
    runtime.in_thread(sys.stdin.buffer.read)
    runtime.leave()


def _rehearsal(config: Config) -> str:
    """The code of the newest rehearsal in the database."""
    prepare(config.database)
    store = open_store(config.database)
    for session in store.sessions(limit=1000):
        if session.rehearsal and session.status != "ended":
            return session.code
    raise CannotStart(N_("There is no rehearsal to fill: start one in the console."))


def _report(people: list[Attendee], room: str) -> str:
    return translated(
        N_("%(code)s: %(here)s simulated attendees are here, %(votes)s votes acknowledged."),
        code=room,
        here=sum(person.client.connected for person in people),
        votes=sum(person.votes for person in people),
    )


class Attendee:
    """Somebody who reads, thinks, votes, and now and then changes their mind."""

    def __init__(self, address: str, room: str, chance: random.Random) -> None:
        self._address = address
        self._room = room
        self._chance = chance
        self._seen: tuple[int, int] | None = None
        self._token: str | None = None
        self._beside: set[int] = set()
        self._results: dict[int, dict[str, Any]] = {}
        """What the phone shows of each poll, as far as it does."""
        self.votes = 0
        self.refused = False
        self.client = socketio.Client(reconnection_delay_max=4)
        self.client.on("state", self._state)
        self.client.on("results", self._hear)
        self.client.on("disconnect", self._go)

    def come(self, after_s: float) -> None:
        """Joins after a while, and keeps trying while the server is away."""
        runtime.sleep(after_s)
        try:
            self.client.connect(
                self._address, auth=self._auth, transports=["websocket"], retry=True
            )
        except socketio.exceptions.ConnectionError:
            self.refused = True

    def _auth(self) -> dict[str, Any]:
        who = {"role": "attendee", "participant": self._token, "simulated": True}
        return {"code": self._room, **who}

    def _go(self, reason: str) -> None:
        """Sent away; whoever was only cut off comes back."""
        self.refused |= reason == self.client.reason.SERVER_DISCONNECT

    def _state(self, state: dict[str, Any]) -> None:
        self._token = state["participant"]
        session = state["session"]
        if not session["rehearsal"] or session["status"] == "ended":
            self.refused = True
            runtime.spawn(self.client.disconnect)
            return
        for beside in state["standing"]:
            if beside["status"] == "open" and beside["id"] not in self._beside:
                self._beside.add(beside["id"])
                runtime.spawn(self._answer_beside, beside)
        poll = state["poll"]
        if poll is None or poll["status"] != "open" or poll["standing"]:
            return
        asked = (poll["id"], poll["round"])
        if asked != self._seen:
            self._seen = asked
            runtime.spawn(self._vote, poll)

    def _hear(self, message: dict[str, Any]) -> None:
        self._results[message["poll"]] = message["results"] or {}

    def _answer_beside(self, poll: dict[str, Any]) -> None:
        runtime.sleep(self._chance.uniform(*SPEAK_UP_S))
        watched = self._call("watch", {"poll": poll["id"]})
        results = (watched.get("results") or {}).get("results", {})
        self._answer(poll, results)

    def _vote(self, poll: dict[str, Any]) -> None:
        if self._chance.random() < ABSTAIN:
            return
        for _ in range(1 + (self._chance.random() < CHANGE_OF_MIND)):
            runtime.sleep(self._chance.uniform(*THINK_S))
            if self._seen != (poll["id"], poll["round"]):
                return
            self._answer(poll, self._results.get(poll["id"]))

    def _answer(self, poll: dict[str, Any], results: dict[str, Any] | None = None) -> None:
        said = kind(poll["kind"]).simulate_slots(_as_record(poll), self._chance, results or {})
        for slot, answer in said.items():
            vote = {"poll": poll["id"], "round": poll["round"], "slot": slot, "answer": answer}
            reply = self._call("vote", {**vote, "seq": int(time.time() * 1000)})
            self.votes += bool(reply.get("ok"))

    def _call(self, event: str, message: dict[str, Any]) -> dict[str, Any]:
        """The acknowledgement; an empty one where none came."""
        try:
            reply: dict[str, Any] = self.client.call(event, message)
        except (socketio.exceptions.TimeoutError, socketio.exceptions.BadNamespaceError):
            return {}
        return reply


def _as_record(poll: dict[str, Any]) -> Poll:
    """The poll of a `state` message, as kinds know polls."""
    return Poll(
        id=poll["id"], session=0, kind=poll["kind"], title=poll["title"], content=poll["content"],
        settings=poll["settings"], notes="", position=poll["position"], status=poll["status"],
        round=poll["round"], results_shown=poll["results_shown"],
    )  # fmt: skip
