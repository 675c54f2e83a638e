"""A refusal beside the field that it is about, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import format_decimal, gettext

from polling.errors import PollingError


@dataclass(frozen=True, slots=True)
class Refusal:
    """`nearest` is what will do instead of what was sent, where that can be told."""

    field: str
    message: str
    nearest: str | None = None

    @classmethod
    def of(cls, error: PollingError, field: str = "") -> Refusal:
        """`field` is where an error stands that names no field itself."""
        details = {
            name: format_decimal(value) if isinstance(value, float) else value
            for name, value in error.details.items()
        }
        message = gettext(error.message, **details)
        return cls(details.get("field", field), message, details.get("nearest"))
