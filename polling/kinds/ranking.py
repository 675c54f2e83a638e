"""Options put in order, added up by Borda's count."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds.form import numbers
from polling.kinds.items import check_ids, edited_rows, listed, texts
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.paper import Line, Paper
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Row, Said, Summary, Table, Words
from polling.languages import N_
from polling.records import JSON, Poll, Tally

_MOST = 12


class Ranking(Kind):
    """Its answer is the list of the ids ranked, the first one first.

    Points are Borda's (Mémoire sur les élections au scrutin, Histoire de l'Académie royale des
    sciences for 1781): the last place gives one point, and each place above it one more. Where
    everybody ranks k of n options, place p gives k - p + 1 points, and an option left out gives
    none. With k = n, that is Borda's own count: n points for the first, 1 for the last. Each
    answer so gives the same points, k (k + 1) / 2 in all, whatever it ranks.
    """

    name = "ranking"
    family = "arrange"
    may_be_an_item = True
    label = N_("Ranking")
    hint = N_("People put options in order; you may say which order is right.")
    may_be_right = True
    drawn_like = ("heat",)
    content_schema = shape(
        {
            "options": listed(
                2, _MOST, N_("This question needs %(minItems)s to %(maxItems)s options.")
            ),
            "right": {
                "description": "The ids in the right order, as many as are ranked.",
                "type": "array",
                "items": {"type": "string"},
                "uniqueItems": True,
                "minItems": 1,
                "maxItems": _MOST,
                "message": N_("The right order names options by their ids, each once."),
            },
        },
        required=["options"],
    )
    settings_schema = shape(
        {
            "ranked": {
                "description": "How many options each person ranks; null: all of them.",
                "type": ["integer", "null"],
                "minimum": 2,
                "maximum": _MOST,
                "default": None,
                "message": N_("A number from %(minimum)s to %(maximum)s is expected here."),
            }
        }
    )
    answer_schema: ClassVar[Schema] = {
        "type": "array",
        "items": {"type": "string"},
        "uniqueItems": True,
        "minItems": 1,
    }
    example = Example(
        title="Dans quel ordre préparez-vous un sourcing ?",
        content={
            "options": [
                {"id": "a", "text": "Rencontrer les entreprises"},
                {"id": "b", "text": "Cerner le besoin"},
                {"id": "c", "text": "Repérer les entreprises"},
                {"id": "d", "text": "Garder une trace des échanges"},
            ],
            "right": ["b", "c", "a", "d"],
        },
        settings={},
        valid=[["b", "c", "a", "d"], ["a", "b", "c", "d"]],
        invalid=[
            *([], ["a", "b", "c"], ["a", "a", "b", "c"], ["a", "b", "c", "e"]),
            *("abcd", {"a": 1}, None, [None] * 4, [["a"], "b", "c", "d"]),
        ],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["options"], "content.options")
        options = texts(content["options"])
        places = settings["ranked"] or len(options)
        if places > len(options):
            raise ContentInvalid(
                N_("There are only %(n)s options to rank."), n=len(options), field="settings.ranked"
            )
        if "right" in content and not (
            len(content["right"]) == places and options.keys() >= set(content["right"])
        ):
            raise ContentInvalid(
                N_("The right order has %(n)s places, each with one of the options."),
                n=places,
                field="content.right",
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        places = _places(poll)
        options = {option["id"] for option in poll.content["options"]}
        if isinstance(answer, list) and len(answer) == places:
            ranked = {option for option in answer if isinstance(option, str)} & options
            if len(ranked) == places:
                return answer
        raise AnswerInvalid(
            N_("Give each place from 1 to %(n)s to an option of its own."), n=places
        )

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        places = _places(poll)
        given: defaultdict[tuple[int, str], int] = defaultdict(int)
        for _slot, answer, count in tally.counts:
            for placed in enumerate(answer):
                given[placed] += count
        positions = {
            option["id"]: [given.get((place, option["id"]), 0) for place in range(places)]
            for option in poll.content["options"]
        }
        borda = {
            option: sum(count * (places - place) for place, count in enumerate(counts))
            for option, counts in positions.items()
        }
        order = sorted(borda, key=lambda option: -borda[option])
        ranks = {
            option: 1 + sum(1 for other in order if borda[other] > borda[option])
            for option in order
        }
        return {"positions": positions, "borda": borda, "order": order, "ranks": ranks}

    def on_paper(self, poll: Poll) -> Paper | None:
        places = {str(place): str(place) for place in range(1, _places(poll) + 1)}
        options = texts(poll.content["options"])
        return Paper([Line(id, text, places) for id, text in options.items()], least=0, once=True)

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        """Nothing is said of the places before."""
        return [None] * (int(box) - 1) + [line]

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in content.items() if name != "right"}

    def has_right_answers(self, poll: Poll) -> bool:
        return "right" in poll.content

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """The share of places that hold the option which belongs there."""
        if "right" not in poll.content:
            return None
        right = poll.content["right"]
        return sum(map(str.__eq__, answer, right)) / len(right)

    def from_form(self, fields: Fields) -> JSON:
        """Values such as "b=1". Where a place is empty or taken twice: each option's place."""
        ranked = [value.rpartition("=") for value in fields.get("answer", ())]
        places = {option: place for option, _, place in ranked if option}
        order = sorted(places, key=lambda option: (len(places[option]), places[option]))
        wanted = [str(place) for place in range(1, len(order) + 1)]
        return order if [places[option] for option in order] == wanted else places

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        written = list(edited_rows(fields, "options"))
        content: dict[str, JSON] = {"options": [option for _row, option in written]}
        right = _edited_right(fields, {row: option["id"] for row, option in written})
        return content | right, {"ranked": None, **numbers(fields, "ranked")}

    def columns(self, poll: Poll) -> list[Column]:
        return [Column(f"rank_{id}", text) for id, text in texts(poll.content["options"]).items()]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {f"rank_{option}": rank for rank, option in enumerate(answer, start=1)}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        options, right = texts(poll.content["options"]), poll.content.get("right", [])
        most = (_places(poll) * answered) or 1
        head: list[Cell] = [
            N_("Option"),
            N_("Rank"),
            N_("Points"),
            *(Said(N_("Place %(n)s"), {"n": place}) for place in range(1, _places(poll) + 1)),
            *([N_("Right place")] if right else []),
        ]
        rows = [
            Row(
                options[id],
                [
                    results["ranks"][id],
                    results["borda"][id],
                    *results["positions"][id],
                    *([right.index(id) + 1 if id in right else None] if right else []),
                ],
                results["borda"][id] / most,
            )
            for id in results["order"]
        ]
        return [Table(N_("How many people gave each place"), head, rows)]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        options = texts(poll.content["options"])
        return [
            (Said(N_("Place %(n)s"), {"n": place}), options[id])
            for place, id in enumerate(answer, start=1)
        ]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        weights = {
            option["id"]: taste.uniform(0.3, 2.0) / (1 + place / 3)
            for place, option in enumerate(poll.content["options"])
        }
        for place, option in enumerate(poll.content.get("right", ())):
            weights[option] *= 3.0 / (1 + place)
        # The keys of a weighted draw without replacement (Efraimidis and Spirakis, 2006).
        drawn = sorted(weights, key=lambda option: -(chance.random() ** (1 / weights[option])))
        return drawn[: _places(poll)]


def _places(poll: Poll) -> int:
    """How many options each person ranks."""
    places: int = poll.settings["ranked"] or len(poll.content["options"])
    return places


def _edited_right(fields: Fields, ids: Mapping[int, str]) -> dict[str, JSON]:
    """The right order, where the editor's rows say which place is theirs."""
    typed = fields.get("right", ())
    rows = {row: typed[row].strip() for row in ids if row < len(typed) and typed[row].strip()}
    if not rows:
        return {}
    wanted = [str(place) for place in range(1, len(rows) + 1)]
    order = sorted(rows, key=lambda row: (len(rows[row]), rows[row]))
    if [rows[row] for row in order] != wanted:
        raise ContentInvalid(
            N_("Number the right order from 1, each number once."), field="content.right"
        )
    return {"right": [ids[row] for row in order]}
