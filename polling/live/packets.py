"""Socket.IO packets: what clients may send at all, and what many are told at once."""

from __future__ import annotations

import json
import re
from functools import cached_property
from typing import NamedTuple

from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

from polling.live.websocket import text_frame
from polling.records import JSON

OUR_OWN = ("connect", "disconnect", "*")
"""Names of handlers that the library calls: an event of that name would call them as well, with
whatever the client says its request was."""


_EVENT = re.compile(rf"{EVENT}(\d{{0,15}})(?=\[)", re.ASCII)
"""In the one namespace there is."""


class NotAMessage(Exception):
    """No client of ours would send this."""


class ClientPacket(Packet):  # type: ignore[misc]
    """What the library reads: a client connects or disconnects. Its events are `said`, and those
    with attachments are no events: they pile up until all have come."""

    json = json
    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        try:
            attachments: int = super().decode(encoded_packet)
        except (ValueError, RecursionError) as error:
            raise NotAMessage from error
        if attachments or self.packet_type not in (CONNECT, DISCONNECT):
            raise NotAMessage
        return attachments


class Event(NamedTuple):
    """What a client says: a name, what came with it, and the number of the answer it waits for."""

    name: str
    sent: list[JSON]
    number: int | None


def said(packet: str) -> Event | None:
    """The event that `packet` is; None where it is another packet. Raises NotAMessage."""
    form = _EVENT.match(packet)
    if form is None:
        return None
    try:
        name, *sent = json.loads(packet[form.end() :])
    except (ValueError, TypeError, RecursionError) as error:
        raise NotAMessage from error
    if not isinstance(name, str) or name in OUR_OWN:
        raise NotAMessage
    return Event(name, sent, int(form[1]) if form[1] else None)


class Message:
    """A Socket.IO packet as text, and as the bytes of a frame: encoded once, whoever gets it.

    `stale` names what it makes worthless, if that still waits for a slow client.
    """

    def __init__(self, text: str, stale: str = "") -> None:
        self.text = text
        self.stale = stale

    @cached_property
    def frame(self) -> bytes:
        """As Engine.IO sends it over a WebSocket."""
        return text_frame("4" + self.text)


def event_of(name: str, message: dict[str, JSON], stale: str | None = None) -> Message:
    """What a server says by itself; a newer one of that name says it better, unless `stale` says
    otherwise."""
    return event_of_json(name, compact(message), name if stale is None else stale)


def event_of_json(name: str, message: str, stale: str) -> Message:
    return Message(f'2["{name}",{message}]', stale)


def acknowledgement(number: int, message: dict[str, JSON]) -> Message:
    """The answer to a client's event of that number."""
    return Message(f"3{number}[{compact(message)}]")


compact = json.JSONEncoder(separators=(",", ":")).encode
"""JSON without spaces. One encoder for all: `json.dumps` would make one each time."""
