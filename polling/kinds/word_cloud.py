"""Words that come to mind; the more people give one, the larger it stands."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import lru_cache
from heapq import heapify, heappop
from itertools import islice
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.filters import caught
from polling.kinds.form import numbers
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import PEOPLE, Cell, Row, Summary, Table, Words, Written
from polling.kinds.text import fold, fold_all, tidy
from polling.languages import N_
from polling.records import JSON, Poll, Tally

_MOST_SHOWN = 60

_FOLDED_AT_ONCE = 1000

# People write the same words, and each time the same ones come again.
_folded = lru_cache(maxsize=50_000)(fold)


class WordCloud(Kind):
    """Its answer is a list of words, or short phrases, that differ in more than spelling."""

    name = "word_cloud"
    family = "write"
    first = True
    may_be_an_item = True
    label = N_("Word cloud")
    hint = N_("A few words each; what many people write stands larger.")
    content_schema = shape({})
    settings_schema = shape(
        {
            "max_words": {
                "description": "How many words each person may give.",
                "type": "integer",
                "minimum": 1,
                "maximum": 10,
                "default": 3,
                "message": N_("Each person may give %(minimum)s to %(maximum)s words."),
            },
            "max_length": {
                "description": "How many characters a word may have.",
                "type": "integer",
                "minimum": 5,
                "maximum": 60,
                "default": 30,
                "message": N_("The longest word may have %(minimum)s to %(maximum)s characters."),
            },
        }
    )
    answer_schema: ClassVar[Schema] = {"type": "array", "items": {"type": "string"}, "minItems": 1}
    example = Example(
        title="Le sourcing en un mot ?",
        content={},
        settings={},
        valid=[
            ["prix"],
            ["Qualité", "délai", "écoute"],
            [" mise  en\tconcurrence ", "", "Équité", "equite"],
            ["مناقصة", "👩‍💻"],
        ],
        invalid=[[], ["", " \u202e\u200b"], ["a", "b", "c", "d"], ["x" * 31], "prix", [1], None],
    )

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, list) or not all(isinstance(word, str) for word in answer):
            raise AnswerInvalid(N_("Give one or more words."))
        words: dict[str, str] = {}
        most = poll.settings["max_words"]
        for typed in answer:
            word = " ".join(tidy(typed, poll.settings["max_length"]).split())
            if _folded(word):
                words.setdefault(_folded(word), word)
            if len(words) > most:
                raise AnswerInvalid(N_("Give fewer words: at most %(n)s."), n=most)
        if not words:
            raise AnswerInvalid(N_("Give at least one word."))
        return list(words.values())

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        written, folded, totals = _counted(tally)
        for hidden in poll.hidden:
            totals.pop(hidden, None)
        shown, left = _first(totals, poll)
        spellings: dict[str, Counter[str]] = {word: Counter() for _, word in shown}
        for form, word in folded.items():
            if word in spellings:
                spellings[word][form] = written[form]
        return {
            "words": [
                {"text": _most_written(forms), "count": totals[word]}
                for word, forms in spellings.items()
            ],
            "more": left,
        }

    def entry_key(self, entry: str, poll: Poll) -> str:
        return fold(tidy(entry, poll.settings["max_length"]))

    def from_form(self, fields: Fields) -> JSON:
        return [word for word in fields.get("answer", ()) if word.strip()]

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {}, numbers(fields, "max_words", "max_length")

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column(f"word_{number}", N_("A word that was given"))
            for number in range(1, poll.settings["max_words"] + 1)
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {f"word_{number}": word for number, word in enumerate(answer, start=1)}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        words = results["words"]
        most = max((word["count"] for word in words), default=1)
        rows = [Row(Written(word["text"]), [word["count"]], word["count"] / most) for word in words]
        return [Table(N_("How many people wrote each word"), (N_("Word"), PEOPLE), rows)]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", Written(word)) for word in answer]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        settings = poll.settings
        typed = chance.sample(_WORDS, chance.randint(1, min(3, settings["max_words"])))
        words = [chance.choice(spellings)[: settings["max_length"]] for spellings in typed]
        return self.clean(words, poll)


def _first(totals: dict[str, int], poll: Poll) -> tuple[list[tuple[int, str]], int]:
    """The words given most often, as (-how often, word), and how many others there are.

    Where the session filters, words of the lists are left out. Those that would not show anyway
    are not looked up: there may be a hundred thousand.
    """
    waiting = [(-count, word) for word, count in totals.items()]
    heapify(waiting)
    first: list[tuple[int, str]] = []
    while waiting and len(first) < _MOST_SHOWN:
        next_one = heappop(waiting)
        if not (poll.filtered and caught(next_one[1])):
            first.append(next_one)
    return first, len(waiting)


def _counted(tally: Tally) -> tuple[dict[str, int], dict[str, str], dict[str, int]]:
    """How often each form was written, what it is folded to, and how often that was meant."""
    written: defaultdict[str, int] = defaultdict(int)
    folded: dict[str, str] = {}
    totals: defaultdict[str, int] = defaultdict(int)
    answers = iter(tally.counts)
    # Piece by piece: between two pieces, `counts` lets votes have their turn.
    while piece := list(islice(answers, _FOLDED_AT_ONCE)):
        here: defaultdict[str, int] = defaultdict(int)
        for _slot, forms, count in piece:
            for form in forms:
                here[form] += count
        new = [form for form in here if form not in folded]
        folded.update(zip(new, fold_all(new), strict=True))
        for form, count in here.items():
            written[form] += count
            totals[folded[form]] += count
    return written, folded, totals


def _most_written(forms: Counter[str]) -> str:
    """Of spellings written as often, the last one: small letters and accents come after."""
    return max(forms, key=lambda form: (forms[form], form))


# As people type them: some words come to more minds than others, and few are spelt alike.
_WORDS = (
    ("prix", "Prix", "PRIX"),
    ("prix", "prix ", "Prix"),
    ("besoin", "Besoin", "besoins"),
    ("besoin", "Le besoin"),
    ("concurrence", "Concurrence", "mise en concurrence"),
    ("transparence", "Transparence", "transparance"),
    ("rencontre", "Rencontre", "rencontres"),
    ("rencontre", "échange", "Échanges"),
    ("marché", "Marché", "marche", "MARCHÉ"),
    ("innovation", "Innovation", "innover"),
    ("délai", "Délai", "delai", "délais"),
    ("qualité", "Qualité", "qualite"),
    ("écoute", "Écoute", "ecoute"),
    ("PME", "pme"),
    ("équité", "Équité", "equite"),
    ("traçabilité", "Traçabilité", "tracabilité"),
    ("anticipation", "Anticiper", "anticiper"),
    ("fournisseurs", "Fournisseurs", "fournisseur"),
    ("veille", "Veille"),
    ("local", "circuits courts"),
)
