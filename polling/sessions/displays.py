"""What a wall may draw of a poll besides its results."""

from __future__ import annotations

from polling.errors import BadRequest, PollNotFound
from polling.kinds import kind
from polling.records import Poll
from polling.storage import Store

COMPARE = "compare"
"""The round before beside this one, and who moved."""
CERTAINTY = "certainty"
"""How sure people were, crossed with who was right."""
SEGMENTS = "segments:"
"""Results split by "team", by "site", or by the answers to the poll of that id."""


def checked_display(store: Store, poll: Poll, what: str) -> str:
    """`what` where the wall can draw it of `poll`. Raises BadRequest, PollNotFound."""
    if what == "":
        return what
    if what == COMPARE and poll.round > 1:
        return what
    if what == CERTAINTY and poll.settings.get("certainty"):
        return what
    if what.startswith(SEGMENTS) and splits_by(store, poll, what.removeprefix(SEGMENTS)):
        return what
    if what in kind(poll.kind).displays(poll):
        return what
    raise BadRequest


def splits_by(store: Store, poll: Poll, by: str) -> bool:
    """Whether the results of `poll` can be split by that. Raises PollNotFound."""
    if by in ("team", "site"):
        return True
    if not by.isdecimal() or len(by) > 15:
        return False
    other = store.poll(int(by))
    if other.session != poll.session:
        raise PollNotFound
    return other.id != poll.id
