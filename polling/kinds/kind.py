"""The contract of a kind: how a poll asks, checks, tallies, shows and exports."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.schema import checked, with_common_settings
from polling.records import JSON, Poll, Tally

Fields = Mapping[str, Sequence[str]]
"""What a form sent: each name with the list of its values."""


@dataclass(frozen=True, slots=True)
class Example:
    """A valid poll with answers on both sides of the line. The contract tests live on it."""

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
    label: ClassVar[str]
    """What a host reads in the list of kinds (a gettext id)."""
    hint: ClassVar[str]
    """One line that helps to choose this kind (a gettext id)."""
    content_schema: ClassVar[dict[str, Any]]
    settings_schema: ClassVar[dict[str, Any]]
    answer_schema: ClassVar[dict[str, Any]]
    example: ClassVar[Example]

    shows_entries: ClassVar[bool] = False
    """True where single ballots are shown under a random id (open text)."""

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """Content and settings as they are stored, defaults filled in.

        Raises ContentInvalid, which names the field and what is expected.
        """
        return (
            checked(content, self.content_schema, "content"),
            checked(settings, self.full_settings_schema(), "settings"),
        )

    def full_settings_schema(self) -> dict[str, Any]:
        """The kind's own settings and COMMON_SETTINGS, as one JSON Schema."""
        return with_common_settings(self.settings_schema)

    @abstractmethod
    def clean(self, answer: JSON, poll: Poll) -> JSON:
        """The canonical form of `answer`. Raises AnswerInvalid, which says what is expected."""

    @abstractmethod
    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        """What people read of a tally, the same for any order of the votes."""

    @abstractmethod
    def from_form(self, fields: Fields) -> JSON:
        """The answer in a form sent without JavaScript: its fields are all named `answer`."""

    @abstractmethod
    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        """Content and settings from the console's editor; `check` still has to pass them."""

    @abstractmethod
    def columns(self, poll: Poll) -> list[Column]:
        """The export's columns for the parts of an answer, in order."""

    @abstractmethod
    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        """One answer as values of `columns`; a part that says nothing is left out."""

    @abstractmethod
    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        """A plausible answer, for rehearsals."""

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        """`content` without what gives the right answer away."""
        return content

    def has_right_answers(self, poll: Poll) -> bool:
        """Whether closing this poll can tell right from wrong."""
        return False

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """1.0 for right, 0.0 for wrong; None where the poll knows no right answer."""
        return None

    def entry_key(self, entry: str, poll: Poll) -> str:
        """What is remembered when a host takes `entry` off the wall.

        Only kinds that fold ballots into removable things have it; the others refuse.
        """
        raise AnswerInvalid
