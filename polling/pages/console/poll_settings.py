"""The settings that all questions share, as the console's form sends them."""

from __future__ import annotations

from polling.errors import ContentInvalid
from polling.kinds import kind
from polling.kinds.form import numbers, text, ticked
from polling.kinds.kind import Fields
from polling.records import JSON, Poll

CHOSEN = ("results", "phones", "opens")
NUMBERS: dict[str, JSON] = {"seconds": None, "points": 0}
"""Those that are numbers, and what a blank field means."""


def sent_settings(poll: Poll, fields: Fields) -> tuple[dict[str, JSON], ContentInvalid | None]:
    """What the form says of them, as far as it has their fields, and what could not be read."""
    settings: dict[str, JSON] = {name: text(fields, name) for name in CHOSEN if name in fields}
    if "rounds_asked" in fields:
        settings["rounds"] = 2 if ticked(fields, "rounds") else 1
    if "abstain_asked" in fields:
        settings["abstain"] = ticked(fields, "abstain")
    if "points" in fields and kind(poll.kind).may_be_right:
        settings["speed_bonus"] = ticked(fields, "speed_bonus")
        settings["certainty"] = ticked(fields, "certainty")
    unread = None
    for name in NUMBERS.keys() & fields.keys():
        try:
            settings[name] = numbers(fields, name).get(name, NUMBERS[name])
        except ContentInvalid as error:
            unread = error
    return settings, unread
