"""Would you recommend it? The Net Promoter Score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from polling.kinds.grade import OneGrade, codes
from polling.kinds.kind import Column, Example, Fields
from polling.kinds.schema import Schema, shape
from polling.kinds.summary import PEOPLE, SHARE, Cell, Facts, Summary, Words, how_many
from polling.languages import N_
from polling.records import JSON, Poll, Tally

GROUPS = {"detractor": N_("0 to 6"), "passive": N_("7 or 8"), "promoter": N_("9 or 10")}


class NetPromoterScore(OneGrade):
    """The score of Fred Reichheld, “The One Number You Need to Grow” (2003): the share of
    promoters minus the share of detractors, in points from -100 to 100."""

    name = "nps"
    family = "rate"
    may_be_an_item = True
    label = N_("Recommendation (NPS)")
    hint = N_("Would you recommend it? From 0 to 10, with the Net Promoter Score.")
    content_schema = shape({})
    settings_schema = shape({})
    answer_schema: ClassVar[Schema] = {"type": "integer", "minimum": 0, "maximum": 10}
    example = Example(
        title="Recommanderiez-vous cette matinale à une ou un collègue ?",
        content={},
        settings={},
        valid=[0, 7, 10],
        invalid=[-1, 11, 7.5, "7", True, None, [7], {"a": 7}],
    )

    def grades(self, poll: Poll) -> range:
        return range(11)

    def ends(self, poll: Poll) -> dict[str, str]:
        return {"0": N_("Not at all likely"), "10": N_("Extremely likely")}

    def results(self, tally: Tally, poll: Poll) -> dict[str, JSON]:
        counts = self.counted(tally, poll)
        detractors = sum(counts[grade] for grade in range(7))
        passives = counts[7] + counts[8]
        promoters = counts[9] + counts[10]
        return {
            "counts": codes(counts),
            "promoters": promoters,
            "passives": passives,
            "detractors": detractors,
            "score": _score(promoters - detractors, promoters + passives + detractors),
        }

    def summary(self, results: Mapping[str, JSON], answered: int, poll: Poll) -> Summary:
        groups = [
            (N_("Promoters (9 and 10)"), "promoters"),
            (N_("Passives (7 and 8)"), "passives"),
            (N_("Detractors (0 to 6)"), "detractors"),
        ]
        return [
            Facts([(N_("Score"), results["score"])]),
            how_many(
                N_("How likely people are to recommend it"),
                [(label, results[name]) for label, name in groups],
                answered,
                head=(N_("Group"), PEOPLE, SHARE),
            ),
            how_many(
                N_("How many people chose which number"),
                [(int(grade), count) for grade, count in results["counts"].items()],
                answered,
            ),
        ]

    def in_words(self, slot: str, answer: JSON, poll: Poll) -> list[tuple[Words, Cell]]:
        return [("", answer)]

    def edited(self, fields: Fields) -> tuple[dict[str, JSON], dict[str, JSON]]:
        return {}, {}

    def columns(self, poll: Poll) -> list[Column]:
        return [
            Column("nps", N_("How likely it is to be recommended, from 0 to 10")),
            Column("nps_group", N_("The group of the Net Promoter Score"), GROUPS),
        ]

    def row(self, answer: JSON, poll: Poll) -> dict[str, str | int | float]:
        return {"nps": answer, "nps_group": _group(answer)}

    def group(self, answer: JSON, poll: Poll) -> str | None:
        return GROUPS[_group(answer)] if isinstance(answer, int) else None

    def groups(self, poll: Poll) -> list[str]:
        return list(GROUPS.values())


def _group(answer: int) -> str:
    return "promoter" if answer >= 9 else "passive" if answer >= 7 else "detractor"


def _score(lead: int, people: int) -> int | None:
    """`lead` out of `people` in whole points, halves away from 0, so that neither side gains."""
    if people == 0:
        return None
    points = (200 * abs(lead) + people) // (2 * people)
    return points if lead >= 0 else -points
