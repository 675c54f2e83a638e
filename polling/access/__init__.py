"""Who is who: participants by a token nobody else can make, facilitators by link or key."""

from polling.access.facilitators import Facilitators
from polling.access.pairings import Pairings
from polling.access.participants import Participants

__all__ = ["Facilitators", "Pairings", "Participants"]
