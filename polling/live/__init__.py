"""What moves: connections, outgoing messages, throttled broadcasting, incoming events."""

from polling.live.connections import Connections
from polling.live.incoming import Incoming
from polling.live.live import Live
from polling.live.outgoing import Outgoing
from polling.live.packets import ClientPacket

__all__ = ["ClientPacket", "Connections", "Incoming", "Live", "Outgoing"]
