"""What is printed: the way in, for walls and tables, and paper ballots."""

from polling.sheets.ballots import LARGE_PT, LARGER_PT
from polling.sheets.joining import Wifi, checked_wifi
from polling.sheets.sheets import Sheets
from polling.sheets.typesetting import Sheet

__all__ = ["LARGER_PT", "LARGE_PT", "Sheet", "Sheets", "Wifi", "checked_wifi"]
