"""The `state` message: everything a screen has to know at once, by role (docs/protocol.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from polling.clock import later, milliseconds_since
from polling.displays import Displays
from polling.kinds import kind
from polling.markdown import rendered
from polling.own import Belongings, answer_in
from polling.records import JSON, Poll, Role, Session
from polling.results import Results, may_see, may_see_right_answers
from polling.sessions import next_step
from polling.sessions.ending import is_for_afterwards, reopens_in
from polling.storage import Store
from polling.themes import Theme

TOLD = ("nicknames", "teams", "teams_by", "sites", "reactions", "shared_phones")
"""The settings of a session that its screens have to know."""

STEP_MS = 200


class Snapshots:
    """Makes states. The session is read first: what a message says is never older than its rev."""

    def __init__(
        self,
        store: Store,
        results: Results,
        belongings: Belongings,
        displays: Displays,
        theme_of: Callable[[Session], Theme | None],
        join_url: Callable[[Session], str],
        grace_minutes: int,
    ) -> None:
        self._store = store
        self._results = results
        self._belongings = belongings
        self._displays = displays
        self._theme_of = theme_of
        self._join_url = join_url
        self._grace_minutes = grace_minutes

    def state(self, session_id: int, role: Role, participant: str | None = None) -> dict[str, JSON]:
        """The whole state for one role; with a participant's pseudonym, the own answer too."""
        session = self._store.session(session_id)
        everything = self._store.polls(session_id)
        polls = [poll for poll in everything if not poll.standing]
        standing = standing_of(everything)
        poll = next((poll for poll in everything if poll.id == session.poll), None)
        join_url = self._join_url(session)
        state: dict[str, JSON] = {
            "rev": session.rev,
            "view": session.view,
            "session": {
                "code": session.code,
                "title": session.title,
                "language": session.language,
                "status": session.status,
                "rehearsal": session.rehearsal,
                "polls": len(polls),
                "join_url": join_url,
                "address": typed_address(join_url),
                "theme": _look(self._theme_of(session)),
                **{name: session.settings[name] for name in TOLD if session.settings.get(name)},
            },
            "participant": None,
            "poll": self._poll(poll, role, session.language) if poll else None,
            "answer": None,
            "results": self._shown(poll, role) if poll else None,
            "standing": [self._beside(each, role, session.language) for each in standing],
        }
        if session.ended and session.key:
            state["session"]["kept_until"] = self.kept_until(session)
        if poll and poll.closes_at:
            state["closes_in"] = closes_in(poll)
        if poll and (displayed := self._displays.of(poll, role)):
            state["display"] = displayed
        if session.view == "ranking":
            state["ranking"] = self._displays.ranking(session)
        if participant:
            state |= self._belongings.now(session, poll, standing).of(participant)
        if role != "attendee":
            # Also while results are hidden: the wall says how many have answered, and on paper.
            state["answered"] = self._answered(poll) if poll else 0
            if poll and (counted := poll.hand_counts.get(poll.round)):
                state["by_hand"] = counted.ballots
            state["next_step"] = next_step(session, polls)
        if role == "facilitator":
            state["running_order"] = self._running_order(session, polls)
            state["beside"] = self._running_order(
                session, [each for each in everything if each.standing]
            )
            gone = self._store.discarded_polls(session.id)
            state["discarded"] = [{"id": id, "title": title} for id, title in gone]
            state["notes"] = poll.notes if poll else ""
            state["displays"] = dict(kind(poll.kind).displays(poll)) if poll else {}
            if left := reopens_in(session):
                state["reopens_in"] = left
        return state

    def past(self, poll: Poll, round: int | None = None) -> dict[str, JSON]:
        """One question for facilitators, as it stood in its last round or in another one of its
        `rounds`."""
        session = self._store.session(poll.session)
        seen = replace(poll, round=round) if round and 0 < round <= poll.round else poll
        return {
            "poll": self._poll(seen, "facilitator", session.language),
            "results": self._shown(seen, "facilitator"),
            "rounds": poll.round,
        }

    def kept_until(self, session: Session) -> str:
        """When phones can read an ended session no more."""
        assert session.ended is not None
        return later(session.ended, self._grace_minutes)

    def own_answer(self, poll: Poll, participant: str) -> JSON:
        """What the participant said in the round: None where nothing."""
        return answer_in(poll, self._store.answers_of(poll.id, poll.round, participant))

    def _shown(self, poll: Poll, role: Role) -> dict[str, JSON] | None:
        if role == "facilitator":
            return self._results.for_facilitators(poll)
        return self._results.of(poll) if may_see(role, poll) else None

    def _answered(self, poll: Poll) -> int:
        """Of those whose answer still counts."""
        if kind(poll.kind).recent_minutes is None:
            return self._store.answered(poll.id, poll.round)
        recent: int = self._results.of(poll)["answered"]
        return recent

    def _beside(self, poll: Poll, role: Role, language: str) -> dict[str, JSON]:
        """A poll beside the running order; walls and hosts have its figures at hand."""
        told = self._poll(poll, role, language)
        if role == "attendee":
            return told
        figures = self._shown(poll, role) or {"answered": self._answered(poll), "results": None}
        return {**told, **figures}

    def _poll(self, poll: Poll, role: Role, language: str) -> dict[str, JSON]:
        shown = may_see_right_answers(role, poll)
        content = poll.content if shown else kind(poll.kind).before_judging(poll.content)
        return {
            "id": poll.id,
            "kind": poll.kind,
            "title": poll.title,
            "position": poll.position,
            "round": poll.round,
            "status": poll.status,
            "results_shown": poll.results_shown,
            "asks": kind(poll.kind).asks,
            "drawn": len(poll.draws),
            "content": content,
            "html": markdown_of(poll.kind, content, role, language),
            "settings": poll.settings,
            "closes_at": poll.closes_at,
            "pinned": poll.pinned,
            "display": poll.display,
            "standing": poll.standing,
            "takes_slots": kind(poll.kind).takes_slots,
            "kinds": [poll.kind, *kind(poll.kind).kinds_within(poll.content)],
        }

    def _running_order(self, session: Session, polls: list[Poll]) -> list[dict[str, JSON]]:
        votes = self._store.votes_by_poll(session.id)
        voted_on = self._store.voted_on(session.id)
        return [
            {
                "id": poll.id,
                "kind": poll.kind,
                "title": poll.title,
                "position": poll.position,
                "status": poll.status,
                "round": poll.round,
                "asks": kind(poll.kind).asks,
                "answered": votes[poll.id][0],
                "ballots": votes[poll.id][1] + _on_paper(poll),
                "by_hand": _on_paper(poll),
                "frozen": poll.status == "open" or bool(poll.draws) or poll.id in voted_on,
                "points": poll.settings.get("points", 0),
                "has_right_answers": kind(poll.kind).has_right_answers(poll),
                "splits": bool(kind(poll.kind).groups(poll)),
                "notes": poll.notes,
                "picture": _picture(poll),
                "afterwards": is_for_afterwards(poll),
            }
            for poll in polls
        ]


