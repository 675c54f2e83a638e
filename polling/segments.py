"""Results split by who answered, in groups that are never smaller than five.

Whole-room counts are always shown, so whatever is left when the groups shown are taken away from
them has to be five or more as well. The groups are therefore a partition of all who answered:
those under five are merged into one, together with the smallest of the others where they are
still too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polling.kinds import kind
from polling.records import ABSTAINED, JSON, Poll, Session, Tally
from polling.storage import Store

SMALLEST_GROUP = 5

Answers = Mapping[str, JSON]
"""A participant's answers by slot."""


@dataclass(frozen=True, slots=True)
class Group:
    """Who belongs together; `labels` holds several where groups were merged, none for those of
    whom nothing is known."""

    labels: tuple[str, ...]
    members: frozenset[str]


def groups(labels: Mapping[str, str | None], order: Sequence[str] = ()) -> list[Group]:
    """`labels` gives each participant's; None where nothing is known of them. By `order`, then by
    name; the merged group comes last. [] where no split would keep everybody among five."""
    members: dict[str | None, set[str]] = {}
    for participant, label in labels.items():
        members.setdefault(label, set()).add(participant)
    by_size = sorted(members.items(), key=lambda item: (len(item[1]), _name(item[0])))
    merged: list[tuple[str | None, set[str]]] = []
    while by_size and (
        len(by_size[0][1]) < SMALLEST_GROUP
        or (merged and sum(len(who) for _, who in merged) < SMALLEST_GROUP)
    ):
        merged.append(by_size.pop(0))
    if not by_size:
        return []
    places = {label: place for place, label in enumerate(order)}
    shown = [
        Group((label,) if label is not None else (), frozenset(who))
        for label, who in sorted(
            by_size,
            key=lambda item: (
                item[0] is None,
                places.get(item[0] or "", len(places)),
                _name(item[0]),
            ),
        )
    ]
    if merged:
        names = sorted(label for label, _ in merged if label is not None)
        shown.append(Group(tuple(names), frozenset().union(*(who for _, who in merged))))
    return shown if len(shown) > 1 else []


def _name(label: str | None) -> str:
    return label or ""


class Segments:
    """Splits the results of a round."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, session: Session, poll: Poll, by: str) -> list[dict[str, JSON]]:
        """`[{labels, answered, results}]`, [] where the groups would be too small.

        `by` is "team", "site" or the id of another poll.
        """
        answers = self._store.answers(poll.id, poll.round)
        labels, order = self._labels(session, by)
        split = groups({who: labels.get(who) for who in answers}, order)
        return [
            {
                "labels": list(group.labels),
                "answered": len(group.members),
                "results": kind(poll.kind).results(_tally(answers, group.members), poll),
            }
            for group in split
        ]

    def _labels(self, session: Session, by: str) -> tuple[dict[str, str | None], list[str]]:
        if by in ("team", "site"):
            profiles = self._store.profiles(session.id)
            named = {who: getattr(profile, by) for who, profile in profiles.items()}
            return named, list(session.settings.get(f"{by}s", ()))
        other = self._store.poll(int(by))
        how = kind(other.kind)
        said = self._store.answers(other.id, other.round)
        return {
            who: how.group(answers.get(""), other) for who, answers in said.items()
        }, how.groups(other)


def _tally(answers: Mapping[str, Answers], members: frozenset[str]) -> Tally:
    """What the database would have counted of them alone."""
    counts: Counter[tuple[str, str]] = Counter()
    known: dict[tuple[str, str], JSON] = {}
    for who in members:
        for slot, answer in answers[who].items():
            if answer != ABSTAINED:
                key = slot, repr(answer)
                known[key] = answer
                counts[key] += 1
    listed = [(slot, known[slot, text], number) for (slot, text), number in counts.items()]
    return Tally(counts=listed, answered=len(members))
