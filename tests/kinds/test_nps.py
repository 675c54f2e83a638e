"""The Net Promoter Score: three groups and one number."""

from __future__ import annotations

import pytest

from polling.kinds import kind
from polling.records import Tally

nps = kind("nps")


def scored(ask, *answers: int) -> dict:
    return nps.results(Tally([("", answer, 1) for answer in answers]), ask("nps"))


def test_the_groups_begin_at_7_and_at_9(ask):
    results = scored(ask, *range(11))
    assert results["counts"] == {str(grade): 1 for grade in range(11)}
    groups = {name: results[name] for name in ("detractors", "passives", "promoters")}
    assert groups == {"detractors": 7, "passives": 2, "promoters": 2}
    assert results["score"] == -45  # (2 - 7) / 11 = -45.45…


@pytest.mark.parametrize(
    "answers, score",
    [
        ([], None),
        ([7], 0),
        ([10], 100),
        ([0], -100),
        ([9, 9, 6], 33),
        ([9, 6, 6], -33),
        ([9] + [8] * 7, 13),  # 12.5: halves away from 0, on both sides
        ([6] + [8] * 7, -13),
        ([9, 9, 9, 7, 0], 40),
    ],
)
def test_the_score_is_a_whole_number_between_both_hundreds(ask, answers, score):
    assert scored(ask, *answers)["score"] == score


def test_nobody_is_counted_everywhere(ask):
    results = nps.results(Tally(), ask("nps"))
    assert results["counts"] == dict.fromkeys(map(str, range(11)), 0)
    assert results["promoters"] == results["passives"] == results["detractors"] == 0


def test_an_export_names_the_group(ask):
    poll = ask("nps")
    assert [nps.row(grade, poll)["nps_group"] for grade in (6, 7, 8, 9)] == [
        "detractor",
        "passive",
        "passive",
        "promoter",
    ]


def test_a_form_gives_a_number(ask):
    assert nps.from_form({"answer": ["10"]}) == 10
    assert nps.from_form({"answer": ["dix"]}) == "dix"
