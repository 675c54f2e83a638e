"""Checks content and settings against a kind's JSON Schema, in words a host understands.

A subschema may carry `message`, a gettext id that says what is expected there; it may name the
subschema's own bounds, as in "%(minItems)s to %(maxItems)s options". Without one, the message
of the keyword that failed is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.exceptions import best_match
from jsonschema.validators import extend

from polling.errors import ContentInvalid
from polling.kinds.images import IMAGE
from polling.languages import N_
from polling.records import JSON

Schema = dict[str, Any]

COMMON_SETTINGS: Schema = {
    "results": {
        "description": "Whether results show from the opening on, or when they are revealed.",
        "enum": ["shown", "hidden"],
        "default": "shown",
    },
    "phones": {
        "description": "When phones show results: after the vote, during it too, or never.",
        "enum": ["closed", "live", "never"],
        "default": "closed",
    },
    "opens": {
        "description": "Whether the vote opens when the running order comes to the poll.",
        "enum": ["at_once", "by_hand"],
        "default": "at_once",
    },
    "seconds": {
        "description": "How long the vote is open, in seconds; null where nobody counts.",
        "type": ["integer", "null"],
        "minimum": 5,
        "maximum": 3600,
        "default": None,
        "message": N_("A countdown takes %(minimum)s to %(maximum)s seconds."),
    },
    "rounds": {
        "description": "2 where people vote, discuss, and vote again before results are shown.",
        "enum": [1, 2],
        "default": 1,
    },
    "abstain": {
        "description": "Whether people may say that they would rather not answer.",
        "type": "boolean",
        "default": False,
    },
}
"""What every kind can be set to, besides its own."""

JUDGED_SETTINGS: Schema = {
    "points": {
        "description": "What a right answer is worth; 0 where nobody counts.",
        "type": "integer",
        "minimum": 0,
        "maximum": 1000,
        "default": 0,
        "message": N_("A right answer is worth %(minimum)s to %(maximum)s points."),
    },
    "speed_bonus": {
        "description": "Whether a quick right answer is worth more than a slow one.",
        "type": "boolean",
        "default": False,
    },
    "certainty": {
        "description": "Whether people say how sure they are of their answer.",
        "type": "boolean",
        "default": False,
    },
}
"""What a kind can be set to whose answers can be right."""

COMMON_CONTENT: Schema = {
    "details": {
        "description": "What people should know beside the question, as Markdown.",
        "type": "string",
        "maxLength": 2000,
    },
    "image": IMAGE,
}
"""What the content of every kind may hold besides its own."""

EXPLANATION: Schema = {
    "explanation": {
        "description": "Why the right answer is right, as Markdown: shown with it.",
        "type": "string",
        "maxLength": 2000,
    },
    "source": {
        "description": "Where that stands: for the law, the article and its date.",
        "type": "string",
        "maxLength": 300,
    },
}
"""What the content of a kind may hold besides, whose answers can be right."""

_BOUNDS = ("minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum")

_MESSAGES = {
    "required": N_("Something is missing here: “%(missing)s”."),
    "additionalProperties": N_("This question has no such thing as “%(unknown)s”."),
    "minItems": N_("There are too few here: at least %(minItems)s."),
    "maxItems": N_("There are too many here: at most %(maxItems)s."),
    "uniqueItems": N_("The same thing stands here twice."),
    "minLength": N_("This text is too short: at least %(minLength)s characters."),
    "maxLength": N_("This text is too long: at most %(maxLength)s characters."),
    "minimum": N_("This number is too small: at least %(minimum)s."),
    "maximum": N_("This number is too large: at most %(maximum)s."),
    "enum": N_("Only these are possible here: %(allowed)s."),
}
_TYPES = {
    "string": N_("A text is expected here."),
    "integer": N_("A whole number is expected here."),
    "number": N_("A number is expected here."),
    "boolean": N_("Yes or no is expected here."),
    "array": N_("A list is expected here."),
    "object": N_("Named values are expected here."),
}
_OTHERWISE = N_("This is not of the expected form.")


def shape(properties: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """The schema of an object that has these properties and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def with_common_settings(own: Schema, *, judged: bool) -> Schema:
    """The schema of a kind's own settings and of those that others have too."""
    common = {**COMMON_SETTINGS, **(JUDGED_SETTINGS if judged else {})}
    return shape({**common, **own["properties"]}, own.get("required", ()))


def with_common_content(own: Schema, *, judged: bool) -> Schema:
    """The schema of a kind's own content and of what others hold too."""
    common = {**COMMON_CONTENT, **(EXPLANATION if judged else {})}
    return shape({**common, **own["properties"]}, own.get("required", ()))


def checked(value: JSON, schema: Schema, where: str) -> dict[str, JSON]:
    """A copy of `value` that fits `schema`, defaults filled in.

    Raises ContentInvalid; its `details["field"]` is a path that starts with `where`.
    """
    if isinstance(value, Mapping):
        value = {**_defaults(schema), **value}
    try:
        error = best_match(_Validator(schema).iter_errors(value))
    except RecursionError:
        raise ContentInvalid(_OTHERWISE, field=where) from None
    if error is not None:
        raise _refusal(error, where)
    return deepcopy(dict(value))


def _defaults(schema: Schema) -> dict[str, JSON]:
    return {
        name: subschema["default"]
        for name, subschema in schema["properties"].items()
        if "default" in subschema
    }


def is_well_formed(text: str) -> bool:
    """False for a lone surrogate, which JSON can spell and neither a file nor a page can hold."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            # 3.0 is an integer to JSON Schema; stored, it would not be one to us.
            "integer": lambda _, value: isinstance(value, int) and not isinstance(value, bool),
            "string": lambda _, value: isinstance(value, str) and is_well_formed(value),
        }
    ),
)


def _refusal(error: ValidationError, where: str) -> ContentInvalid:
    keyword = str(error.validator)
    instance: Any = error.instance
    schema: Any = error.schema
    required: Any = error.validator_value
    details: dict[str, Any] = {"field": ".".join([where, *map(str, error.absolute_path)])}
    details |= {bound: schema[bound] for bound in _BOUNDS if bound in schema}
    if keyword == "required":
        details["missing"] = next(name for name in required if name not in instance)
    elif keyword == "additionalProperties":
        unknown = next(name for name in instance if name not in schema["properties"])
        details["unknown"] = unknown[:40].encode(errors="replace").decode()
    elif keyword == "enum":
        details["allowed"] = ", ".join(map(str, required))
    if "message" in schema:
        message = schema["message"]
    elif keyword == "type" and isinstance(required, str):
        message = _TYPES[required]
    else:
        message = _MESSAGES.get(keyword, _OTHERWISE)
    return ContentInvalid(message, **details)
