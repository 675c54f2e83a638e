"""The Engine.IO server: python-engineio's, with lines that cost little."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

import engineio
import socketio
from engineio.packet import OPEN, Packet

from polling import runtime
from polling.live.connections import Client
from polling.live.line import Line
from polling.live.long_polling import PollingLine
from polling.live.packets import Message
from polling.live.websocket import WebSocket, asks_for_one, text_frame

BEAT_EVERY_S = 1.0
BEATS_IN_A_ROW = 200

FULL = {"status": "503 SERVICE UNAVAILABLE", "headers": [], "response": b"full"}


class Engine(engineio.Server):  # type: ignore[misc]
    """Takes the place of the Engine.IO server that python-socketio makes for itself.

    `most` lines at once: each is an open file. `sockets` holds Line or PollingLine by their id.
    """

    def __init__(self, server: socketio.Server, most: int, **options: Any) -> None:
        super().__init__(monitor_clients=False, async_handlers=False, **options)
        self._most = most
        self.handlers = server.eio.handlers
        server.eio = self
        self._server = server
        runtime.spawn(self._beat)

    def line(self, sid: str) -> Line | PollingLine | None:
        line: Line | PollingLine | None = self.sockets.get(sid)
        return line

    def tell(self, sid: str, message: Message) -> None:
        """Nothing where the client is gone."""
        line = self.sockets.get(sid)
        if line is not None:
            line.tell(message)

    def tell_all(self, sids: Iterable[str], message: Message) -> None:
        """The same to many: nothing else is done as often, so nothing is called in between."""
        sockets, frame, stale = self.sockets, message.frame, message.stale
        for sid in sids:
            line = sockets.get(sid)
            if line is None:
                continue
            if line.web is not None:
                line.web.send(frame, stale)
            else:
                line.tell(message)

    def cut_off(self, sid: str) -> None:
        """Without the protocol's goodbye, after which clients would not come back."""
        line = self.sockets.get(sid)
        if line is not None:
            line.close(wait=False, abort=True)

    def dismiss(self, client: Client) -> None:
        """With a goodbye: its page is not to come back by itself and go on."""
        self._server.disconnect(client.sid)
        self.cut_off(client.line)

    def hear(self, sid: str, text: str) -> None:
        """A client's Socket.IO packet."""
        self.handlers["message"](sid, text)

    def forget(self, sid: str, reason: str) -> None:
        """A line is closed."""
        self.sockets.pop(sid, None)
        self._trigger_event("disconnect", sid, reason, run_async=False)

    def upgrade(self, old: PollingLine, web: WebSocket) -> None:
        """The client goes on over `web`, where what still waits is sent first."""
        line = self.sockets[old.sid] = Line(self, old.sid)
        line.web = web
        web.owner = line
        for packet in old.retire():
            line.send(packet)

    def _handle_connect(
        self, environ: dict[str, Any], start_response: Any, transport: str, jsonp_index: Any = None
    ) -> Any:
        if len(self.sockets) >= self._most:
            return FULL
        if transport == "websocket":
            return self._connect_by_web(environ)
        sid = self.generate_id()
        line = self.sockets[sid] = PollingLine(self, sid)
        self._trigger_event("connect", sid, _essence(environ), run_async=False)
        line.send(self._hello(sid, transport))
        line.schedule_ping()
        line.connected = True
        return self._ok(line.poll(), jsonp_index=jsonp_index)

    def _connect_by_web(self, environ: dict[str, Any]) -> Any:
        if not asks_for_one(environ):
            return self._bad_request()
        sid = self.generate_id()
        line = self.sockets[sid] = Line(self, sid)
        self._trigger_event("connect", sid, _essence(environ), run_async=False)
        hello = text_frame(self._hello(sid, "websocket").encode())
        line.web = WebSocket(environ, self.max_http_buffer_size, line, hello)
        return []

    def _hello(self, sid: str, transport: str) -> Packet:
        return Packet(
            OPEN,
            {
                "sid": sid,
                "upgrades": self._upgrades(sid, transport),
                "pingTimeout": int(self.ping_timeout * 1000),
                "pingInterval": int(self.ping_interval * 1000),
                "maxPayload": self.max_http_buffer_size,
            },
        )

    def _beat(self) -> None:
        """One green thread asks all clients whether they are there."""
        while True:
            runtime.sleep(BEAT_EVERY_S)
            for number, line in enumerate(list(self.sockets.values())):
                if number % BEATS_IN_A_ROW == 0:
                    runtime.sleep()
                line.beat(time.monotonic())


def _essence(environ: dict[str, Any]) -> dict[str, Any]:
    """What a handler may ask of a request, without the request itself: it holds much memory."""
    return {name: value for name, value in environ.items() if isinstance(value, str)}
