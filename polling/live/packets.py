"""What clients may send at all, before anybody looks at what it means."""

from __future__ import annotations

from socketio import Server
from socketio.packet import CONNECT, DISCONNECT, EVENT, Packet

OUR_OWN = ("connect", "disconnect", "*")
"""Names of handlers that the library calls: an event of that name would call them as well, with
whatever the client says its request was."""


class NotAMessage(Exception):
    """No client of ours would send this."""


class ClientPacket(Packet):  # type: ignore[misc]
    """A packet of text, without attachments: those of a binary one pile up until all have come."""

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


def cut_off_at_nonsense(server: Server) -> None:
    """Closes the transport of a client that sends what is no packet."""
    hear = server.eio.handlers["message"]

    def hear_or_cut_off(transport: str, data: object) -> None:
        try:
            if not isinstance(data, str) or not data:
                raise NotAMessage
            hear(transport, data)
        except NotAMessage:
            cut_off(server, transport)

    server.eio.on("message", hear_or_cut_off)


def cut_off(server: Server, transport: str) -> None:
    """Without the protocol's goodbye, after which clients would not come back."""
    connection = server.eio.sockets.get(transport)
    if connection is not None:
        connection.close(wait=False, abort=True)


def _names_an_event(data: object) -> bool:
    return (
        isinstance(data, list)
        and bool(data)
        and isinstance(data[0], str)
        and data[0] not in OUR_OWN
    )
