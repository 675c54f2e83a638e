"""Reads the fields of the console's editor."""

from __future__ import annotations

from polling.errors import ContentInvalid
from polling.kinds.kind import Fields
from polling.languages import N_
from polling.records import JSON


def ticked(fields: Fields, name: str) -> bool:
    """Whether the checkbox `name` is on: browsers leave out one that is off."""
    return bool(fields.get(name))


def text(fields: Fields, name: str) -> str:
    """The first value of `name`, trimmed; "" where there is none."""
    return next(iter(fields.get(name, ())), "").strip()


def written(fields: Fields, *names: str) -> dict[str, JSON]:
    """The long texts that were filled in, by name; forms end lines with two characters."""
    texts = {name: text(fields, name).replace("\r\n", "\n") for name in names}
    return {name: value for name, value in texts.items() if value}


def numbers(fields: Fields, *names: str) -> dict[str, JSON]:
    """The whole numbers that were filled in; blank ones are left to their defaults."""
    return {name: _number(fields, name) for name in names if text(fields, name)}


def _number(fields: Fields, name: str) -> int:
    try:
        return int(text(fields, name))
    except ValueError:
        raise ContentInvalid(
            N_("A whole number is expected here."), field=f"settings.{name}"
        ) from None
