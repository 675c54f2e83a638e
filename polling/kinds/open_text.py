"""Remarks and questions in people's own words, shown one by one."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.form import numbers, ticked
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Summary, Words, Written, entries_of
from polling.kinds.text import fold, tidy
from polling.languages import N_
from polling.records import JSON, Poll, Tally


class OpenText(Kind):
    name = "open_text"
    family = "write"
    first = True
    may_be_an_item = True
    label = N_("Open text")
    hint = N_("Remarks or questions in people's own words, one under the other.")
    content_schema = shape({})
    settings_schema = shape(
        {
            "max_length": {
                "description": "How many characters an answer may have.",
                "type": "integer",
                "minimum": 10,
                "maximum": 1000,
                "default": 280,
                "message": N_("The longest answer may have %(minimum)s to %(maximum)s characters."),
            },
            "moderated": {
                "description": "Whether an answer is shown only once a facilitator approved it.",
                "type": "boolean",
                "default": False,
            },
        }
    )
    answer_schema: ClassVar[Schema] = {"type": "string", "minLength": 1, "maxLength": 1000}
    shows_entries = True
    example = Example(
        title="Quelle question vous posez-vous sur le sourcing ?",
        content={},
        settings={"max_length": 80},
        valid=["Par où commencer ?", "  Un retour\r\nd’expérience ? ", "?", "مرحبا"],
        invalid=["", "   ", "\u200b", "x" * 81, 3, None, ["Bonjour"]],
    )

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, str):
            raise AnswerInvalid(N_("Write your answer."))
        text = tidy(answer, poll.settings["max_length"])
        if not fold(text):
            raise AnswerInvalid(N_("Write your answer."))
        return text

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        return {
            "entries": [self.shown_entry(entry) for entry in tally.entries],
            "more": max(0, tally.entries_total - len(tally.entries)),
        }

    def from_form(self, fields: Fields) -> JSON:
        return next(iter(fields.get("answer", ())), "")

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {}, {
            **numbers(fields, "max_length"),
            "moderated": ticked(fields, "moderated"),
        }

    def columns(self, poll: Poll) -> list[Column]:
        return [Column("text", N_("The answer as it was written"))]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"text": answer}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        return [entries_of(N_("What people wrote"), results["entries"], results["more"])]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", Written(answer))]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        return self.clean(chance.choice(_REMARKS)[: poll.settings["max_length"]], poll)


_REMARKS = (
    "Faut-il garder une trace écrite de chaque échange ?",
    "Combien d’entreprises rencontrer avant de rédiger ?",
    "Peut-on visiter une entreprise pendant la préparation du marché ?",
    "Comment toucher les petites entreprises du territoire ?",
    "Très utile, mais il faut s’y prendre six mois à l’avance.",
    "Qui doit être présent à ces rendez-vous : l’achat, le service, les deux ?",
    "Que dire de notre budget ?",
    "Un modèle de compte rendu commun nous aiderait.",
    "Et si une seule entreprise répond à notre demande d’information ?",
    "Les salons professionnels comptent-ils comme du sourcing ?",
    "J’aimerais un retour d’expérience sur un marché informatique.",
    "Comment éviter d’écrire un cahier des charges pour une seule entreprise ?",
    "Le temps manque, surtout pour les petits achats.",
)
