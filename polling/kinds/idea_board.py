"""A board of ideas: people add them, say where they belong, and vote for those of others."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import ClassVar

from polling.errors import AnswerInvalid
from polling.kinds.form import numbers, ticked
from polling.kinds.items import check_ids, edited_items, listed, texts
from polling.kinds.kind import Column, Example, Fields, InSlot
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Row, Summary, Table, Texts, Words, Written
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
from polling.records import JSON, Entry, Poll, Tally

LONGEST = 140
IN = "in:"
NOWHERE = ""
"""The column of ideas that stand in none."""


class IdeaBoard(VotedUp):
    name = "idea_board"
    family = "write"
    label = N_("Idea board")
    hint = N_("People add ideas, sort them into columns together, and vote for the best.")
    content_schema = shape(
        {
            "columns": {
                **listed(0, 6, N_("A board has %(minItems)s to %(maxItems)s columns.")),
                "default": [],
            }
        }
    )
    settings_schema = settings_of(LONGEST)
    answer_schema: ClassVar[Schema] = {
        "anyOf": [
            shape(
                {
                    "text": {"type": "string", "minLength": 1, "maxLength": 1000},
                    "column": {"type": "string"},
                },
                required=["text"],
            ),
            {"const": 1},
            {"type": "string"},
        ]
    }
    entry_slots = "idea:"
    drawn_like = ("voted_up",)
    example = Example(
        title="Comment mieux connaître nos fournisseurs ?",
        content={
            "columns": [
                {"id": "a", "text": "Tout de suite"},
                {"id": "b", "text": "Cette année"},
                {"id": "c", "text": "Un jour"},
            ]
        },
        settings={"max_length": 60},
        valid=[
            InSlot("idea:1", {"text": "Un annuaire commun", "column": "a"}),
            InSlot("idea:2", {"text": "  Un   salon\tdes achats "}),
            InSlot("up:6f1c02ab", 1),
            InSlot("in:6f1c02ab", "b"),
        ],
        invalid=[
            InSlot("", {"text": "Un annuaire commun"}),
            InSlot("idea:1", "Un annuaire commun"),
            InSlot("idea:1", {"text": "Un annuaire commun", "column": "z"}),
            InSlot("idea:1", {"text": "Un annuaire commun", "colour": "red"}),
            InSlot("idea:1", {"text": "\u200b"}),
            InSlot("idea:1", {"text": "x" * 61}),
            InSlot("idea:1", {"column": "a"}),
            InSlot("up:6f1c02ab", 0),
            InSlot("in:6f1c02ab", "z"),
            InSlot("in:6f1c02ab", ["a"]),
            InSlot("in:", "a"),
        ],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        checked, chosen = super().check(content, settings)
        check_ids(checked["columns"], "content.columns")
        return checked, chosen

    def slot_starts(self, poll: Poll) -> Sequence[str]:
        starts = super().slot_starts(poll)
        return (*starts, IN) if poll.content["columns"] else starts

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        if not isinstance(answer, dict) or not {"text"} <= answer.keys() <= {"text", "column"}:
            raise AnswerInvalid(N_("Write your idea."))
        if not isinstance(answer["text"], str):
            raise AnswerInvalid(N_("Write your idea."))
        text = " ".join(tidy(answer["text"], poll.settings["max_length"]).split())
        if not fold(text):
            raise AnswerInvalid(N_("Write your idea."))
        if "column" not in answer:
            return {"text": text}
        return {"column": _known(answer["column"], poll), "text": text}

    def clean_slot(self, slot: str, answer: JSON, poll: Poll) -> JSON:
        if slot.startswith(IN):
            return _known(answer, poll)
        return super().clean_slot(slot, answer, poll)

    def entry_text(self, answer: JSON) -> str:
        return str(answer["text"])

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        columns = [item["id"] for item in poll.content["columns"]]
        votes = upvotes(tally)
        words = {entry.id: self.entry_text(entry.answer) for entry in tally.entries}
        proposed = _proposed(tally, columns)
        standing: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in tally.entries:
            standing[_place(entry, proposed[entry.id])].append(entry)
        ideas = [
            {**idea, "column": column}
            for column, entries in standing.items()
            for idea in merged(entries, words, votes)
        ]
        ideas.sort(key=lambda idea: (-idea["votes"], idea["minute"], idea["id"]))
        shown = as_listed(ideas)
        if NOWHERE in standing or not columns:
            columns = [NOWHERE, *columns]
        return {
            "columns": [
                {"id": column, "ideas": [_told(idea) for idea in shown if idea["column"] == column]}
                for column in columns
            ],
            "more": beyond(tally, shown),
        }

    def said_in_form(self, text: str, fields: Fields) -> JSON:
        column = next(iter(fields.get("column", ())), "")
        return {"text": text, **({"column": column} if column else {})}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {"columns": edited_items(fields, "columns")}, {
            **numbers(fields, "max_length"),
            "moderated": ticked(fields, "moderated"),
            "votes": ticked(fields, "votes"),
        }

    def columns(self, poll: Poll) -> list[Column]:
        named = texts(poll.content["columns"])
        return [
            Column("text", N_("The idea as it was written")),
            Column("column", N_("The column it was put into"), named),
            Column("vote_for", N_("What was voted for, by its id in the results")),
            Column("moved", N_("What was to stand in that column, by its id in the results")),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return dict(answer)

    def row_slot(self, slot: str, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        if slot.startswith(UP):
            return {"vote_for": slot.removeprefix(UP)}
        if slot.startswith(IN):
            return {"moved": slot.removeprefix(IN), "column": answer}
        return self.row(answer, poll)

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        names = texts(poll.content.get("columns", []))
        told: Summary = []
        for column in results["columns"]:
            caption = names.get(column["id"], N_("Ideas"))
            ideas = [(Written(idea["text"]), [idea["votes"]]) for idea in column["ideas"]]
            if not ideas:
                continue
            if poll.settings["votes"]:
                rows = [Row(text, votes) for text, votes in ideas]
                told.append(Table(caption, (N_("Idea"), N_("Votes")), rows))
            else:
                told.append(Texts(caption, [text for text, _votes in ideas]))
        return told

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", Written(answer["text"]))] if slot.startswith(self.entry_slots) else []

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        text = chance.choice(_IDEAS)[: poll.settings["max_length"]]
        columns = [item["id"] for item in poll.content["columns"]]
        if not columns or chance.random() < 0.1:
            return self.clean({"text": text}, poll)
        favours = [1 / (1 + place) for place in range(len(columns))]
        column = chance.choices(columns, favours)[0]
        return self.clean({"text": text, "column": column}, poll)

    def simulate_slots(
        self, poll: Poll, chance: random.Random, results: Mapping[str, JSON]
    ) -> dict[str, JSON]:
        """Half add an idea, most vote, and now and then somebody moves one."""
        said: dict[str, JSON] = {}
        if chance.random() < 1 / 2:
            said[f"idea:{chance.getrandbits(32):x}"] = self.simulate(poll, chance)
        ideas = [idea for column in results.get("columns", ()) for idea in column["ideas"]]
        if poll.settings["votes"]:
            said |= simulated_votes(sorted(ideas, key=lambda idea: -idea["votes"]), chance)
        columns = poll.content["columns"]
        if ideas and columns and chance.random() < 0.1:
            said[f"{IN}{chance.choice(ideas)['id']}"] = chance.choice(columns)["id"]
        return said


def _known(column: JSON, poll: Poll) -> str:
    for item in poll.content["columns"]:
        if item["id"] == column:
            return str(item["id"])
    raise AnswerInvalid(N_("Choose one of the columns."))


def _proposed(tally: Tally, columns: Sequence[str]) -> defaultdict[str, Counter[str]]:
    """How many people want each entry, by its id, to stand in which column."""
    proposed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for slot, column, count in tally.counts:
        if slot.startswith(IN) and column in columns:
            proposed[slot.removeprefix(IN)][column] += count
    return proposed


def _place(entry: Entry, proposed: Counter[str]) -> str:
    """The column most people proposed; where several were proposed as often, or none, the one
    that its author chose."""
    first, second = [*proposed.most_common(2), ("", 0), ("", 0)][:2]
    own: str = entry.answer.get("column", NOWHERE)
    return first[0] if first[1] > second[1] else own


def _told(idea: Mapping[str, JSON]) -> dict[str, JSON]:
    return {name: idea[name] for name in ("id", "text", "minute", "votes", "similar")}


_IDEAS = (
    "Un annuaire commun des entreprises rencontrées",
    "Un annuaire commun des entreprises déjà rencontrées",
    "Des rendez-vous « fournisseurs » chaque trimestre",
    "Un modèle de compte rendu",
    "Visiter les ateliers avec les prescripteurs",
    "Prévenir les PME six mois avant",
    "Partager la liste des salons",
    "Un tableau des marchés à venir",
    "Un tableau des marchés à venir, public",
    "Former les nouveaux acheteurs",
    "Inviter les chambres consulaires",
    "Publier nos besoins, pas nos solutions",
    "Une heure de veille par semaine",
)
