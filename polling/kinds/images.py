"""Pictures in what is asked: a picture's id and the words for whoever cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from polling.languages import N_
from polling.records import JSON

LONGEST_ALT = 300

ID: dict[str, Any] = {
    "description": "The id that uploading the picture gave.",
    "type": "string",
    "pattern": r"^[0-9a-f]{32}-[0-9]{1,4}x[0-9]{1,4}(?![\s\S])",
    "message": N_("This picture does not exist."),
}

ALT: dict[str, Any] = {
    "description": "What the picture shows, for people who cannot see it.",
    "type": "string",
    "minLength": 1,
    "maxLength": LONGEST_ALT,
    "pattern": r"\S",
    "message": N_("Describe the picture in 1 to %(maxLength)s characters."),
}

IMAGE: dict[str, Any] = {
    "description": "A picture, and what it shows.",
    "type": "object",
    "properties": {"image": ID, "alt": ALT},
    "required": ["image", "alt"],
    "additionalProperties": False,
    "message": N_("A picture and what it shows belong together: give both, or neither."),
}


def edited_image(fields: Mapping[str, Sequence[str]], name: str, row: int = 0) -> dict[str, JSON]:
    """`{image: {image, alt}}` from the editor's fields `NAME` and `NAME_alt`, or {} where neither
    is filled in; what only one of them says is kept, for `check` to refuse."""
    image, alt = (
        fields[each][row].strip() if row < len(fields.get(each, ())) else ""
        for each in (name, f"{name}_alt")
    )
    if not image and not alt:
        return {}
    return {"image": {**({"image": image} if image else {}), "alt": alt}}


def images_in(content: JSON, field: str = "content") -> Iterator[tuple[str, str]]:
    """Where a picture stands in `content`, as a path, and its id; in content that was checked."""
    if isinstance(content, Mapping):
        for name, value in content.items():
            if name == "image" and isinstance(value, str):
                yield f"{field}.image", value
            else:
                yield from images_in(value, f"{field}.{name}")
    elif isinstance(content, list):
        for index, value in enumerate(content):
            yield from images_in(value, f"{field}.{index}")


def with_images(content: JSON, ids: Mapping[str, str]) -> JSON:
    """`content` with other pictures in the place of those that `ids` names."""
    if isinstance(content, Mapping):
        return {
            name: ids.get(value, value)
            if name == "image" and isinstance(value, str)
            else with_images(value, ids)
            for name, value in content.items()
        }
    if isinstance(content, list):
        return [with_images(value, ids) for value in content]
    return content
