"""All that is printed of a session, set in a thread: nobody waits for it but who asked."""

from __future__ import annotations

from collections.abc import Callable

from polling import runtime
from polling.pictures import Picture
from polling.records import Poll, Session
from polling.sheets.ballots import ballots
from polling.sheets.joining import Paper, WayIn, Wifi, cards, poster
from polling.sheets.typesetting import Sheet
from polling.themes import Theme


class Sheets:
    """The printing office. `picture` gives the picture of an id."""

    def __init__(
        self,
        join_url: Callable[[Session], str],
        theme_of: Callable[[Session], Theme | None],
        picture: Callable[[str], Picture],
    ) -> None:
        self._join_url = join_url
        self._theme_of = theme_of
        self._picture = picture

    def poster(self, session: Session, paper: Paper, wifi: Wifi | None = None) -> Sheet:
        made: Sheet = runtime.in_thread(poster, self._way_in(session, wifi), paper)
        return made

    def cards(self, session: Session, folded: bool, wifi: Wifi | None = None) -> Sheet:
        made: Sheet = runtime.in_thread(cards, self._way_in(session, wifi), folded)
        return made

    def ballots(self, session: Session, poll: Poll, round: int, size: int) -> Sheet:
        """Raises BadRequest, CountInvalid."""
        image = poll.content.get("image")
        picture = self._picture(image["image"]) if image else None
        made: Sheet = runtime.in_thread(ballots, session, poll, round, size, picture)
        return made

    def _way_in(self, session: Session, wifi: Wifi | None) -> WayIn:
        return WayIn(session, self._join_url(session), wifi, self._theme_of(session))
