"""Words for the ends of a scale, and for its middle: `labels` in the content of a kind."""

from __future__ import annotations

from polling.kinds.form import text
from polling.kinds.kind import Fields
from polling.kinds.schema import Schema, shape
from polling.languages import N_
from polling.records import JSON

LONGEST_LABEL = 60


def labels(*places: str) -> Schema:
    """The schema of an object with a text for some of `places`."""
    return shape(dict.fromkeys(places, _LABEL))


_LABEL: Schema = {
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST_LABEL,
    "pattern": r"\S",
    "message": N_("This label has 1 to %(maxLength)s characters."),
}


def edited_labels(fields: Fields, *places: str) -> dict[str, JSON]:
    """`{labels: {…}}` from the editor's fields `label_PLACE`, or {} where all are blank."""
    written = {place: text(fields, f"label_{place}") for place in places}
    filled = {place: label for place, label in written.items() if label}
    return {"labels": filled} if filled else {}
