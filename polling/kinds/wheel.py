"""A wheel: it draws a name, a team or an item, and anybody can draw the same again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import ClassVar

from polling.errors import NothingToDraw
from polling.kinds.form import text, ticked
from polling.kinds.items import check_ids, listed
from polling.kinds.kind import Example, Fields
from polling.kinds.schema import Schema, shape
from polling.kinds.shown import Shown
from polling.kinds.summary import Row, Summary, Table
from polling.languages import N_
from polling.records import JSON, Poll, Tally

MOST_ITEMS = 60


class Wheel(Shown):
    """`poll.draws` holds `{item, text, place, seed}` for each draw, in order."""

    name = "wheel"
    family = "stage"
    label = N_("Wheel")
    hint = N_("Draws a name, a team or a subject; anyone can check the draw.")
    content_schema: ClassVar[Schema] = shape(
        {"items": listed(2, MOST_ITEMS, N_("A wheel needs %(minItems)s to %(maxItems)s lines."))},
        required=["items"],
    )
    settings_schema = shape(
        {
            "without_replacement": {
                "description": "Whether what was drawn leaves the wheel.",
                "type": "boolean",
                "default": True,
            }
        }
    )
    example = Example(
        title="Qui présente le cas suivant ?",
        content={
            "items": [
                {"id": "i1", "text": "Équipe Travaux"},
                {"id": "i2", "text": "Équipe Fournitures"},
                {"id": "i3", "text": "Équipe Services"},
            ]
        },
        settings={},
        valid=[],
        invalid=["i1", None, ["i1"], 1],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        check_ids(content["items"], "content.items")
        return content, settings

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        lines = [line.strip() for line in text(fields, "items").splitlines()]
        items = [
            {"id": f"i{number}", "text": line}
            for number, line in enumerate(filter(None, lines), start=1)
        ]
        return {"items": items}, {"without_replacement": ticked(fields, "without_replacement")}

    def may_draw(self, poll: Poll) -> bool:
        return bool(_in_the_wheel(poll, len(poll.draws)))

    def draw(self, poll: Poll, seed: str) -> dict[str, JSON]:
        among = _in_the_wheel(poll, len(poll.draws))
        if not among:
            raise NothingToDraw
        place = drawn_place(seed, len(poll.draws) + 1, [item["text"] for item in among])
        drawn = among[place]
        return {"item": drawn["id"], "text": drawn["text"], "place": place, "seed": seed}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        drawn = len(poll.draws)
        among = [item["text"] for item in _in_the_wheel(poll, max(drawn - 1, 0))]
        return {
            "draws": [dict(draw) for draw in poll.draws],
            "among": among,
            "left": len(_in_the_wheel(poll, drawn)),
            "check": checked_by(poll.draws[-1]["seed"], drawn, among) if drawn else "",
        }

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        draws = [
            Row(number, [draw["text"], draw["seed"]])
            for number, draw in enumerate(results["draws"], start=1)
        ]
        head = (N_("Number of the draw"), N_("Drawn"), N_("Seed"))
        return [Table(N_("What was drawn, in order"), head, draws)] if draws else []


def drawn_place(seed: str, number: int, texts: Sequence[str]) -> int:
    """Which of `texts` the draw `number` (from 1) with `seed` takes, counted from 0.

    SHA-256 of the seed, the number and the texts, each on a line of its own, as one big number,
    modulo how many texts there are: docs/kinds/wheel.md tells how anybody does the same.
    """
    lines = "\n".join([seed, str(number), *texts])
    return int(sha256(lines.encode()).hexdigest(), 16) % len(texts)


def checked_by(seed: str, number: int, texts: Sequence[str]) -> str:
    """Three lines of Python that print what `drawn_place` finds: texts in JSON read the same."""
    names = json.dumps(texts, ensure_ascii=False)
    return (
        "from hashlib import sha256\n"
        f'seed, number, names = "{seed}", {number}, {names}\n'
        'print(names[int(sha256("\\n".join([seed, str(number), *names]).encode()).hexdigest(), 16)'
        " % len(names)])"
    )


def _in_the_wheel(poll: Poll, drawn: int) -> list[dict[str, JSON]]:
    """What the draw after the first `drawn` draws is made among, in the host's order."""
    gone: set[str] = set()
    if poll.settings["without_replacement"]:
        gone = {draw["item"] for draw in poll.draws[:drawn]}
    return [item for item in poll.content["items"] if item["id"] not in gone]
