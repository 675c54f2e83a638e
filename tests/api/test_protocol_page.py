"""docs/protocol.md names all that the outside can meet."""

from __future__ import annotations

import re
from pathlib import Path

from polling.config import SETTINGS
from polling.errors import CannotStart, PollingError
from polling.exports.table import COLUMNS
from polling.kinds import kinds
from polling.live import names
from polling.sessions.conductor import ON_A_POLL, ON_THE_SESSION
from tests.api.test_openapi import CALLS

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
NAMED = set(re.findall(r"`([^`]+)`", PAGE))


def test_every_refusal_is_named() -> None:
    refusals = {error.name for error in PollingError.__subclasses__() if error is not CannotStart}

    assert refusals <= NAMED


def test_every_call_is_named() -> None:
    without_queries = re.sub(r"\?[^`]*`", "`", PAGE)
    for path in CALLS:
        plain = re.sub(r"{\w+}", "ID", path)
        beside_another = f"`/{plain.rpartition('/')[2]}`"
        assert f"{plain}`" in without_queries or beside_another in without_queries, path


def test_every_kind_is_named_with_its_content_answer_and_results() -> None:
    rows = {line.split("`")[1] for line in PAGE.splitlines() if line.startswith("| `")}

    assert set(kinds()) <= rows


def test_every_action_is_named() -> None:
    assert {*ON_A_POLL, *ON_THE_SESSION} <= NAMED


def test_every_event_is_named() -> None:
    events = {names.STATE, names.RESULTS, names.PRESENCE, names.VOTE, names.CONTROL, names.BEAT}

    assert events <= NAMED


def test_every_setting_is_named() -> None:
    for setting in SETTINGS:
        flag = setting.name.replace("_", "-")
        assert f"--no-{flag}" in PAGE if setting.type is bool else f"`--{flag}`" in PAGE


def test_every_column_of_the_table_is_named() -> None:
    assert set(COLUMNS) <= NAMED
