"""A client's Engine.IO connection by long-polling, where a proxy blocks WebSockets.

It is python-engineio's own, until the client finds that a WebSocket gets through after all.
"""

from __future__ import annotations

from typing import Any

from engineio.packet import MESSAGE, NOOP, PING, PONG, UPGRADE, Packet
from engineio.socket import Socket

from polling.live.packets import Message
from polling.live.websocket import WebSocket, asks_for_one, text_frame


class PollingLine(Socket):  # type: ignore[misc]
    """What a Line is, for the few."""

    web = None

    def tell(self, message: Message) -> None:
        if not self.closed:
            self.queue.put(Packet(MESSAGE, message.text))

    def hold(self) -> None:
        """It waits for its own requests anyhow."""

    def go_on(self) -> None:
        """See `hold`."""

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        super().close(wait=False, abort=abort, reason=reason)
        self.server.sockets.pop(self.sid, None)

    def beat(self, now: float) -> None:
        if not self.closing:
            self.check_ping_timeout()

    def retire(self) -> list[Packet]:
        """A Line has taken over: what still waits to be sent."""
        self.closing = self.closed = self.upgraded = True
        waiting = [self.queue.get() for _ in range(self.queue.qsize())]
        self.queue.put(None)
        return waiting

    def _upgrade_websocket(self, environ: dict[str, Any], start_response: Any) -> Any:
        if self.upgrading or not asks_for_one(environ):
            return self.server._bad_request()
        probe = _Probe(self)
        probe.web = WebSocket(environ, self.server.max_http_buffer_size, probe)
        return ()  # a list would be answered as packets


class _Probe:
    """A WebSocket that may become the line: the client says so once it has seen an answer."""

    def __init__(self, line: PollingLine) -> None:
        self.web: WebSocket | None = None
        self._line = line

    def heard(self, text: str) -> None:
        assert self.web is not None
        if self._line.closed:
            self.web.close()
        elif text == f"{PING}probe":
            self._line.upgrading = True
            self.web.send(text_frame(f"{PONG}probe"))
            self._line.queue.put(Packet(NOOP))  # ends the request that waits
        elif text == str(UPGRADE) and self._line.upgrading:
            self._line.server.upgrade(self._line, self.web)
        else:
            self.web.close()

    def lost(self) -> None:
        self._line.upgrading = False
