"""Who changed their mind between two rounds, without pointing at anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from polling.kinds import kind
from polling.records import JSON, Poll
from polling.segments import SMALLEST_GROUP


def moves(
    before: Mapping[str, Mapping[str, JSON]], after: Mapping[str, Mapping[str, JSON]], poll: Poll
) -> dict[str, JSON] | None:
    """`{both, flows: [{from, to, count}], others}`: of the `both` who answered twice, how many
    went from which answer to which. Flows of fewer than five stand together as `others`, and
    with them the smallest of the rest where they would still be fewer than five.

    None for kinds whose answers are no groups, and where nothing can be told.
    """
    how = kind(poll.kind)
    flows: Counter[tuple[str, str]] = Counter()
    for who in before.keys() & after.keys():
        left, reached = how.group(before[who].get(""), poll), how.group(after[who].get(""), poll)
        if left is not None and reached is not None:
            flows[left, reached] += 1
    ordered = sorted(flows.items(), key=lambda flow: (flow[1], flow[0]))
    others = 0
    while ordered and (ordered[0][1] < SMALLEST_GROUP or 0 < others < SMALLEST_GROUP):
        others += ordered.pop(0)[1]
    if not ordered:
        return None
    places = {label: place for place, label in enumerate(how.groups(poll))}
    ordered.sort(key=lambda flow: [places.get(label, len(places)) for label in flow[0]])
    return {
        "both": sum(flows.values()),
        "flows": [{"from": left, "to": reached, "count": n} for (left, reached), n in ordered],
        "others": others,
    }
