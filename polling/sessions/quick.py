"""Questions that nobody prepared: one tap makes them, in the language of the session."""

from __future__ import annotations

from polling.errors import BadRequest
from polling.kinds import kind
from polling.languages import N_, said_in
from polling.records import JSON, Poll
from polling.storage import Store

_LETTERS = ("A", "B", "C", "D")
_MOODS = {
    "a": N_("😀 Very well"),
    "b": N_("🙂 Well"),
    "c": N_("😐 So-so"),
    "d": N_("🙁 Not well"),
    "e": N_("😣 Badly"),
}

QUICK: dict[str, tuple[str, str]] = {
    "yes_no": ("yes_no", N_("Yes or no?")),
    "abcd": ("single_choice", N_("A, B, C or D?")),
    "rating": ("rating", N_("From 1 to 5?")),
    "mood": ("single_choice", N_("How are you?")),
    "open": ("open_text", N_("What do you think?")),
}
"""What there is: the kind, and what is asked."""

QUICK_KINDS = sorted({kind_name for kind_name, _ in QUICK.values()})


def add_quick(store: Store, session: int, language: str, what: str, after: int | None) -> Poll:
    """Puts the question into the running order, behind the poll `after` or at the end.

    Raises BadRequest where there is none of that name.
    """
    if what not in QUICK:
        raise BadRequest
    kind_name, title = QUICK[what]
    content, settings = kind(kind_name).check(_content(what, language), {})
    polls = store.polls(session)
    poll = store.add_poll(
        session=session,
        kind=kind_name,
        title=said_in(language, title),
        content=content,
        settings=settings,
        notes="",
        position=len(polls) + 1,
    )
    order = [other.id for other in polls]
    order.insert(order.index(after) + 1 if after in order else _end(polls), poll.id)
    store.place_polls(order)
    return store.poll(poll.id)


def _end(polls: list[Poll]) -> int:
    """Before those that stand beside the running order."""
    return sum(1 for poll in polls if not poll.standing)


def _content(what: str, language: str) -> dict[str, JSON]:
    if what == "abcd":
        return {"options": [{"id": each.lower(), "text": each} for each in _LETTERS]}
    if what == "mood":
        moods = [{"id": key, "text": said_in(language, text)} for key, text in _MOODS.items()]
        return {"options": moods}
    return {}
