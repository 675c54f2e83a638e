"""What is on the wall, in words and figures: for who cannot see it, or sits too far away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from polling.displays import Display, Displays
from polling.exports.report import displayed, summary_of
from polling.kinds import Summary, kind
from polling.kinds.images import images_in
from polling.kinds.summary import Part
from polling.records import JSON, Poll, Session, Tally
from polling.results import Results, may_see, may_see_right_answers
from polling.snapshots import markdown_of, typed_address
from polling.storage import Store

Withheld = Literal["hidden", "phones", ""]
"""Why there are no results: the wall hides them, or the host keeps them from phones."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as the room may see it. `asked` is what can be answered, while there are no
    results; `beside` what stands next to the results, such as another round."""

    poll: Poll
    html: Mapping[str, str]
    answered: int
    abstained: int
    withheld: Withheld
    on_paper: int = 0
    pinned: str | None = None
    results: Summary = field(default_factory=list)
    beside: Summary = field(default_factory=list)
    asked: Summary = field(default_factory=list)

    @property
    def asks(self) -> bool:
        return kind(self.poll.kind).asks

    @property
    def images(self) -> dict[str, str]:
        """Those its content names, with their addresses."""
        return {image: f"/images/{image}" for _field, image in images_in(self.poll.content)}


@dataclass(frozen=True, slots=True)
class Projection:
    """One moment of the wall. `joined` is what answers are counted out of; `questions` how many
    there are in the running order."""

    session: Session
    address: str
    joined: int
    questions: int
    shown: Shown | None
    ranking: Display | None


class Projections:
    """Reads what the wall shows: nothing that it does not."""

    def __init__(
        self,
        store: Store,
        results: Results,
        displays: Displays,
        join_url: Callable[[Session], str],
        connected: Callable[[int], set[str]],
    ) -> None:
        """`connected` are the participants of a session who are here now."""
        self._store = store
        self._results = results
        self._displays = displays
        self._join_url = join_url
        self._connected = connected

    def now(self, session_id: int) -> Projection:
        """Raises SessionNotFound."""
        session = self._store.session(session_id)
        polls = self._store.polls(session_id)
        poll = next((each for each in polls if each.id == session.poll), None)
        joined = len(self._connected(session_id) | self._store.participants(session_id))
        shown = self._shown(session, poll) if poll and session.view == "poll" else None
        return Projection(
            session=session,
            address=typed_address(self._join_url(session)),
            # Presence is told once a second: until then, whoever has answered is here.
            joined=max(joined, shown.answered if shown else 0),
            questions=sum(not each.standing for each in polls),
            shown=shown,
            ranking=self._displays.ranking(session) if session.view == "ranking" else None,
        )

    def _shown(self, session: Session, poll: Poll) -> Shown:
        how = kind(poll.kind)
        visible = poll
        if not may_see_right_answers("screen", poll):
            visible = replace(poll, content=how.before_judging(poll.content))
        told = self._results.of(poll)
        withheld = _withheld(poll)
        shown = Shown(
            poll=visible,
            html=markdown_of(poll.kind, visible.content, "screen", session.language),
            answered=told["answered"],
            abstained=0 if withheld else told.get("abstained", 0),
            withheld=withheld,
            on_paper=told.get("by_hand", {}).get("ballots", 0),
        )
        if withheld:
            nothing = how.results(Tally(), visible)
            return replace(shown, asked=how.summary(nothing, 0, visible))
        if not may_see("screen", poll):
            return shown
        beside = self._displays.of(poll, "screen")
        return replace(
            shown,
            pinned=_pinned(told["results"], poll),
            results=_alone(summary_of(told, visible), visible),
            beside=displayed(visible, beside),
        )


def _withheld(poll: Poll) -> Withheld:
    if not kind(poll.kind).asks:
        return ""
    if not may_see("screen", poll):
        return "hidden"
    return "phones" if poll.settings.get("phones") == "never" else ""


def _pinned(results: Mapping[str, JSON], poll: Poll) -> str | None:
    """The text of the entry that fills the wall."""
    entries = (entry for part in results.values() if isinstance(part, list) for entry in part)
    found = (entry for entry in entries if isinstance(entry, dict) and entry.get("id"))
    return next((entry["text"] for entry in found if entry["id"] == poll.pinned), None)


def _alone(summary: Summary, poll: Poll) -> Summary:
    """The one part that the wall draws, where a host chose one."""
    chosen = kind(poll.kind).displays(poll).get(poll.display)
    if chosen is None:
        return summary
    return [part for part in summary if isinstance(part, Part) and part.title == chosen]
