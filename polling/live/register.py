"""python-socketio's client manager, which notes who is connected and nothing else."""

from __future__ import annotations

from socketio import Manager


class Register(Manager):  # type: ignore[misc]
    """Without a room for each client: whoever leaves would be looked for in all of them, and a hall
    that leaves together costs the square of its size. Who is told what, Connections know."""

    def basic_enter_room(
        self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None
    ) -> None:
        if room != sid:
            super().basic_enter_room(sid, namespace, room, eio_sid)
