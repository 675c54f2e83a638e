"""One row for each ballot, with a column for each part of an answer."""

from __future__ import annotations

from itertools import count, islice

from polling.exports import table
from polling.exports.wording import Translate
from polling.records import Ballot, Poll
from tests.exports.examples import (
    SESSION,
    ballot,
    every_valid_answer,
    one_of_every_kind,
    options,
    poll_of,
)

FIXED = [
    "session", "poll", "position", "kind", "title", "round", "participant", "slot", "answer",
    "status", "minute",
]  # fmt: skip
FRENCH = {"Yes": "Oui", "No": "Non"}


def rows(
    polls: list[Poll], ballots: list[Ballot], translate: Translate = str
) -> list[dict[str, object]]:
    header, *lines = table.rows(SESSION, polls, ballots, {}, translate)
    return [dict(zip(map(str, header), line, strict=True)) for line in lines]


def french(text: str) -> str:
    return FRENCH.get(text, text)


def test_a_row_says_who_answered_what_where_and_when() -> None:
    poll = poll_of("single_choice", 2)
    (row,) = rows([poll], [ballot(poll, "a", round=3)])

    assert list(row)[: len(FIXED)] == FIXED
    assert [row[name] for name in FIXED] == [
        "QW7K3F", 102, 2, "single_choice", poll.title, 3, "ada", "", '"a"', "visible",
        "2026-11-23T09:05Z",
    ]  # fmt: skip


def test_every_answer_of_every_kind_is_there_exactly() -> None:
    polls = one_of_every_kind()
    ballots = every_valid_answer(polls)

    assert [row["answer"] for row in rows(polls, ballots)] == [given.answer for given in ballots]


def test_the_answer_is_compact_and_keeps_its_accents() -> None:
    poll = poll_of("word_cloud")
    (row,) = rows([poll], [ballot(poll, ["écoute", "prix"])])

    assert row["answer"] == '["écoute","prix"]'


def test_every_answer_has_something_in_a_column_of_its_own() -> None:
    polls = one_of_every_kind()

    for row in rows(polls, every_valid_answer(polls)):
        assert any(value != "" for name, value in row.items() if name not in FIXED), row


def test_choices_stand_as_code_and_in_words() -> None:
    poll = poll_of("single_choice", content=options("Avant", "Jamais"))
    (row,) = rows([poll], [ballot(poll, "b")])

    assert (row["choice"], row["choice_text"]) == ("b", "Jamais")


def test_polls_that_name_a_part_alike_share_its_column() -> None:
    first, second = poll_of("single_choice", 1), poll_of("yes_no", 2)
    header = next(iter(table.rows(SESSION, [first, second], [], {}, str)))

    assert header == [*FIXED, "choice", "choice_text"]


def test_columns_come_in_running_order() -> None:
    words, text = poll_of("word_cloud", 1), poll_of("open_text", 2)
    header = next(iter(table.rows(SESSION, [words, text], [], {}, str)))

    assert header == [*FIXED, "word_1", "word_2", "word_3", "text"]


def test_a_row_leaves_the_columns_of_other_polls_empty() -> None:
    words, text = poll_of("word_cloud", 1), poll_of("open_text", 2)
    (row,) = rows([words, text], [ballot(text, "Par où commencer ?")])

    assert (row["word_1"], row["text"]) == ("", "Par où commencer ?")


def test_our_own_words_are_in_the_readers_language() -> None:
    poll = poll_of("yes_no")
    (row,) = rows([poll], [ballot(poll, "yes")], french)

    assert (row["choice"], row["choice_text"]) == ("yes", "Oui")


def test_what_people_wrote_is_never_translated() -> None:
    choice = poll_of("single_choice", 1, content=options("Yes", "No"))
    text = poll_of("open_text", 2)
    chosen, written = rows([choice, text], [ballot(choice, "a"), ballot(text, "Yes")], french)

    assert (chosen["choice_text"], written["text"]) == ("Yes", "Yes")


def test_rows_are_made_one_at_a_time() -> None:
    """An endless hall: a table that was gathered first would never begin."""
    poll = poll_of("open_text")
    endless = (ballot(poll, "Bonjour", f"p{number}") for number in count())

    assert len(list(islice(table.rows(SESSION, [poll], endless, {}, str), 1000))) == 1000
