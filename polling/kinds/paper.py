"""A question on paper: what can be ticked, and what a count of the ballots adds to a tally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from polling.errors import CountInvalid
from polling.languages import N_
from polling.records import JSON

MOST_BALLOTS = 100_000

Ticks = Mapping[str, Mapping[str, int]]
"""How often each box was ticked, by line and box; those never ticked may be left out."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of boxes, with their words (gettext ids, or what the host wrote) by id. `text` is
    "" where the question itself is all that is asked."""

    id: str
    text: str
    boxes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """What a ballot has to be ticked: `least` to `most` boxes on each line.

    `once`: every box, over all lines together, exactly once (the places of a ranking). `graded`:
    the boxes are the numbers of a scale, and `ends` are the words for some of them. `lettered`:
    boxes have the letter and the shape that screens give options.
    """

    lines: Sequence[Line]
    least: int = 1
    most: int = 1
    once: bool = False
    graded: bool = False
    lettered: bool = False
    ends: Mapping[str, str] = field(default_factory=dict)


def checked_ticks(paper: Paper, ticks: JSON, ballots: int, blank: int) -> dict[str, dict[str, int]]:
    """`ticks` as they are stored: those of boxes that were ticked.

    Raises CountInvalid where they cannot come from so many ballots; `details["field"]` is
    `ballots`, `blank`, `ticks`, or `ticks.` and the line, or that, a point and the box.
    """
    if not 1 <= ballots <= MOST_BALLOTS:
        raise CountInvalid(
            N_("There are 1 to %(most)s ballots to count."), most=MOST_BALLOTS, field="ballots"
        )
    if not 0 <= blank <= ballots:
        raise CountInvalid(
            N_("Of %(ballots)s ballots, 0 to %(ballots)s can be blank or spoiled."),
            ballots=ballots,
            field="blank",
        )
    boxes = {line.id: line.boxes for line in paper.lines}
    _check_shape(boxes, ticks)
    given = {line: {box: ticks.get(line, {}).get(box, 0) for box in boxes[line]} for line in boxes}
    valid = ballots - blank
    for line, counts in given.items():
        for box, count in counts.items():
            if not 0 <= count <= valid:
                raise CountInvalid(
                    N_("From 0 to %(valid)s are possible here: so many ballots are valid."),
                    valid=valid,
                    field=f"ticks.{line}.{box}",
                )
        _check_sum(sum(counts.values()), valid, paper.least, paper.most, f"ticks.{line}")
    if paper.once:
        for box in paper.lines[0].boxes:
            ticked = sum(counts[box] for counts in given.values())
            _check_sum(ticked, valid, 1, 1, "ticks", box)
    return {
        line: {box: count for box, count in counts.items() if count}
        for line, counts in given.items()
    }


def _check_shape(boxes: Mapping[str, Mapping[str, str]], ticks: JSON) -> None:
    """Raises CountInvalid for what is not counts by line and box of this ballot."""
    for line, counts in _items(ticks):
        for box, count in _items(counts):
            if box not in boxes.get(line, {}):
                raise CountInvalid(N_("There is no such box on this ballot."), field="ticks")
            if type(count) is not int:
                raise CountInvalid(
                    N_("A whole number is expected here."), field=f"ticks.{line}.{box}"
                )


def _items(value: JSON) -> Sequence[tuple[str, JSON]]:
    if not isinstance(value, Mapping):
        raise CountInvalid(N_("Counts are expected by line and by box."), field="ticks")
    return list(value.items())


def _check_sum(
    ticked: int, valid: int, least: int, most: int, field: str, place: str | None = None
) -> None:
    if least * valid <= ticked <= most * valid:
        return
    details = {"ticked": ticked, "valid": valid, "field": field}
    if place is not None:
        raise CountInvalid(
            N_("Place %(place)s was given %(ticked)s times on %(valid)s valid ballots."),
            place=place,
            **details,
        )
    if least == most == 1:
        raise CountInvalid(
            N_("These add up to %(ticked)s, but %(valid)s ballots are valid."), **details
        )
    raise CountInvalid(
        N_("These add up to %(ticked)s: from %(valid)s valid ballots, %(low)s to %(high)s."),
        low=least * valid,
        high=most * valid,
        **details,
    )
