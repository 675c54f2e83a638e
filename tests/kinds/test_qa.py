"""Questions of the room: worked examples of what stands on top, as what, and with which votes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from polling.errors import AnswerInvalid, ContentInvalid
from polling.kinds import kind
from polling.records import Entry, Poll, Tally

qa = kind("qa")


def asked(
    *questions: tuple[str, str] | tuple[str, str, int], status: str = "visible"
) -> list[Entry]:
    """Entries called by the first of each, asked in minute 10 unless a third says otherwise."""
    return [
        Entry(id, f"q:{id}", text, f"2026-01-14T09:{(minute or [10])[0]}Z", status)
        for id, text, *minute in questions
    ]


@pytest.fixture
def poll(ask: Callable[..., Poll]) -> Poll:
    return ask("qa")


def told(poll: Poll, entries: list[Entry], **votes: int) -> list[dict[str, Any]]:
    tally = Tally([(f"up:{id}", 1, n) for id, n in votes.items()], entries, len(entries))
    questions: list[dict[str, Any]] = qa.results(tally, poll)["questions"]
    return questions


def test_those_with_most_votes_come_first_and_of_equals_the_older_one(poll: Poll) -> None:
    entries = asked(
        ("a", "Quand ?", 12), ("b", "Qui ?", 11), ("c", "Combien ?", 10), ("d", "Où ?", 10)
    )
    assert [q["id"] for q in told(poll, entries, a=2, b=2)] == ["b", "a", "c", "d"]
    assert told(poll, entries, a=2)[0] == {
        "id": "a", "text": "Quand ?", "minute": "2026-01-14T09:12Z", "votes": 2,
        "status": "visible", "similar": [],
    }  # fmt: skip


def test_the_same_question_stands_once_under_its_favourite_wording(poll: Poll) -> None:
    entries = asked(
        ("a", "Peut-on visiter une entreprise ?", 10),
        ("b", "Peut on visiter des entreprises", 11),
        ("c", "Peut-on visiter un chantier ?", 12),
    )
    first, other = told(poll, entries, a=1, b=3, c=2)
    assert (first["id"], first["votes"]) == ("b", 4)
    assert first["similar"] == [{"id": "a", "text": "Peut-on visiter une entreprise ?"}]
    assert (other["id"], other["votes"]) == ("c", 2)
    assert told(poll, entries)[0]["id"] == "a", "the oldest where nobody has voted"


def test_a_question_is_answered_where_one_of_its_wordings_is(poll: Poll) -> None:
    entries = asked(("a", "Quel budget ?", 11)) + asked(("b", "quel budget", 10), status="answered")
    (question,) = told(poll, entries)
    assert question["status"] == "answered"


def test_votes_for_what_is_not_there_count_nowhere(poll: Poll) -> None:
    assert told(poll, [], gone=5) == []
    assert [q["votes"] for q in told(poll, asked(("a", "Quand ?")), gone=5)] == [0]


def test_of_many_questions_the_best_and_the_newest_are_told(poll: Poll) -> None:
    names = [f"{n:03}" for n in range(300)]
    entries = asked(*((name, f"Question {name}", 10 + int(name) // 10) for name in names))
    votes = {name: 500 - int(name) for name in names[:160]}
    tally = Tally([(f"up:{id}", 1, n) for id, n in votes.items()], entries, 310)
    results = qa.results(tally, poll)
    shown = [question["id"] for question in results["questions"]]
    assert shown[:150] == names[:150]
    assert set(shown[150:]) == set(names[250:])
    assert results["more"] == 110


def test_without_votes_nobody_votes(poll: Poll, ask: Callable[..., Poll]) -> None:
    qa.check_slot("up:6f1c02ab", poll)
    with pytest.raises(AnswerInvalid):
        qa.check_slot("up:6f1c02ab", ask("qa", votes=False))


@pytest.mark.parametrize("setting", [{"abstain": True}, {"rounds": 2}])
def test_nobody_abstains_from_asking_and_nobody_asks_twice(setting: dict[str, Any]) -> None:
    with pytest.raises(ContentInvalid) as refusal:
        qa.check({}, setting)
    assert refusal.value.details["field"] == f"settings.{next(iter(setting))}"


def test_phones_see_the_questions_unless_a_host_says_otherwise(
    poll: Poll, ask: Callable[..., Poll]
) -> None:
    assert poll.settings["phones"] == "live"
    assert ask("qa", phones="never").settings["phones"] == "never"


def test_a_form_says_it_once_however_often_it_is_sent() -> None:
    form = {"answer": ["Quand ?"], "fresh": ["123"]}
    assert qa.slots_from_form(form) == {"q:123": "Quand ?"}
    assert qa.slots_from_form({"withdraw": ["q:123"], "answer": ["Qui ?"]}) == {"q:123": None}


def test_two_hundred_questions_and_their_votes_take_no_time(poll: Poll) -> None:
    entries = asked(*((f"{n:03}", f"Question {n} sur le lot {n * 7}") for n in range(200)))
    tally = Tally([(f"up:{n:03}", 1, n) for n in range(200)], entries, 200)
    qa.results(tally, poll)
    times = []
    for _ in range(3):
        begun = time.process_time()
        qa.results(tally, poll)
        times.append(time.process_time() - begun)
    assert min(times) < 0.05
