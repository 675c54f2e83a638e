"""True or false, and why."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.choice import Choice
from polling.kinds.form import numbers, text, ticked
from polling.kinds.kind import Column, Example, Fields
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Summary, Words, Written, entries_of
from polling.kinds.text import fold, tidy
from polling.languages import N_
from polling.records import JSON, Entry, Poll, Tally

_SIDES = ("true", "false")


class TrueFalse(Choice):
    """Its answer is `{choice, why?}`. Every choice is counted, also where its reason is
    hidden."""

    name = "true_false"
    family = "choose"
    label = N_("True or false")
    hint = N_("A statement to judge; people may say why, and their reasons show under each side.")
    content_schema = shape({"right": {"enum": list(_SIDES)}})
    settings_schema = shape(
        {
            "justified": {
                "description": "Whether people may say why.",
                "type": "boolean",
                "default": True,
            },
            "max_length": {
                "description": "How many characters a reason may have.",
                "type": "integer",
                "minimum": 10,
                "maximum": 500,
                "default": 200,
                "message": N_("The longest reason may have %(minimum)s to %(maximum)s characters."),
            },
            "moderated": {
                "description": "Whether a reason is shown only once a facilitator approved it.",
                "type": "boolean",
                "default": False,
            },
        }
    )
    answer_schema: ClassVar[Schema] = shape(
        {
            "choice": {"enum": list(_SIDES)},
            "why": {"type": "string", "minLength": 1, "maxLength": 500},
        },
        required=["choice"],
    )
    shows_entries = True
    counts_entries = True
    drawn_like = ("yes_no", "open_text")
    example = Example(
        title="Un acheteur peut rencontrer une entreprise avant de publier son marché.",
        content={"right": "true"},
        settings={"max_length": 80},
        valid=[
            {"choice": "true"},
            {"choice": "false", "why": " Ce serait\nla favoriser. "},
            {"choice": "true", "why": " "},
        ],
        invalid=[
            {"choice": "maybe"},
            {"why": "Parce que."},
            {"choice": "true", "why": "x" * 81},
            {"choice": "true", "why": 1},
            {"choice": "true", "sure": True},
            "true",
            True,
            None,
        ],
    )

    def options(self, poll: Poll) -> dict[str, str]:
        return {"true": N_("True"), "false": N_("False")}

    def right(self, poll: Poll) -> set[str]:
        return {poll.content["right"]} if "right" in poll.content else set()

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, dict) or answer.get("choice") not in self.options(poll):
            raise AnswerInvalid(N_("Choose true or false."))
        why = answer.get("why", "")
        if not isinstance(why, str) or len(answer) > 1 + ("why" in answer):
            raise AnswerInvalid(N_("Choose true or false, and say why in words."))
        reason = tidy(why, poll.settings["max_length"])
        if not fold(reason):
            return {"choice": answer["choice"]}
        if not poll.settings["justified"]:
            raise AnswerInvalid(N_("No reasons are asked for here."))
        return {"choice": answer["choice"], "why": reason}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        """`counts` of both sides, and `entries`, the reasons that may be read, the newest first.

        `more` says how many reasons there are at most besides.
        """
        counts = dict.fromkeys(_SIDES, 0)
        reasons = 0
        for _slot, answer, count in tally.counts:
            counts[answer["choice"]] += count
            reasons += count if "why" in answer else 0
        entries = [self.shown_entry(entry) for entry in tally.entries if "why" in entry.answer]
        older = max(0, tally.entries_total - len(tally.entries))
        return {
            "counts": counts,
            "entries": entries,
            "more": max(0, min(older, reasons - len(entries))),
        }

    def ticked(self, line: str, box: str, poll: Poll) -> JSON:
        return {"choice": box}

    def group(self, answer: JSON, poll: Poll) -> str | None:
        chosen = isinstance(answer, dict) and "choice" in answer
        return self.options(poll)[answer["choice"]] if chosen else None

    def groups(self, poll: Poll) -> list[str]:
        return list(self.options(poll).values())

    def entry_text(self, answer: JSON) -> str:
        return str(answer.get("why", ""))

    def shown_entry(self, entry: Entry) -> dict[str, JSON]:
        return {**super().shown_entry(entry), "choice": entry.answer["choice"]}

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        return {name: value for name, value in content.items() if name != "right"}

    def score(self, answer: JSON, poll: Poll) -> float | None:
        right = self.right(poll)
        return float(answer["choice"] in right) if right else None

    def from_form(self, fields: Fields) -> JSON:
        """The choice, and after it what was written."""
        values = list(fields.get("answer", ()))
        answer = {"choice": values.pop(0)} if values and values[0] in _SIDES else {}
        return {**answer, "why": values[0]} if values else answer

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        right = text(fields, "right")
        return {"right": right} if right else {}, {
            "justified": ticked(fields, "justified"),
            **numbers(fields, "max_length"),
            "moderated": ticked(fields, "moderated"),
        }

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column("choice", N_("The answer chosen, as a code"), self.options(poll)),
            Column("choice_text", N_("The answer chosen, in words")),
            Column("why", N_("The reason as it was written")),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        choice = answer["choice"]
        why = {"why": answer["why"]} if "why" in answer else {}
        return {"choice": choice, "choice_text": self.options(poll)[choice], **why}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        told = super().summary(results, answered, poll)
        for choice, caption in (
            ("true", N_("Reasons for true")),
            ("false", N_("Reasons for false")),
        ):
            reasons = [entry for entry in results["entries"] if entry["choice"] == choice]
            if reasons:
                told.append(entries_of(caption, reasons))
        return told

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        chosen: list[tuple[Words, Cell]] = [("", self.options(poll)[answer["choice"]])]
        return [*chosen, (N_("Why"), Written(answer["why"]))] if "why" in answer else chosen

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        weights = self.weights(poll)
        choice = chance.choices(list(weights), list(weights.values()))[0]
        answer = {"choice": choice}
        if poll.settings["justified"] and chance.random() < 0.35:
            answer["why"] = chance.choice(_REASONS[choice])[: poll.settings["max_length"]]
        return self.clean(answer, poll)


_REASONS = {
    "true": (
        "C’est écrit dans le code, et nous le faisons déjà.",
        "Oui, à condition de garder une trace.",
        "Tant que tout le monde reçoit la même information.",
        "On l’a fait l’an dernier sans difficulté.",
    ),
    "false": (
        "Ce serait rompre l’égalité entre les candidats.",
        "Le risque de recours est trop grand.",
        "Il me semble que le seuil a changé.",
        "Pas sans l’accord du service juridique.",
    ),
}
