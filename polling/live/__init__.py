"""What moves: connections, outgoing messages, throttled broadcasting, incoming events."""

from polling.live.admission import Admission
from polling.live.connections import Connections
from polling.live.engine import Engine
from polling.live.incoming import Incoming
from polling.live.live import Live
from polling.live.outgoing import Outgoing
from polling.live.packets import ClientPacket
from polling.live.reactions import Reactions
from polling.live.register import Register
from polling.live.twins import InWords, Twins

__all__ = [
    "Admission",
    "ClientPacket",
    "Connections",
    "Engine",
    "InWords",
    "Incoming",
    "Live",
    "Outgoing",
    "Reactions",
    "Register",
    "Twins",
]
