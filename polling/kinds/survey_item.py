"""One item of a survey: a question of another kind, on a page of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind, kinds
from polling.kinds.filters import caught
from polling.kinds.kind import Kind
from polling.kinds.schema import COMMON_CONTENT, EXPLANATION
from polling.languages import N_
from polling.records import JSON, Entry, Poll, Tally

Item = Mapping[str, JSON]
Counts = Sequence[tuple[str, JSON, int]]

ENTRIES_SHOWN = 200


def checked_item(item: Item, where: str) -> dict[str, JSON]:
    """`item` as it is stored, checked by its own kind. Raises ContentInvalid, `where` before the
    field that the kind names."""
    how = _kind_of(item, where)
    settings = item.get("settings", {})
    own = how.settings_schema["properties"].keys()
    if foreign := settings.keys() - own:
        raise ContentInvalid(
            N_("A question of a survey has no such setting: “%(unknown)s”."),
            unknown=_short(foreign),
            field=f"{where}.settings",
        )
    try:
        content, settings = how.check(item["content"], settings)
    except ContentInvalid as refusal:
        field = f"{where}.{refusal.details['field']}"
        raise ContentInvalid(refusal.message, **{**refusal.details, "field": field}) from None
    besides = {*COMMON_CONTENT, *EXPLANATION} - how.content_schema["properties"].keys()
    if foreign := content.keys() & besides:
        raise ContentInvalid(
            N_("A question of a survey cannot have this: “%(unknown)s”."),
            unknown=_short(foreign),
            field=f"{where}.content",
        )
    if settings.get("moderated"):
        raise ContentInvalid(
            N_("What people write in a survey is not approved one by one."),
            field=f"{where}.settings.moderated",
        )
    return {**item, "content": content, "settings": {name: settings[name] for name in own}}


def _kind_of(item: Item, where: str) -> Kind:
    how = kinds().get(item["kind"])
    if how is None or not how.may_be_an_item:
        raise ContentInvalid(
            N_("This kind of question cannot be part of a survey."), field=f"{where}.kind"
        )
    return how


def _short(names: set[str]) -> str:
    return min(names)[:40].encode(errors="replace").decode()


def as_poll(item: Item, poll: Poll) -> Poll:
    """`item` as its kind knows polls. What a host took off the wall of it stands in `hidden`."""
    own = f"{item['id']}:"
    place = [each["id"] for each in poll.content["items"]].index(item["id"])
    return replace(
        poll,
        id=poll.id * 100 + place,
        kind=item["kind"],
        title=item["title"],
        content=item["content"],
        settings={**poll.settings, **item.get("settings", {})},
        hidden=tuple(key.removeprefix(own) for key in poll.hidden if key.startswith(own)),
    )


def results_of(item: Item, counts: Counts, poll: Poll) -> dict[str, JSON]:
    """`{answered, results}` of one item; `counts` are those of its slot."""
    asked = as_poll(item, poll)
    answered = sum(count for _slot, _answer, count in counts)
    tally = Tally(counts=counts, answered=answered)
    if kind(asked.kind).shows_entries:
        entries = _entries(counts, asked)
        shown = entries[:ENTRIES_SHOWN]
        tally = replace(tally, entries=shown, entries_total=len(entries))
    return {"answered": answered, "results": kind(asked.kind).results(tally, asked)}


def _entries(counts: Counts, asked: Poll) -> list[Entry]:
    """One for each time that something was written, in an order that says nothing of when."""
    times: Counter[str] = Counter()
    for _slot, answer, count in counts:
        times[answer] += count
    entries = []
    for answer, count in times.items():
        written = kind(asked.kind).entry_text(answer)
        name = sha256(written.encode()).hexdigest()[:16]
        if name not in asked.hidden and not (asked.filtered and caught(written)):
            entries += [Entry(f"{name}.{n}", "", answer, "", "visible") for n in range(count)]
    return sorted(entries, key=lambda entry: entry.id)


def key_of(entry: str, item: Item, poll: Poll) -> str:
    """What is remembered when a host takes `entry` of an item off the wall."""
    how = kind(item["kind"])
    if how.shows_entries:
        return entry.partition(".")[0]
    return how.entry_key(entry, as_poll(item, poll))


def item_of(slot: str, poll: Poll) -> Item:
    """Raises AnswerInvalid."""
    for item in poll.content["items"]:
        if item["id"] == slot:
            found: Item = item
            return found
    raise AnswerInvalid(N_("This survey has no such question."))
