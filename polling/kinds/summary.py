"""What a question came to, in words and figures: for pages that show results without a drawing.

Texts are gettext ids or what the host wrote, as in a codebook; a `Said` has values of its own.
Numbers stay numbers: whoever writes them knows the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from polling.languages import N_
from polling.records import JSON


class Share(float):
    """A part of a whole, from 0 to 1."""


class Written(str):
    """What an attendee wrote: it is no text of ours, even where it reads like one."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A text with values."""

    message: str
    values: Mapping[str, Cell]


Words = str | Said
Cell = str | Written | Said | int | float | Share | None
"""None is for what cannot be said, such as a mean of nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """What it is about, and its figures. `part`, from 0 to 1, is drawn as a bar."""

    label: Cell
    cells: Sequence[Cell]
    part: float | None = None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`head` names the column of the labels, then those of the figures."""

    caption: Words
    head: Sequence[Cell]
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Facts:
    """A few figures that stand alone, each with its name."""

    facts: Sequence[tuple[Words, Cell]]


@dataclass(frozen=True, slots=True)
class Texts:
    """What people wrote, newest first; `more` of it is left out."""

    caption: Words
    texts: Sequence[str]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Pointed:
    """Where people pointed on a picture: `bins` are `(column, row, how many)` of 32 × 32, from the
    upper left."""

    image: str
    alt: str
    bins: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Part:
    """A question within a question."""

    title: Words
    answered: int | None
    figures: Sequence[Figure] = field(default_factory=tuple)


Figure = Table | Facts | Texts | Pointed | Part
Summary = list[Figure]

ANSWER, PEOPLE, SHARE = N_("Answer"), N_("People"), N_("Share")
MEAN, MEDIAN = N_("Mean"), N_("Median")
NUMBERED = N_("%(n)s · %(label)s")
FROM_TO = N_("%(from)s to %(to)s")


def how_many(
    caption: Words,
    counts: Iterable[tuple[Cell, int]],
    base: int,
    head: Sequence[Cell] = (ANSWER, PEOPLE, SHARE),
) -> Table:
    """How many there were of each, and which part of `base` that is."""
    return Table(
        caption,
        head,
        [
            Row(label, [count, share(count, base)], count / base if base else 0)
            for label, count in counts
        ],
    )


def share(count: int, base: int) -> Share | None:
    return Share(count / base) if base else None


def entries_of(caption: Words, entries: Sequence[Mapping[str, JSON]], more: int = 0) -> Texts:
    """Entries as results have them."""
    return Texts(caption, [entry["text"] for entry in entries], more)


def numbered(n: float, label: str | None) -> Cell:
    """A number with what it stands for, where that was said."""
    return Said(NUMBERED, {"n": n, "label": label}) if label else n