def _on_paper(poll: Poll) -> int:
    """Its paper ballots that were counted, in all rounds."""
    return sum(counted.ballots for counted in poll.hand_counts.values())


def _look(theme: Theme | None) -> dict[str, JSON] | None:
    """Where screens find what a theme is made of."""
    if theme is None:
        return None
    logo = theme.logo and {
        "address": theme.logo_address,
        "width": theme.logo.width,
        "height": theme.logo.height,
    }
    return {"name": theme.name, "sheet": theme.sheet_address, "logo": logo}


def _picture(poll: Poll) -> str | None:
    """The id of what is all that a slide shows: it tells a host more than its title."""
    image: str | None = poll.content["image"]["image"] if poll.content.get("fills_wall") else None
    return image


def standing_of(polls: Sequence[Poll]) -> list[Poll]:
    """Those that are, or were, open beside the running order."""
    return [poll for poll in polls if poll.standing and poll.status != "ready"]


def closes_in(poll: Poll) -> int:
    """How many milliseconds are left, for clients whose clock is another; in steps, so that
    many are told the same."""
    assert poll.closes_at is not None
    return max(0, -milliseconds_since(poll.closes_at)) // STEP_MS * STEP_MS


def typed_address(join_url: str) -> str:
    """What people type who do not scan: host and port, without the scheme and the code."""
    return join_url.split("://", 1)[-1].rsplit("/", 1)[0]


def markdown_of(
    kind_name: str, content: dict[str, JSON], role: Role, language: str
) -> dict[str, str]:
    """What of `content` is Markdown, as HTML."""
    # Under an h1 on wall and phones, under an h2 in the console; an explanation has one anywhere.
    top = 3 if role == "facilitator" else 2
    tops = {"details": top, "explanation": 3, **dict.fromkeys(kind(kind_name).markdown, top)}
    return {
        name: rendered(content[name], language, top)
        for name, top in tops.items()
        if content.get(name)
    }
