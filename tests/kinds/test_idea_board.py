"""An idea board: worked examples of where ideas stand, and what is one and the same."""

from __future__ import annotations

from typing import Any

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Entry, Poll, Tally

board = kind("idea_board")
COLUMNS = {"columns": [{"id": "a", "text": "Garder"}, {"id": "b", "text": "Arrêter"}]}


def idea(id: str, text: str, column: str = "") -> Entry:
    said = {"text": text, **({"column": column} if column else {})}
    return Entry(id, f"idea:{id}", said, "2026-01-14T09:10Z", "visible")


def placed(poll: Poll, entries: list[Entry], *counts: tuple[str, Any, int]) -> dict[str, list[str]]:
    """The ids of ideas by column."""
    results = board.results(Tally(counts, entries, len(entries)), poll)
    return {each["id"]: [one["id"] for one in each["ideas"]] for each in results["columns"]}


def test_an_idea_stands_where_its_author_put_it(ask: Any) -> None:
    entries = [idea("1", "Le papier", "b"), idea("2", "Le café", "a")]
    assert placed(ask("idea_board", COLUMNS), entries) == {"a": ["2"], "b": ["1"]}


def test_the_column_most_people_want_it_in_counts(ask: Any) -> None:
    poll = ask("idea_board", COLUMNS)
    entries = [idea("1", "Le papier", "b")]
    assert placed(poll, entries, ("in:1", "a", 1)) == {"a": ["1"], "b": []}
    assert placed(poll, entries, ("in:1", "a", 2), ("in:1", "b", 1)) == {"a": ["1"], "b": []}
    assert placed(poll, entries, ("in:1", "a", 1), ("in:1", "b", 2)) == {"a": [], "b": ["1"]}


def test_where_as_many_want_each_it_stays_where_its_author_put_it(ask: Any) -> None:
    poll = ask("idea_board", COLUMNS)
    tie = [("in:1", "a", 2), ("in:1", "b", 2)]
    assert placed(poll, [idea("1", "Le papier", "b")], *tie) == {"a": [], "b": ["1"]}
    assert placed(poll, [idea("1", "Le papier")], *tie) == {"": ["1"], "a": [], "b": []}


def test_a_column_that_is_no_more_is_wanted_by_nobody(ask: Any) -> None:
    assert placed(
        ask("idea_board", COLUMNS), [idea("1", "Le papier", "b")], ("in:1", "gone", 9)
    ) == {"a": [], "b": ["1"]}


def test_without_columns_all_ideas_stand_together(ask: Any) -> None:
    poll = ask("idea_board")
    assert placed(poll, []) == {"": []}
    assert placed(poll, [idea("1", "Un"), idea("2", "Deux")], ("up:2", 1, 3)) == {"": ["2", "1"]}


def test_the_same_idea_is_one_in_a_column_and_two_in_two(ask: Any) -> None:
    poll = ask("idea_board", COLUMNS)
    entries = [
        idea("1", "Les réunions", "a"),
        idea("2", "les reunions !", "a"),
        idea("3", "Les réunions", "b"),
    ]
    tally = Tally([("up:1", 1, 1), ("up:2", 1, 2), ("up:3", 1, 4)], entries, 3)
    keep, stop = board.results(tally, poll)["columns"]
    assert keep["ideas"] == [
        {
            "id": "2", "text": "les reunions !", "minute": "2026-01-14T09:10Z", "votes": 3,
            "similar": [{"id": "1", "text": "Les réunions"}],
        }
    ]  # fmt: skip
    assert (stop["ideas"][0]["votes"], stop["ideas"][0]["similar"]) == (4, [])


def test_a_board_without_columns_takes_no_moves(ask: Any) -> None:
    board.check_slot("in:1", ask("idea_board", COLUMNS))
    with pytest.raises(AnswerInvalid):
        board.check_slot("in:1", ask("idea_board"))


def test_columns_differ_and_are_six_at_most() -> None:
    twice = [{"id": "a", "text": "Un"}, {"id": "a", "text": "Deux"}]
    seven = [{"id": f"c{n}", "text": str(n)} for n in range(7)]
    for columns in (twice, seven):
        with pytest.raises(ContentInvalid) as refusal:
            board.check({"columns": columns}, {})
        assert refusal.value.details["field"].startswith("content.columns")


def test_the_export_says_what_was_written_moved_and_voted_for(ask: Any) -> None:
    poll = ask("idea_board", COLUMNS)
    said = {"column": "a", "text": "Le café"}
    assert board.row_slot("idea:1", said, poll) == said
    assert board.row_slot("up:x1", 1, poll) == {"vote_for": "x1"}
    assert board.row_slot("in:x1", "b", poll) == {"moved": "x1", "column": "b"}


def test_what_a_host_edits_is_read_back() -> None:
    form = {"columns_id": ["a", ""], "columns_text": ["Garder", "Arrêter"], "votes": ["1"]}
    content, settings = board.edited(form)
    assert content["columns"] == [{"id": "a", "text": "Garder"}, {"id": "b", "text": "Arrêter"}]
    assert (settings["votes"], settings["moderated"]) == (True, False)
