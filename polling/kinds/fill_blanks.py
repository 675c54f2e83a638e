"""A text with blanks to fill in."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds.blanks import BLANKS, LONGEST_ANSWER, key, parted, right
from polling.kinds.form import written
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import (
    ANSWER,
    PEOPLE,
    SHARE,
    Cell,
    Facts,
    Row,
    Said,
    Summary,
    Table,
    Words,
    Written,
    share,
)
from polling.kinds.text import tidy
from polling.languages import N_
from polling.records import JSON, Poll, Tally

_MOST_SHOWN = 10

_MARKER = re.compile(r"(b[0-9]{1,2})=")


Spellings = defaultdict[str, Counter[str]]
"""How often each answer was given, in each of its spellings, under what they have in common."""


class FillBlanks(Kind):
    """A host writes the text with each right answer in double square brackets, and others that
    are right too behind "|". What is stored are the parts around the blanks, and the blanks."""

    name = "fill_blanks"
    family = "write"
    label = N_("Fill in the blanks")
    hint = N_("A sentence with words left out: an article of law, a definition.")
    may_be_right = True
    content_schema = BLANKS
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = {
        "type": "object",
        "additionalProperties": {"type": "string", "minLength": 1, "maxLength": LONGEST_ANSWER},
        "minProperties": 1,
    }
    example = Example(
        title="Que dit le code de la commande publique ?",
        content={
            "parts": ["L’article ", " permet de préparer le marché par des ", "."],
            "blanks": [
                {"id": "b1", "right": ["R2111-1", "R. 2111-1"]},
                {"id": "b2", "right": ["études"]},
            ],
        },
        settings={},
        valid=[
            {"b1": "R2111-1", "b2": "consultations"},
            {"b2": " Etudes "},
            {"b1": "l 2111", "b2": " "},
        ],
        invalid=[{}, {"b1": " "}, {"b3": "x"}, {"b1": 1}, {"b1": "x" * 61}, "R2111-1", None],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        if "text" in content:
            written_out = parted(content.pop("text"))  # nothing stays that says what is right
            content, _ = super().check({**content, **written_out}, settings)
        for name in ("parts", "blanks"):
            if name not in content:
                raise ContentInvalid(
                    N_("Something is missing here: “%(missing)s”."), field="content", missing="text"
                )
        blanks = content["blanks"]
        if len(content["parts"]) != len(blanks) + 1 or len({_id(b) for b in blanks}) < len(blanks):
            raise ContentInvalid(
                N_("There is one part more than there are blanks, each with an id of its own."),
                field="content.parts",
            )
        if any(bracket in part for part in content["parts"] for bracket in ("[[", "]]")):
            raise ContentInvalid(
                N_("Double square brackets open and close around each blank."), field="content.text"
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        ids = [blank["id"] for blank in poll.content["blanks"]]
        if not isinstance(answer, dict) or not all(isinstance(w, str) for w in answer.values()):
            raise AnswerInvalid(N_("Fill in at least one blank."))
        if not answer.keys() <= set(ids):
            raise AnswerInvalid(N_("Fill in the blanks of this question."))
        filled = {}
        for id in ids:
            typed = " ".join(tidy(answer.get(id, ""), LONGEST_ANSWER).split())
            if key(typed):
                filled[id] = typed
        if not filled:
            raise AnswerInvalid(N_("Fill in at least one blank."))
        return filled

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        """Of each blank the answers most people gave, as most of them wrote them. Once the vote is
        closed and the results are shown, they say what is right."""
        given: dict[str, Spellings] = {
            blank["id"]: defaultdict(Counter) for blank in poll.content["blanks"]
        }
        for _slot, answer, count in tally.counts:
            for id, typed in answer.items():
                if (folded := key(typed)) not in poll.hidden:
                    given[id][folded][typed] += count
        judged = poll.status == "closed" and poll.results_shown
        return {
            "blanks": {
                blank["id"]: _most_usual(given[blank["id"]], right(blank) if judged else None)
                for blank in poll.content["blanks"]
            }
        }

    def entry_key(self, entry: str, poll: Poll) -> str:
        return key(tidy(entry, LONGEST_ANSWER))

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {**content, "blanks": [{"id": blank["id"]} for blank in content["blanks"]]}

    def has_right_answers(self, poll: Poll) -> bool:
        return all("right" in blank for blank in poll.content["blanks"])

    def score(self, answer: JSON, poll: Poll) -> float | None:
        """The share of blanks that are filled in rightly."""
        blanks = poll.content["blanks"]
        found = sum(key(answer.get(blank["id"], "")) in right(blank) for blank in blanks)
        return found / len(blanks)

    def from_form(self, fields: Fields) -> JSON:
        """Before what was written in a blank stands a hidden field that says "b1="."""
        filled: dict[str, JSON] = {}
        blank = ""
        for value in fields.get("answer", ()):
            if marker := _MARKER.fullmatch(value):
                blank = marker[1]
            elif blank:
                filled[blank] = value
        return filled

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {"text": "", **written(fields, "text")}, {}

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column(blank["id"], N_("What stands in this blank")) for blank in poll.content["blanks"]
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return dict(answer)

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        told: Summary = []
        for number, blank in enumerate(poll.content["blanks"], start=1):
            figures = results["blanks"][blank["id"]]
            rows = [
                Row(
                    Written(each["text"]),
                    [each["count"], share(each["count"], answered)],
                    each["count"] / (answered or 1),
                    bool(each.get("right")),
                )
                for each in figures["answers"]
            ]
            told.append(
                Table(Said(N_("Blank %(n)s"), {"n": number}), (ANSWER, PEOPLE, SHARE), rows)
            )
        return [Facts([(N_("The text"), Written(filled(poll, {})))]), *told]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", Written(filled(poll, answer)))]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        filled: dict[str, JSON] = {}
        for blank in poll.content["blanks"]:
            wrong = taste.sample(_WRONG, 4)
            known = chance.random() < taste.uniform(0.35, 0.8)
            meant = blank["right"][0] if known else chance.choices(wrong, (6, 3, 2, 1))[0]
            spelt = chance.choices((meant, meant.lower(), meant.upper()), (6, 3, 1))[0]
            if chance.random() < 0.93:
                filled[blank["id"]] = spelt[:LONGEST_ANSWER]
        return self.clean(filled or {"b1": _WRONG[0]}, poll)


def _id(blank: Mapping[str, JSON]) -> str:
    return str(blank["id"])


def _most_usual(spellings: Spellings, right: set[str] | None) -> dict[str, JSON]:
    """`{answers: [{text, count, right?}], more}`, and `found`, how many were right."""
    totals = {folded: forms.total() for folded, forms in spellings.items()}
    order = sorted(totals, key=lambda folded: (-totals[folded], folded))
    answers: list[JSON] = []
    for folded in order[:_MOST_SHOWN]:
        forms = spellings[folded]
        usual = max(forms, key=lambda form: (forms[form], form))
        answers.append({"text": usual, "count": totals[folded]})
        if right and folded in right:
            answers[-1]["right"] = True
    found = {} if right is None else {"found": sum(totals.get(each, 0) for each in right)}
    return {"answers": answers, "more": len(order) - len(answers), **found}


# What people write who are not sure.
_WRONG = ("je ne sais pas", "le contrat", "l’avis", "2019", "la règle", "un seuil", "le délai")


def filled(poll: Poll, answer: Mapping[str, str]) -> str:
    """The text with what was put into its blanks between brackets."""
    before: str
    before, *rest = poll.content["parts"]
    blanks = [answer.get(blank["id"], "…") for blank in poll.content["blanks"]]
    return before + "".join(f"[{said}]{part}" for said, part in zip(blanks, rest, strict=True))
