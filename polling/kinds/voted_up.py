"""What people say and vote up: shared by kinds whose entries others find good."""

from __future__ import annotations

import random
import re
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from typing import ClassVar, Literal

from polling.errors import AnswerInvalid
from polling.kinds.alike import groups
from polling.kinds.kind import Fields, Kind
from polling.kinds.schema import COMMON_SETTINGS, Schema, shape
from polling.languages import N_
from polling.records import JSON, Entry, Poll, Tally

UP = "up:"
LISTED_BY_VOTES = 150
LISTED_AS_NEW = 50
"""So many of the others, the newest: what nobody has seen yet nobody can vote for."""

_SLOT = re.compile(r"[A-Za-z0-9_-]{1,32}")


def settings_of(longest: int) -> Schema:
    """The settings of such a kind; a text has `longest` characters unless a host says otherwise."""
    return shape(
        {
            "moderated": {
                "description": "Whether a text is shown only once a facilitator approved it.",
                "type": "boolean",
                "default": False,
            },
            "votes": {
                "description": "Whether people vote for what others wrote.",
                "type": "boolean",
                "default": True,
            },
            "max_length": {
                "description": "How many characters a text may have.",
                "type": "integer",
                "minimum": 10,
                "maximum": 1000,
                "default": longest,
                "message": N_("The longest text may have %(minimum)s to %(maximum)s characters."),
            },
            # Nobody votes for what they cannot see.
            "phones": {**COMMON_SETTINGS["phones"], "default": "live"},
            "rounds": {
                **COMMON_SETTINGS["rounds"],
                "enum": [1],
                "message": N_("What people write here is written once, not in two rounds."),
            },
            "abstain": {
                **COMMON_SETTINGS["abstain"],
                "const": False,
                "message": N_("Nobody has to write here: there is nothing to abstain from."),
            },
        }
    )


class VotedUp(Kind):
    """`entry_slots` begins the slots of what people say; "up:" and an entry's id those of votes."""

    takes_slots = True
    shows_entries = True
    stands: ClassVar[Literal["may"]] = "may"
    entries_read = 1000

    def check_slot(self, slot: str, poll: Poll) -> None:
        for start in self.slot_starts(poll):
            if slot.startswith(start) and _SLOT.fullmatch(slot[len(start) :]):
                return
        raise AnswerInvalid(N_("This question takes no such answer."))

    def slot_starts(self, poll: Poll) -> Sequence[str]:
        """What slots of this poll begin with."""
        return (self.entry_slots, UP) if poll.settings["votes"] else (self.entry_slots,)

    def clean_slot(self, slot: str, answer: JSON, poll: Poll) -> JSON:
        if not slot.startswith(UP):
            return self.clean(answer, poll)
        if type(answer) is not int or answer != 1:
            raise AnswerInvalid(N_("A vote is 1, or nothing."))
        return 1

    @abstractmethod
    def said_in_form(self, text: str, fields: Fields) -> JSON:
        """The answer in a form sent without JavaScript whose field holds `text`."""

    def from_form(self, fields: Fields) -> JSON:
        return self.said_in_form(next(iter(fields.get("answer", ())), ""), fields)

    def slots_from_form(self, fields: Fields) -> dict[str, JSON]:
        """What is written, in the slot that the form brought with it, so that a form sent twice
        says it once; or None in the slot that a button withdraws."""
        for slot in fields.get("withdraw", ()):
            return {slot: None}
        fresh = next(iter(fields.get("fresh", ())), "form")
        return {f"{self.entry_slots}{fresh}": self.from_form(fields)}


def upvotes(tally: Tally) -> Counter[str]:
    """How many people voted for each entry, by its id."""
    votes: Counter[str] = Counter()
    for slot, _answer, count in tally.counts:
        if slot.startswith(UP):
            votes[slot.removeprefix(UP)] += count
    return votes


def merged(
    entries: Iterable[Entry], texts: Mapping[str, str], votes: Mapping[str, int]
) -> list[dict[str, JSON]]:
    """`{id, text, minute, votes, status, similar: [{id, text}]}`, those with most votes first, and
    of those with as many the older one. `texts` are by entry.

    Entries that say the same (alike.py) stand under the wording with most votes, the oldest where
    several have as many. Their votes are added: a phone offers them as one, to be voted for once.
    """
    in_time = sorted(entries, key=lambda entry: (entry.minute, entry.id))
    together = groups(tuple(texts[entry.id] for entry in in_time))
    found = [_one([in_time[place] for place in places], texts, votes) for places in together]
    return sorted(found, key=lambda each: (-each["votes"], each["minute"], each["id"]))


def _one(
    alike: Sequence[Entry], texts: Mapping[str, str], votes: Mapping[str, int]
) -> dict[str, JSON]:
    """Those who are alike, in the order they came, as one."""
    shown = max(alike, key=lambda entry: votes.get(entry.id, 0))
    answered = any(entry.status == "answered" for entry in alike)
    return {
        "id": shown.id,
        "text": texts[shown.id],
        "minute": shown.minute,
        "votes": sum(votes.get(entry.id, 0) for entry in alike),
        "status": "answered" if answered else "visible",
        "similar": [
            {"id": entry.id, "text": texts[entry.id]} for entry in alike if entry is not shown
        ],
    }


def as_listed(ranked: Sequence[dict[str, JSON]]) -> list[dict[str, JSON]]:
    """As many as a phone is told of, in their order: those with most votes, and the newest."""
    rest = range(LISTED_BY_VOTES, len(ranked))
    new = nlargest(LISTED_AS_NEW, rest, key=lambda place: (ranked[place]["minute"], -place))
    return [*ranked[:LISTED_BY_VOTES], *(ranked[place] for place in sorted(new))]


def beyond(tally: Tally, shown: Iterable[Mapping[str, JSON]]) -> int:
    """How many texts there are besides those `shown`."""
    return max(0, tally.entries_total - sum(1 + len(each["similar"]) for each in shown))


def simulated_votes(shown: Sequence[Mapping[str, JSON]], chance: random.Random) -> dict[str, JSON]:
    """Up to four votes of somebody who reads from the top."""
    favours = [1 / (2 + place) * (1 + each["votes"]) for place, each in enumerate(shown)]
    chosen = chance.choices(shown, favours, k=chance.randint(0, 4)) if shown else []
    return {f"{UP}{each['id']}": 1 for each in chosen}
