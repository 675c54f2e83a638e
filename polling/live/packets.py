"""Socket.IO packets: what clients may send at all, and what many are told at once."""

from __future__ import annotations

import json
from functools import cached_property

from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

from polling.live.websocket import text_frame
from polling.records import JSON

OUR_OWN = ("connect", "disconnect", "*")
"""Names of handlers that the library calls: an event of that name would call them as well, with
whatever the client says its request was."""


class NotAMessage(Exception):
    """No client of ours would send this."""


class ClientPacket(Packet):  # type: ignore[misc]
    """A packet of text, without attachments: those of a binary one pile up until all have come."""

    uses_binary_events = False

    def decode(self, encoded_packet: str) -> int:
        try:
            attachments: int = super().decode(encoded_packet)
        except (ValueError, RecursionError) as error:
            raise NotAMessage from error
        if attachments or self.packet_type not in (CONNECT, DISCONNECT, EVENT):
            raise NotAMessage
        if self.packet_type == EVENT and not _names_an_event(self.data):
            raise NotAMessage
        return attachments


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


def event(name: str, message: dict[str, JSON]) -> Message:
    """What a server says by itself; a newer one of that name says it better."""
    return event_of_json(name, compact(message))


def event_of_json(name: str, message: str) -> Message:
    return Message(f'2["{name}",{message}]', stale=name)


def acknowledgement(number: int, message: dict[str, JSON]) -> Message:
    """The answer to a client's event of that number."""
    return Message(f"3{number}[{compact(message)}]")


def compact(value: JSON) -> str:
    return json.dumps(value, separators=(",", ":"))


def _names_an_event(data: object) -> bool:
    return (
        isinstance(data, list)
        and bool(data)
        and isinstance(data[0], str)
        and data[0] not in OUR_OWN
    )
