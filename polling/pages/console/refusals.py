"""A refusal beside the field that it is about, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext

from polling.errors import PollingError


@dataclass(frozen=True, slots=True)
class Refusal:
    field: str
    message: str

    @classmethod
    def of(cls, error: PollingError, field: str = "") -> Refusal:
        """`field` is where an error stands that names no field itself."""
        return cls(error.details.get("field", field), gettext(error.message, **error.details))
