"""What is printed: the way in, for walls and tables, and paper ballots."""

from polling.sheets.ballots import LARGE_PT, LARGER_PT, ballots
from polling.sheets.joining import Wifi, cards, checked_wifi, poster
from polling.sheets.typesetting import Sheet

__all__ = ["LARGER_PT", "LARGE_PT", "Sheet", "Wifi", "ballots", "cards", "checked_wifi", "poster"]
