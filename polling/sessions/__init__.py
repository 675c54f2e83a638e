"""Sessions: their making, their running order, and every transition of their life."""

from polling.sessions.catalogue import Sessions
from polling.sessions.codes import typed_code
from polling.sessions.conductor import Conductor
from polling.sessions.hand_counts import HandCounts
from polling.sessions.images import Images
from polling.sessions.next_step import next_step
from polling.sessions.running_order import RunningOrder
from polling.sessions.themes import Themes

__all__ = [
    "Conductor",
    "HandCounts",
    "Images",
    "RunningOrder",
    "Sessions",
    "Themes",
    "next_step",
    "typed_code",
]
