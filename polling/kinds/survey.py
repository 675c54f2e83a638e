"""Several questions at once, at each attendee's own pace."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.kinds.form import ticked
from polling.kinds.items import ID, check_ids
from polling.kinds.kind import Column, Example, Fields, InSlot, Kind
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import Cell, Part, Said, Summary, Words
from polling.kinds.survey_form import answers_by_slot, edited_survey
from polling.kinds.survey_item import as_poll, checked_item, item_of, key_of, results_of
from polling.languages import N_
from polling.records import JSON, Poll, Tally

FINISHED = ":finished"
"""The slot of whoever says that they are through; no item can have such an id."""

LEFT_OUT = 0.05
NOT_FINISHED = 0.12


class Survey(Kind):
    """Its slots are the ids of its items, whose answers are those of their kinds; and FINISHED,
    whose answer is 1."""

    name = "survey"
    family = "talk"
    label = N_("Survey")
    hint = N_("Several questions at once, each person at their own pace: to end a session, say.")
    content_schema = shape(
        {
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 20,
                "message": N_("A survey needs %(minItems)s to %(maxItems)s questions."),
                "items": shape(
                    {
                        "id": ID,
                        "kind": {"type": "string"},
                        "title": {
                            "type": "string",
                            "minLength": 1,
                            "maxLength": 300,
                            "pattern": r"\S",
                            "message": N_("A question of 1 to %(maxLength)s characters is needed."),
                        },
                        "content": {"type": "object"},
                        "settings": {"type": "object"},
                    },
                    required=["id", "kind", "title", "content"],
                ),
            }
        },
        required=["items"],
    )
    settings_schema = shape(
        {
            "afterwards": {
                "description": "Whether it opens with the end of the session, beside the running "
                "order, and stays open until the session's key is erased.",
                "type": "boolean",
                "default": False,
            }
        }
    )
    answer_schema: ClassVar[Schema] = {"description": "As the kind of the item has it."}
    takes_slots = True
    example = Example(
        title="Votre avis sur cette matinale",
        content={
            "items": [
                {"id": "s1", "kind": "rating", "title": "Quelle note lui donnez-vous ?",
                 "content": {}, "settings": {"stars": 5}},
                {"id": "s2", "kind": "single_choice", "title": "Qu’avez-vous préféré ?",
                 "content": {"options": [
                     {"id": "a", "text": "La présentation"},
                     {"id": "b", "text": "La négociation jouée"},
                     {"id": "c", "text": "Les échanges autour du café"},
                 ]}},
                {"id": "s3", "kind": "open_text", "title": "Que changeriez-vous ?",
                 "content": {}, "settings": {"max_length": 300}},
            ]
        },
        settings={},
        valid=[
            InSlot("s1", 4), InSlot("s2", "b"), InSlot("s3", "Plus de temps"), InSlot(FINISHED, 1),
        ],
        invalid=[
            InSlot("s1", 6), InSlot("s2", "d"), InSlot("s3", ""), InSlot(FINISHED, 2),
            InSlot("", 4), InSlot("s4", 4), InSlot(FINISHED, True),
        ],
    )  # fmt: skip

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["items"], "content.items")
        items = [
            checked_item(item, f"content.items.{place}")
            for place, item in enumerate(content["items"])
        ]
        if settings["abstain"]:
            raise ContentInvalid(
                N_("Any question of a survey may be left out: nobody has to abstain."),
                field="settings.abstain",
            )
        if settings["rounds"] != 1:
            raise ContentInvalid(N_("A survey has one round."), field="settings.rounds")
        return {**content, "items": items}, settings

    def kinds_within(self, content: Mapping[str, JSON]) -> list[str]:
        return list(dict.fromkeys(item["kind"] for item in content["items"]))

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        items = [
            {**item, "content": kind(item["kind"]).public(item["content"])}
            for item in content["items"]
        ]
        return {**content, "items": items}

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        raise AnswerInvalid(N_("This survey has no such question."))

    def check_slot(self, slot: str, poll: Poll) -> None:
        if slot != FINISHED:
            item_of(slot, poll)

    def clean_slot(self, slot: str, answer: JSON, poll: Poll) -> JSON:
        if slot == FINISHED:
            if type(answer) is not int or answer != 1:
                raise AnswerInvalid
            return 1
        item = item_of(slot, poll)
        return kind(item["kind"]).clean(answer, as_poll(item, poll))

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        counts: dict[str, list[tuple[str, JSON, int]]] = {FINISHED: []}
        counts |= {item["id"]: [] for item in poll.content["items"]}
        for slot, answer, count in tally.counts:
            if slot in counts:
                counts[slot].append(("", answer, count))
        items = {
            item["id"]: results_of(item, counts[item["id"]], poll) for item in poll.content["items"]
        }
        return {"finished": sum(count for *_, count in counts[FINISHED]), "items": items}

    def displays(self, poll: Poll) -> dict[str, str]:
        return {f"item:{item['id']}": item["title"] for item in poll.content["items"]}

    def entry_key(self, entry: str, poll: Poll) -> str:
        slot, _, rest = entry.partition(":")
        return f"{slot}:{key_of(rest, item_of(slot, poll), poll)}"

    def from_form(self, fields: Fields) -> JSON:
        return None

    def slots_from_form(self, fields: Fields) -> dict[str, JSON]:
        """Whoever sends the form has finished; what was left blank is taken back."""
        said = answers_by_slot(fields)
        finished = {FINISHED: 1} if any(answer is not None for answer in said.values()) else {}
        return {**said, **finished}

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return edited_survey(fields), {"afterwards": ticked(fields, "afterwards")}

    def columns(self, poll: Poll) -> list[Column]:
        items = poll.content["items"]
        titles = {item["id"]: item["title"] for item in items}
        return [
            Column("item", N_("Which question of the survey"), titles),
            *(
                replace(column, name=f"{item['id']}_{column.name}")
                for item in items
                for column in kind(item["kind"]).columns(as_poll(item, poll))
            ),
            Column("finished", N_("Whether the participant was through with the survey"), _YES),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {}

    def row_slot(self, slot: str, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        if slot == FINISHED:
            return {"finished": 1}
        item = item_of(slot, poll)
        parts = kind(item["kind"]).row(answer, as_poll(item, poll))
        return {"item": slot, **{f"{slot}_{name}": value for name, value in parts.items()}}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        parts: Summary = []
        for item in poll.content["items"]:
            told, asked = results["items"][item["id"]], as_poll(item, poll)
            figures = kind(item["kind"]).summary(told["results"], told["answered"], asked)
            parts.append(Part(item["title"], told["answered"], figures))
        return parts

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        if slot == FINISHED:
            return []
        item = item_of(slot, poll)
        parts = kind(item["kind"]).in_words("", answer, as_poll(item, poll))
        return [
            (Said(_ABOUT, {"item": item["title"], "part": about}) if about else item["title"], said)
            for about, said in parts
        ]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        return None

    def simulate_slots(
        self, poll: Poll, chance: random.Random, results: Mapping[str, JSON]
    ) -> dict[str, JSON]:
        said = {
            item["id"]: kind(item["kind"]).simulate(as_poll(item, poll), chance)
            for item in poll.content["items"]
            if chance.random() > LEFT_OUT
        }
        return {**said, FINISHED: 1} if said and chance.random() > NOT_FINISHED else said


_YES = {"1": N_("Yes")}
_ABOUT = N_("%(item)s – %(part)s")
