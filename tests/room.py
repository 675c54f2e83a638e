"""A room full of people, in the words of the room. Real clients on real sockets."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, ClassVar

import socketio

from tests.running import Server

PATIENCE_S = 20.0

OPTIONS = [{"id": "a", "text": "Oui"}, {"id": "b", "text": "Non"}, {"id": "c", "text": "Peut-être"}]


def eventually(holds: Callable[[], Any], what: str = "it") -> Any:
    """Waits until `holds()` is true and returns it."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if found := holds():
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what} did not come to hold")


class Client:
    """One live connection and the last of each message it got."""

    role = "attendee"
    made: ClassVar[list[Client]] = []

    def __init__(self, room: Room, **auth: Any) -> None:
        Client.made.append(self)
        self.room = room
        self.states: list[dict[str, Any]] = []
        self.results: list[dict[str, Any]] = []
        self.presence: list[dict[str, Any]] = []
        self.refusals: list[str] = []
        self.auth = {"code": room.code, "role": self.role, **auth}
        self.socket = socketio.Client(reconnection_delay=0.2, reconnection_delay_max=1)
        self.socket.on("state", self._state)
        self.socket.on("results", self.results.append)
        self.socket.on("presence", self.presence.append)
        self.socket.on("connect_error", self._refused)
        self.socket.connect(
            room.server.url, auth=lambda: self.auth, transports=["websocket"], wait_timeout=10
        )
        eventually(lambda: self.states, "the first state")
        room.people.append(self)

    def _state(self, state: dict[str, Any]) -> None:
        self.states.append(state)
        if state["participant"]:
            self.auth["participant"] = state["participant"]

    def _refused(self, error: Any) -> None:
        if isinstance(error, dict):
            self.refusals.append(error["message"])

    @property
    def state(self) -> dict[str, Any]:
        return self.states[-1]

    @property
    def newest_rev(self) -> int:
        """Votes make it grow as well, and are told without a state."""
        heard = (*self.states, *self.results, *self.presence)
        return max(message["rev"] for message in heard)

    def sees(self, **expected: Any) -> dict[str, Any]:
        """Waits for a state whose poll has these values."""

        def holds() -> bool:
            poll = self.state["poll"] or {}
            return all(poll.get(name) == value for name, value in expected.items())

        eventually(holds, f"{self.role} sees {expected}")
        return self.state

    def sends(self, event: str, *message: Any) -> dict[str, Any]:
        """The acknowledgement of any message at all."""
        ack: dict[str, Any] = self.socket.call(event, *message, timeout=PATIENCE_S)
        return ack

    def leaves(self) -> None:
        self.socket.disconnect()

    def comes_back(self) -> None:
        """On a new socket, as the same participant."""
        self.states.clear()
        self.socket.connect(
            self.room.server.url, auth=lambda: self.auth, transports=["websocket"], wait_timeout=10
        )
        eventually(lambda: self.states, "the first state")


def lost_clients_give_up() -> None:
    """Those whose server is gone would try again for ever, beside every later test."""
    lost = [client for client in Client.made if not client.socket.connected]
    for client in lost:
        client.socket.shutdown()
        Client.made.remove(client)


class Attendee(Client):
    """A phone."""

    def votes(self, answer: Any, **more: Any) -> dict[str, Any]:
        """Votes on what the phone shows; `more` overrides any field."""
        poll = self.state["poll"] or {"id": 0, "round": 0}
        message = {"poll": poll["id"], "round": poll["round"], "answer": answer, **more}
        return self.sends("vote", message)


class Screen(Client):
    """The wall."""

    role = "screen"

    def shows(self, results: dict[str, Any] | None, answered: int) -> None:
        """Waits until the wall has these results."""

        def holds() -> bool:
            newest = self.results[-1] if self.results else {}
            shown = self.state["results"]
            if newest.get("rev", -1) >= self.state["rev"]:
                shown = newest
            if shown is None:
                return results is None
            return bool(shown["results"] == results and shown["answered"] == answered)

        eventually(holds, f"the wall shows {results}")


class Facilitator(Screen):
    """The console."""

    role = "facilitator"

    def does(self, action: str, **more: Any) -> dict[str, Any]:
        """A control, saying what the console shows unless `more` says otherwise.

        Waits until the console has heard what came of it.
        """
        poll = self.state["poll"]
        seen = {"poll": poll["id"], "round": poll["round"]} if poll else {"poll": None}
        ack = self.sends("control", {"action": action, **seen, **more})
        if ack["ok"]:
            eventually(lambda: self.newest_rev >= ack["state"]["rev"], "what came of it")
        return ack


class Room:
    """One session of a server and the people in it."""

    def __init__(self, server: Server, *, title: str = "Une séance", **more: Any) -> None:
        self.server = server
        made = server.api("POST", "/sessions", {"title": title, **more})
        assert made.status_code == 201, made.text
        self.session: dict[str, Any] = made.json()
        self.id: int = self.session["id"]
        self.code: str = self.session["code"]
        self.people: list[Client] = []

    def asks(
        self,
        kind: str = "single_choice",
        content: dict[str, Any] | None = None,
        title: str = "Une question ?",
        **settings: Any,
    ) -> dict[str, Any]:
        """Adds a poll to the running order."""
        if content is None:
            content = {"options": OPTIONS} if kind.endswith("choice") else {}
        body = {"kind": kind, "title": title, "content": content, "settings": settings}
        made = self.server.api("POST", f"/sessions/{self.id}/polls", body)
        assert made.status_code == 201, made.text
        poll: dict[str, Any] = made.json()
        return poll

    def attendee(self, **auth: Any) -> Attendee:
        return Attendee(self, **auth)

    def screen(self) -> Screen:
        return Screen(self, key=self.session["screen_key"])

    def facilitator(self) -> Facilitator:
        return Facilitator(self, key=self.session["facilitator_key"])

    def results(self, poll: dict[str, Any], round: int | None = None) -> dict[str, Any]:
        """What the API says of a round."""
        query = "" if round is None else f"?round={round}"
        found: dict[str, Any] = self.server.api("GET", f"/polls/{poll['id']}/results{query}").json()
        return found

    def empty(self) -> None:
        """Everybody goes home."""
        for person in self.people:
            person.leaves()
