"""Things that a host lists, each with an id and a text: options, statements, items, categories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count
from string import ascii_lowercase

from polling.errors import ContentInvalid
from polling.kinds.images import IMAGE, edited_image
from polling.kinds.kind import Fields
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON

LONGEST_TEXT = 300

PICTURED: dict[str, Schema] = {"image": IMAGE}
"""What items may have besides, where screens show it."""


def listed(least: int, most: int, message: str, more: Mapping[str, Schema] | None = None) -> Schema:
    """The schema of `least` to `most` items `{id, text}`, with the optional properties `more`.

    `message` is a gettext id that may name %(minItems)s and %(maxItems)s.
    """
    return {
        "type": "array",
        "minItems": least,
        "maxItems": most,
        "message": message,
        "items": shape({"id": ID, "text": _TEXT, **(more or {})}, required=["id", "text"]),
    }


ID: Schema = {
    "type": "string",
    # Not "$", which Python also finds before a line's end.
    "pattern": r"^[A-Za-z0-9_-]{1,32}(?![\s\S])",
    "message": N_(
        "An id has 1 to 32 characters out of letters without accents, digits, “_” and “-”."
    ),
}
_TEXT: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST_TEXT,
    "pattern": r"\S",
    "message": N_("This text has 1 to %(maxLength)s characters."),
}


def check_ids(items: Sequence[Mapping[str, JSON]], field: str) -> None:
    """Raises ContentInvalid where two of `items`, which stand at `field`, have the same id."""
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item["id"] in seen:
            raise ContentInvalid(
                N_("Two of these have the same id: “%(id)s”."),
                id=item["id"],
                field=f"{field}.{index}.id",
            )
        seen.add(item["id"])


def texts(items: Sequence[Mapping[str, JSON]]) -> dict[str, str]:
    """id → text, in order."""
    return {item["id"]: item["text"] for item in items}


def edited_items(fields: Fields, name: str) -> list[dict[str, JSON]]:
    """The items of the editor's rows: `NAME_id` and `NAME_text` in parallel.

    Rows without a text are dropped; new ones get the next free letter as their id.
    """
    return [item for _row, item in edited_rows(fields, name)]


def edited_rows(fields: Fields, name: str) -> Iterator[tuple[int, dict[str, JSON]]]:
    """The same, each with its picture and with the number of the row it stood in, from 0."""
    ids = fields.get(f"{name}_id", ())
    fresh = _fresh_ids(set(ids))
    for row, text in enumerate(fields.get(f"{name}_text", ())):
        picture = edited_image(fields, f"{name}_image", row)
        if text.strip() or picture:
            known = ids[row] if row < len(ids) else ""
            yield row, {"id": known or next(fresh), "text": text.strip(), **picture}


def _fresh_ids(taken: set[str]) -> Iterator[str]:
    candidates = chain(ascii_lowercase, (f"o{number}" for number in count(1)))
    return (candidate for candidate in candidates if candidate not in taken)
