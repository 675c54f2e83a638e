"""The contract of a kind: how a poll asks, checks, tallies, shows and exports."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, NamedTuple

from polling.errors import AnswerInvalid, NothingToDraw
from polling.kinds.paper import Paper
from polling.kinds.schema import EXPLANATION, checked, with_common_content, with_common_settings
from polling.kinds.summary import Cell, Summary, Words, numbered
from polling.languages import N_
from polling.records import JSON, Entry, Poll, Tally

Fields = Mapping[str, Sequence[str]]
"""What a form sent: each name with the list of its values."""


FAMILIES = {
    "choose": N_("Choose"),
    "write": N_("Write"),
    "rate": N_("Rate"),
    "arrange": N_("Put in order"),
    "place": N_("Numbers and places"),
    "talk": N_("Talk with the room"),
    "stage": N_("Between questions"),
}
"""What kinds are for, in the order in which hosts are offered them."""


class InSlot(NamedTuple):
    """An answer of a kind that takes several, and which of them it is."""

    slot: str
    answer: JSON


@dataclass(frozen=True, slots=True)
class Example:
    """A valid poll with answers on both sides of the line. The contract tests live on it.

    Answers stand in the slot "", unless they are an InSlot.
    """

    title: str
    content: dict[str, JSON]
    settings: dict[str, JSON]
    valid: Sequence[JSON]
    invalid: Sequence[JSON]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an export: `values` gives the codebook's words for coded values.

    `description` and the words may be gettext ids or what the host wrote.
    """

    name: str
    description: str
    values: Mapping[str, str] = field(default_factory=dict)


