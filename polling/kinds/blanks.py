"""The text around blanks, as hosts write it and as it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from polling.kinds.schema import Schema, shape
from polling.kinds.text import fold
from polling.languages import N_
from polling.records import JSON

LONGEST_ANSWER = 60
MOST_BLANKS = 10
_LONGEST_TEXT = 2000

_BLANK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)

BLANKS: Schema = shape(
    {
        "text": {
            "description": "As hosts write it: “An [[apple|pear]] a day”. Stored as parts.",
            "type": "string",
            "maxLength": _LONGEST_TEXT,
        },
        "parts": {
            "description": "What stands before, between and after the blanks.",
            "type": "array",
            "items": {"type": "string", "maxLength": _LONGEST_TEXT},
            "maxItems": MOST_BLANKS + 1,
        },
        "blanks": {
            "type": "array",
            "minItems": 1,
            "maxItems": MOST_BLANKS,
            "message": N_("Put 1 to %(maxItems)s words in double square brackets."),
            "items": shape(
                {
                    "id": {"type": "string", "pattern": r"^b[0-9]{1,2}(?![\s\S])"},
                    "right": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 20,
                        "items": {
                            "type": "string",
                            "pattern": r"\S",
                            "maxLength": LONGEST_ANSWER,
                            "message": N_(
                                "What stands in brackets has 1 to %(maxLength)s characters."
                            ),
                        },
                    },
                },
                required=["id", "right"],
            ),
        },
    }
)


@lru_cache(maxsize=50_000)
def key(written: str) -> str:
    """What two ways of writing an answer have in common: no case, no accents, no spaces."""
    return fold(written).replace(" ", "")


def right(blank: Mapping[str, JSON]) -> set[str]:
    """The keys of what is right in `blank`."""
    return {key(each) for each in blank["right"]} - {""}


def parted(written: str) -> dict[str, JSON]:
    """Parts and blanks of a text in which each right answer stands in double square brackets, and
    others that are right too behind "|"."""
    parts = _BLANK.split(written)
    return {
        "parts": parts[::2],
        "blanks": [
            {"id": f"b{number}", "right": list(_alternatives(inside))}
            for number, inside in enumerate(parts[1::2], start=1)
        ],
    }


def _alternatives(inside: str) -> Iterator[str]:
    first, *others = (" ".join(each.split()) for each in inside.split("|"))
    yield first  # also where it is empty, which is refused
    yield from filter(None, others)
