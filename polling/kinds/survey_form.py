"""A survey as forms send it: what belongs to an item has its key before each name, `KEY:name`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from polling.errors import ContentInvalid
from polling.kinds import kinds
from polling.kinds.form import text
from polling.kinds.kind import Fields
from polling.languages import N_
from polling.records import JSON

SEPARATOR = ":"


def answers_by_slot(fields: Fields) -> dict[str, JSON]:
    """By the phone's form without JavaScript, which names the kind of each item; None where an
    item was left blank."""
    said: dict[str, JSON] = {}
    for name, values in fields.items():
        slot, mark, part = name.rpartition(SEPARATOR)
        how = kinds().get(values[-1]) if values else None
        if part == "kind" and mark and how is not None:
            given = fields.get(f"{slot}{SEPARATOR}answer", ())
            said[slot] = how.from_form({"answer": given}) if given else None
    return said


def edited_survey(fields: Fields) -> dict[str, JSON]:
    """The content by the console's editor, where `item` holds the keys in order.

    Raises ContentInvalid; its `unread` is the name of the field that cannot be read.
    """
    fresh = _fresh_ids(fields)
    keys = fields.get("item", ())
    return {"items": [_edited_item(place, key, fields, fresh) for place, key in enumerate(keys)]}


def _edited_item(place: int, key: str, fields: Fields, fresh: Iterator[str]) -> dict[str, JSON]:
    own = _of(key, fields)
    how = kinds().get(text(own, "kind"))
    if how is None:
        field = f"content.items.{place}.kind"
        raise ContentInvalid(N_("This kind of question cannot be part of a survey."), field=field)
    try:
        content, settings = how.edited(own)
    except ContentInvalid as refusal:
        where = f"content.items.{place}.{refusal.details['field']}"
        unread = f"{key}{SEPARATOR}{where.rpartition('.')[2]}"
        about = {**refusal.details, "field": where, "unread": unread}
        raise ContentInvalid(refusal.message, **about) from None
    return {
        "id": text(own, "id") or next(fresh),
        "kind": how.name,
        "title": text(own, "title"),
        "content": content,
        "settings": settings,
    }


def _of(key: str, fields: Fields) -> Fields:
    start = f"{key}{SEPARATOR}"
    return {
        name.removeprefix(start): values
        for name, values in fields.items()
        if name.startswith(start)
    }


def _fresh_ids(fields: Fields) -> Iterator[str]:
    taken = {text(_of(key, fields), "id") for key in fields.get("item", ())}
    return (id for n in count(1) if (id := f"q{n}") not in taken)