class Kind(ABC):
    """One way of asking. A subclass is stateless; what it needs comes with each call.

    `content_schema`, `settings_schema` and `answer_schema` are JSON Schemas (2020-12); a
    setting's `default` is filled in by `check`.
    """

    name: ClassVar[str]
    family: ClassVar[str]
    """One of FAMILIES: where a host looks for it."""
    label: ClassVar[str]
    """What a host reads in the list of kinds (a gettext id)."""
    hint: ClassVar[str]
    """One line that helps to choose this kind (a gettext id)."""
    first: ClassVar[bool] = False
    """True for the few that first sessions are made of: hosts are offered them first."""
    content_schema: ClassVar[dict[str, Any]]
    settings_schema: ClassVar[dict[str, Any]]
    answer_schema: ClassVar[dict[str, Any]]
    example: ClassVar[Example]

    asks: ClassVar[bool] = True
    """False where nobody answers: such a poll is shown, and its vote never opens. See Shown."""
    shows_entries: ClassVar[bool] = False
    """True where single ballots are shown under a random id (open text)."""
    counts_entries: ClassVar[bool] = False
    """True where a kind that shows entries needs the counts of all answers as well, also of those
    that wait for approval or were taken off the wall: what is written there is hidden, not the
    vote that came with it."""
    takes_slots: ClassVar[bool] = False
    """True where a person gives several answers, each in a slot of its own (Q&A)."""
    entry_slots: ClassVar[str] = ""
    """What the slots begin with whose ballots are shown singly, where a kind takes slots."""
    most_slots: ClassVar[int] = 200
    """How many slots one person may fill in a round."""
    most_entries: ClassVar[int] = 20
    """How many of those may be shown singly: nobody is to fill the wall alone."""
    entries_read: ClassVar[int] = 200
    """How many entries `results` gets, the newest."""
    stands: ClassVar[Literal["never", "may", "always"]] = "never"
    """Whether a poll of it may be open beside the running order, for the whole session."""
    may_be_an_item: ClassVar[bool] = False
    """True where a question of it may be part of a survey: it takes one answer, and asks a host to
    approve none."""
    recent_minutes: ClassVar[int | None] = None
    """Where only answers given lately count: how many minutes back."""
    may_be_right: ClassVar[bool] = False
    """True where an answer can be right: a host may then explain it and give points for it."""
    gives_away: ClassVar[tuple[str, ...]] = ("right",)
    """The properties of its content that say what is right, at any depth: `public` drops them."""
    markdown: ClassVar[tuple[str, ...]] = ()
    """What of the kind's own content is Markdown, by name: screens get it as HTML, too."""
    drawn_like: ClassVar[tuple[str, ...]] = ()
    """The style sheets it needs besides its own: those of other kinds, or of what kinds share."""

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """Content and settings as they are stored, defaults filled in.

        Raises ContentInvalid, which names the field and what is expected.
        """
        return (
            checked(content, self.full_content_schema(), "content"),
            checked(settings, self.full_settings_schema(), "settings"),
        )

    @property
    def may_be_illustrated(self) -> bool:
        """Whether a picture may stand beside the question: some kinds ask about one."""
        return "image" not in self.content_schema["properties"]

    def full_content_schema(self) -> dict[str, Any]:
        """The kind's own content and what others hold too, as one JSON Schema."""
        return with_common_content(self.content_schema, judged=self.may_be_right)

    def full_settings_schema(self) -> dict[str, Any]:
        """The kind's own settings and those that others have too, as one JSON Schema."""
        return with_common_settings(self.settings_schema, judged=self.may_be_right)

    @property
    def family_label(self) -> str:
        return FAMILIES[self.family]

    @property
    def family_place(self) -> int:
        return list(FAMILIES).index(self.family)

    @abstractmethod
    def clean(self, answer: JSON, poll: Poll) -> JSON:
        """The canonical form of `answer`. Raises AnswerInvalid, which says what is expected."""

    def check_slot(self, slot: str, poll: Poll) -> None:
        """Raises AnswerInvalid where this poll has no such slot."""
        if slot:
            raise AnswerInvalid

    def clean_slot(self, slot: str, answer: JSON, poll: Poll) -> JSON:
        """`clean` for the answer in `slot`, which `check_slot` has let pass."""
        return self.clean(answer, poll)

    @abstractmethod
    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        """What people read of a tally, the same for any order of the votes."""

    @abstractmethod
    def from_form(self, fields: Fields) -> JSON:
        """The answer in a form sent without JavaScript: its fields are all named `answer`."""

    def slots_from_form(self, fields: Fields) -> dict[str, JSON]:
        """Every answer in such a form, by slot."""
        return {"": self.from_form(fields)}

    @abstractmethod
    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """Content and settings from the console's editor; `check` still has to pass them."""

    @abstractmethod
    def columns(self, poll: Poll) -> list[Column]:
        """The export's columns for the parts of an answer, in order."""

    @abstractmethod
    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        """One answer as values of `columns`; a part that says nothing is left out."""

    def row_slot(self, slot: str, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        """`row` for the answer in `slot`."""
        return self.row(answer, poll)

    @abstractmethod
    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        """`results` in words and figures; empty where there is nothing to tell afterwards."""

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        """An answer as its author reads it: what each part is about, "" where that is the question
        itself, and what was said. Empty for what is no answer, such as a vote for an entry."""
        row = self.row_slot(slot, answer, poll)
        columns = {column.name: column for column in self.columns(poll)}
        told = [name for name in row if f"{name}_text" not in columns]
        return [
            (columns[name].description if len(told) > 1 else "", _worded(row[name], columns[name]))
            for name in told
        ]

    @abstractmethod
    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        """A plausible answer, for rehearsals."""

    def simulate_slots(
        self, poll: Poll, chance: random.Random, results: Mapping[str, JSON]
    ) -> dict[str, JSON]:
        """Plausible answers by slot, of somebody who sees `results`; {} where they see none."""
        return {"": self.simulate(poll, chance)}

    def kinds_within(self, content: Mapping[str, JSON]) -> Sequence[str]:
        """The kinds that draw parts of it, by name: screens need them too."""
        return ()

    def displays(self, poll: Poll) -> Mapping[str, str]:
        """What of it the wall can draw alone, as `poll.display` holds it, with its name."""
        return {}

    def may_draw(self, poll: Poll) -> bool:
        """Whether there is something left to draw; only wheels have it."""
        return False

    def draw(self, poll: Poll, seed: str) -> dict[str, JSON]:
        """What `seed` draws next, as it is kept in `poll.draws`. Raises NothingToDraw."""
        raise NothingToDraw

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        """`content` without what gives the right answer away."""
        return content

    def before_judging(self, content: dict[str, JSON]) -> dict[str, JSON]:
        """`content` as people see it until they may know what is right, and why."""
        public = self.public(content)
        return {name: value for name, value in public.items() if name not in EXPLANATION}

    def has_right_answers(self, poll: Poll) -> bool:
        """Whether closing this poll can tell right from wrong."""
        return False

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """1.0 for right, 0.0 for wrong; None where the poll knows no right answer."""
        return None

    def group(self, answer: JSON, poll: Poll) -> str | None:
        """The words for those who answered so, where other results are split by this poll; None
        where answers are no groups, or there is no answer."""
        return None

    def groups(self, poll: Poll) -> list[str]:
        """Those words, in the order of the poll."""
        return []

    def on_paper(self, poll: Poll) -> Paper | None:
        """What a paper ballot has to be ticked; None where people cannot count it by hand."""
        return None

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        """The part of an answer that one ticked box says, as `results` folds it."""
        raise NotImplementedError(f"{self.name} is not asked on paper")

    def entry_text(self, answer: JSON) -> str:
        """What there is to read in an entry's answer."""
        return str(answer)

    def shown_entry(self, entry: Entry) -> dict[str, JSON]:
        """An entry as people see it, and as a facilitator does who is asked to approve it."""
        return {"id": entry.id, "text": self.entry_text(entry.answer), "minute": entry.minute}

    def entry_key(self, entry: str, poll: Poll) -> str:
        """What is remembered when a host takes `entry` off the wall.

        Only kinds that fold ballots into removable things have it; the others refuse.
        """
        raise AnswerInvalid


def _worded(value: str | int | float, column: Column) -> Cell:
    """A value with what the codebook says of it; a number keeps its figure."""
    meaning = column.values.get(str(value))
    return (meaning or value) if isinstance(value, str) else numbered(value, meaning)
