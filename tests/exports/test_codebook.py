"""Whoever gets the table later can read it with the codebook alone."""

from __future__ import annotations

from polling.exports import codebook, table
from polling.exports.wording import Translate
from polling.kinds import kind
from polling.records import Poll
from tests.exports.examples import (
    SESSION,
    every_valid_answer,
    one_of_every_kind,
    options,
    poll_of,
)


def meanings(polls: list[Poll], translate: Translate = str) -> list[dict[str, object]]:
    header, *rows = codebook.rows(SESSION, polls, translate)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_every_column_of_the_table_is_described() -> None:
    polls = one_of_every_kind()
    header = next(iter(table.rows(SESSION, polls, [], {}, str)))
    described = {row["column"] for row in meanings(polls) if row["description"]}

    assert described == set(header)


def test_every_column_is_described_for_every_poll_that_has_it() -> None:
    polls = one_of_every_kind()
    described = {(row["poll"], row["column"]) for row in meanings(polls) if row["poll"]}

    assert described == {
        (poll.id, column.name) for poll in polls for column in kind(poll.kind).columns(poll)
    }


def test_every_coded_value_of_the_table_has_a_meaning() -> None:
    polls = one_of_every_kind()
    known = {(row["poll"], row["column"], row["value"]) for row in meanings(polls)}
    header, *rows = table.rows(SESSION, polls, every_valid_answer(polls), {}, str)
    coded = {
        (poll.id, column.name)
        for poll in polls
        for column in kind(poll.kind).columns(poll)
        if column.values
    }

    for row in (dict(zip(header, row, strict=True)) for row in rows):
        for poll, name in coded:
            if row["poll"] == poll and isinstance(row[name], str) and row[name]:
                assert (poll, name, str(row[name])) in known


def test_every_status_of_a_ballot_has_a_meaning() -> None:
    known = {row["value"]: row["meaning"] for row in meanings([]) if row["column"] == "status"}

    assert set(known) == {"visible", "pending", "hidden", "answered"}
    assert all(known.values())


def test_a_poll_is_named_with_its_question_and_how_often_it_was_opened() -> None:
    poll = poll_of("single_choice", content=options("Avant", "Jamais"), round=2)
    rows = [row for row in meanings([poll]) if row["poll"]]

    assert {(row["poll"], row["title"], row["rounds"]) for row in rows} == {(101, poll.title, 2)}
    assert [(row["value"], row["meaning"]) for row in rows if row["column"] == "choice"] == [
        ("a", "Avant"),
        ("b", "Jamais"),
    ]


def test_what_the_house_says_is_translated_and_what_the_host_wrote_is_not() -> None:
    written = poll_of("single_choice", 1, content=options("Yes", "Jamais"))
    ours = poll_of("yes_no", 2, settings={"unsure": False})
    rows = [row for row in meanings([written, ours], str.upper) if row["column"] == "choice"]

    assert {row["description"] for row in rows if row["poll"]} == {"THE ANSWER CHOSEN, AS A CODE"}
    assert [row["meaning"] for row in rows] == ["Yes", "Jamais", "YES", "NO"]
