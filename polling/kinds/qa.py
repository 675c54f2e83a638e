"""Questions of the room: people ask, and vote for what they want answered."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.form import numbers, ticked
from polling.kinds.kind import Column, Example, Fields, InSlot
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Row, Summary, Table, Words, Written
from polling.kinds.text import fold, tidy
from polling.kinds.voted_up import (
    UP,
    VotedUp,
    as_listed,
    beyond,
    merged,
    settings_of,
    simulated_votes,
    upvotes,
)
from polling.languages import N_
from polling.records import JSON, Poll, Tally

LONGEST = 280


class QA(VotedUp):
    name = "qa"
    family = "talk"
    label = N_("Questions of the room")
    hint = N_("People ask what they want to know, and vote for the questions of others.")
    content_schema = shape({})
    settings_schema = settings_of(LONGEST)
    answer_schema: ClassVar[Schema] = {
        "anyOf": [{"type": "string", "minLength": 1, "maxLength": 1000}, {"const": 1}]
    }
    entry_slots = "q:"
    drawn_like = ("voted_up",)
    example = Example(
        title="Vos questions sur le sourcing",
        content={},
        settings={"max_length": 80},
        valid=[
            InSlot("q:1", "Par où commencer ?"),
            InSlot("q:aZ_-9", "  Combien d’entreprises\r\nrencontrer ? "),
            InSlot("q:2", "مناقصة"),
            InSlot("up:6f1c02ab", 1),
        ],
        invalid=[
            InSlot("", "Par où commencer ?"),
            InSlot("q:", "Par où commencer ?"),
            InSlot("q:" + "x" * 33, "Par où commencer ?"),
            InSlot("in:6f1c02ab", "a"),
            InSlot("q:1", "  \u200b"),
            InSlot("q:1", "x" * 81),
            InSlot("q:1", 3),
            InSlot("up:6f1c02ab", 2),
            InSlot("up:6f1c02ab", True),
            InSlot("up:6f1c02ab", "1"),
        ],
    )

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, str):
            raise AnswerInvalid(N_("Write your question."))
        text = tidy(answer, poll.settings["max_length"])
        if not fold(text):
            raise AnswerInvalid(N_("Write your question."))
        return text

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        texts = {entry.id: self.entry_text(entry.answer) for entry in tally.entries}
        questions = as_listed(merged(tally.entries, texts, upvotes(tally)))
        return {"questions": questions, "more": beyond(tally, questions)}

    def said_in_form(self, text: str, fields: Fields) -> JSON:
        return text

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {}, {
            **numbers(fields, "max_length"),
            "moderated": ticked(fields, "moderated"),
            "votes": ticked(fields, "votes"),
        }

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column("text", N_("The question as it was written")),
            Column("vote_for", N_("What was voted for, by its id in the results")),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"text": answer}

    def row_slot(self, slot: str, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        if slot.startswith(UP):
            return {"vote_for": slot.removeprefix(UP)}
        return self.row(answer, poll)

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        answered_words = {"answered": N_("Answered by the host")}
        return [
            Table(
                N_("Questions of the room"),
                (N_("Question"), N_("Votes"), ""),
                [
                    Row(
                        Written(each["text"]),
                        [each["votes"], answered_words.get(each["status"], "")],
                    )
                    for each in results["questions"]
                ],
            )
        ]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", Written(answer))] if slot.startswith(self.entry_slots) else []

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        return self.clean(chance.choice(_QUESTIONS)[: poll.settings["max_length"]], poll)

    def simulate_slots(
        self, poll: Poll, chance: random.Random, results: Mapping[str, JSON]
    ) -> dict[str, JSON]:
        """Most vote, and one in three asks."""
        asks = chance.random() < 1 / 3
        said = {f"q:{chance.getrandbits(32):x}": self.simulate(poll, chance)} if asks else {}
        votes = poll.settings["votes"]
        return {**said, **(simulated_votes(results.get("questions", ()), chance) if votes else {})}


_QUESTIONS = (
    "Combien d’entreprises faut-il rencontrer avant de rédiger ?",
    "Combien d’entreprises faut il rencontrer avant de rediger",
    "Faut-il garder une trace écrite de chaque échange ?",
    "Faut-il garder une trace de chaque échange ?",
    "Peut-on visiter une entreprise pendant la préparation du marché ?",
    "Qui doit être présent à ces rendez-vous : l’achat, le service, les deux ?",
    "Comment toucher les petites entreprises du territoire ?",
    "Et si une seule entreprise répond à notre demande d’information ?",
    "Que peut-on dire de notre budget ?",
    "Les salons professionnels comptent-ils comme du sourcing ?",
    "Existe-t-il un modèle de compte rendu commun ?",
    "À partir de quel montant le sourcing vaut-il la peine ?",
    "Le sourcing peut-il se retourner contre nous devant le juge ?",
)
