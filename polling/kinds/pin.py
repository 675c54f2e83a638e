"""A place on a picture."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import ClassVar

from polling.errors import ContentInvalid
from polling.kinds.images import ALT, ID
from polling.kinds.items import check_ids, edited_rows, listed
from polling.kinds.kind import Column, Example, Fields, Kind
from polling.kinds.places import POINT, Places, cleaned, from_hundredths, gathered, read
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import (
    PEOPLE,
    SHARE,
    Cell,
    Pointed,
    Row,
    Said,
    Share,
    Summary,
    Table,
    Words,
    share,
)
from polling.languages import N_
from polling.records import JSON, Poll, Tally

PART: Schema = {
    "type": "number",
    "minimum": 0,
    "maximum": 1,
    "message": N_("A number from 0 to 100 percent is expected here."),
}
ELSEWHERE = "at=numbers"
EDGES = ("x", "y", "width", "height")

ZONES = listed(
    1,
    12,
    N_("There are %(minItems)s to %(maxItems)s zones."),
    {**dict.fromkeys(EDGES, PART), "right": {"type": "boolean"}},
)
ZONES["items"]["required"] += EDGES


class Pin(Kind):
    """Its content is `{image, alt, zones?}`, its answer `[x, y]` from the picture's upper left."""

    name = "pin"
    family = "place"
    label = N_("Pin on a picture")
    hint = N_("Everybody shows a place on a picture, a plan or a map.")
    may_be_right = True
    content_schema: ClassVar[Schema] = shape(
        {"image": ID, "alt": ALT, "zones": ZONES}, required=["image", "alt"]
    )
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = POINT
    example = Example(
        title="Où est l’erreur dans ce formulaire ?",
        content={
            "image": "6f1c2b0a9d3e4f58a7b6c5d4e3f20191-1920x1080",
            "alt": "Un acte d’engagement rempli",
            "zones": [
                {
                    "id": "a",
                    "text": "Le montant",
                    "right": True,
                    "x": 0.4,
                    "y": 0.49,
                    "width": 0.51,
                    "height": 0.1,
                },
                {
                    "id": "b",
                    "text": "La date",
                    "x": 0.4,
                    "y": 0.76,
                    "width": 0.51,
                    "height": 0.1,
                },
            ],
        },
        settings={},
        valid=[[0.6, 0.54], [0.6, 0.8], [0, 1], [0.12345, 0.5]],
        invalid=[[0.5], [0.5, 1.01], [-0.1, 0.5], ["0.5", 0.5], [0.1, 0.2, 0.3], {"x": 0.5}, None],
    )

    def check(
        self, content: Mapping[str, JSON], settings: Mapping[str, JSON]
    ) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content, settings = super().check(content, settings)
        zones = content.get("zones", [])
        check_ids(zones, "content.zones")
        for index, zone in enumerate(zones):
            if not zone["width"] or not zone["height"]:
                raise ContentInvalid(
                    N_("A zone has a width and a height."), field=f"content.zones.{index}"
                )
        if zones and all(zone.get("right") for zone in zones):
            raise ContentInvalid(
                N_(
                    "Name a zone that is not right, too: "
                    "their names are offered to people who cannot point."
                ),
                field="content.zones",
            )
        return content, settings

    def clean(self, answer: JSON, poll: Poll) -> JSON:
        return cleaned(answer, N_("Show a place on the picture."))

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        places = Places()
        zones = [(zone["id"], *_bounds(zone)) for zone in poll.content.get("zones", [])]
        inside = {id: 0 for id, *_ in zones}
        for _slot, point, count in tally.counts:
            places.add(point, count)
            x, y = point
            for id, left, top, right, bottom in zones:
                if left <= x <= right and top <= y <= bottom:
                    inside[id] += count
        return {"bins": places.bins(), **({"zones": inside} if zones else {})}

    def public(self, content: dict[str, JSON]) -> dict[str, JSON]:
        if "zones" not in content:
            return content
        zones = [
            {name: value for name, value in zone.items() if name != "right"}
            for zone in content["zones"]
        ]
        return {**content, "zones": zones}

    def has_right_answers(self, poll: Poll) -> bool:
        return any(zone.get("right") for zone in poll.content.get("zones", []))

    def score(self, answer: JSON, poll: Poll) -> float | None:
        right = [zone for zone in poll.content.get("zones", []) if zone.get("right")]
        return float(any(_holds(zone, answer) for zone in right)) if right else None

    def from_form(self, fields: Fields) -> JSON:
        """A zone's middle, as in "at=25,60", or else two numbers from 0 to 100."""
        sent = list(fields.get("answer", ()))
        for value in sent:
            if value.startswith("at=") and value != ELSEWHERE:
                return from_hundredths(value.removeprefix("at=").split(","))
        return from_hundredths([value for value in sent if value != ELSEWHERE])

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        content: dict[str, JSON] = {}
        for name, field in (("image", "image"), ("alt", "image_alt")):
            content[name] = next(iter(fields.get(field, ())), "").strip()
        zones = [
            {**zone, **_edges(fields, row), **({"right": True} if _is_right(fields, row) else {})}
            for row, zone in edited_rows(fields, "zone")
        ]
        return {**content, **({"zones": zones} if zones else {})}, {}

    def columns(self, poll: Poll) -> list[Column]:
        columns = [
            Column("x", N_("How far from the picture's left edge, from 0 to 1")),
            Column("y", N_("How far from the picture's upper edge, from 0 to 1")),
        ]
        words = {"1": N_("inside"), "0": N_("outside")}
        zones = poll.content.get("zones", [])
        return columns + [Column(f"zone_{zone['id']}", zone["text"], words) for zone in zones]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        zones = poll.content.get("zones", [])
        inside = {f"zone_{zone['id']}": int(_holds(zone, answer)) for zone in zones}
        return {"x": answer[0], "y": answer[1], **inside}

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        content = poll.content
        told: Summary = [Pointed(content["image"], content["alt"], results["bins"])]
        if zones := content.get("zones"):
            inside = results["zones"]
            rows = [
                Row(
                    zone["text"],
                    [inside[zone["id"]], share(inside[zone["id"]], answered)],
                    inside[zone["id"]] / (answered or 1),
                    bool(zone.get("right")),
                )
                for zone in zones
            ]
            head = (N_("Zone"), PEOPLE, SHARE)
            told.append(Table(N_("How many people pointed into each zone"), head, rows))
        return told

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        zones = [zone["text"] for zone in poll.content.get("zones", []) if _holds(zone, answer)]
        across, down = answer
        place = Said(
            N_("%(x)s from the left, %(y)s from the top"), {"x": Share(across), "y": Share(down)}
        )
        return [("", zone) for zone in zones] or [("", place)]

    def simulate(self, poll: Poll, chance: random.Random) -> JSON:
        taste = random.Random(poll.id)
        centres = [middle(zone) for zone in poll.content.get("zones", [])] or [
            (taste.uniform(0.2, 0.8), taste.uniform(0.2, 0.8)) for _ in range(3)
        ]
        weights = [taste.uniform(0.5, 2) / (1 + place) for place in range(len(centres))]
        (centre,) = chance.choices(centres, weights)
        return self.clean(gathered(chance.choice([0.03, 0.06, 0.2]), centre, chance), poll)


def middle(zone: Mapping[str, JSON]) -> tuple[float, float]:
    """Of the part of a zone that is on the picture."""
    x, y = (
        (zone[start] + min(1, zone[start] + zone[size])) / 2
        for start, size in (("x", "width"), ("y", "height"))
    )
    return x, y


def _holds(zone: Mapping[str, JSON], point: JSON) -> bool:
    left, top, right, bottom = _bounds(zone)
    x, y = point
    return bool(left <= x <= right and top <= y <= bottom)


def _bounds(zone: Mapping[str, JSON]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom; a sum of decimals is not always one."""
    x, y = zone["x"], zone["y"]
    return x, y, round(x + zone["width"], 6), round(y + zone["height"], 6)


def _is_right(fields: Fields, row: int) -> bool:
    chosen = fields.get("zone_right", ())
    return row < len(chosen) and bool(chosen[row])


def _edges(fields: Fields, row: int) -> dict[str, JSON]:
    """Where a zone is; what cannot be read stays as it was typed, for `check` to refuse."""
    edges: dict[str, JSON] = {}
    for edge in EDGES:
        typed = fields.get(f"zone_{edge}", ())
        edges[edge] = read(typed[row].strip() if row < len(typed) else "")
    return edges
