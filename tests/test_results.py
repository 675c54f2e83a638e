"""Results of a round, as rooms, walls and facilitators are told them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from polling.kinds import kind
from polling.records import Poll, Vote
from polling.results import Results, ResultsAside
from polling.storage import Store, open_store, prepare


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    prepare(tmp_path / "sessions.db")
    with closing(open_store(tmp_path / "sessions.db", writing=True)) as opened:
        yield opened


def asked(store: Store, name: str, **settings: object) -> Poll:
    """An open poll of the kind, in a session of its own."""
    session = store.add_session(
        code="ABCDEF", title="t", language="fr", screen_key="s", facilitator_key="f", created="now"
    )
    content, own = kind(name).check(kind(name).example.content, settings)
    return store.add_poll(
        session=session.id, kind=name, title="?", content=content, settings=own, notes="",
        position=1, status="open", round=1,
    )  # fmt: skip


def said(store: Store, poll: Poll, *answers: str, status: str = "visible", round: int = 1) -> None:
    """Each by somebody else; `answers` as JSON."""
    votes = [
        Vote(poll.id, round, f"{status}{number}", "", answer, 0, status)  # type: ignore[arg-type]
        for number, answer in enumerate(answers)
    ]
    store.record(votes, "2030-01-01T09:00Z")


def test_facilitators_also_read_what_waits(store: Store) -> None:
    poll = asked(store, "open_text", moderated=True)
    said(store, poll, '"Bonjour"')
    said(store, poll, '"Attendez"', '"Moi aussi"', status="pending")
    results = Results(store)
    public, full = results.both(poll)
    assert [entry["text"] for entry in public["results"].pop("entries")] == ["Bonjour"]
    assert public == {"answered": 3, "results": {"more": 0}}
    pending = full["results"]["pending"]
    assert sorted(entry["text"] for entry in pending) == ["Attendez", "Moi aussi"]
    assert results.for_facilitators(poll) == full
    assert full["answered"] == 3


def test_where_nothing_waits_everybody_reads_the_same(store: Store) -> None:
    poll = asked(store, "yes_no")
    said(store, poll, '"yes"', '"no"', '"yes"')
    results = Results(store)
    expected = {"answered": 3, "results": {"counts": {"yes": 2, "no": 1}}}
    assert results.both(poll) == (expected, expected)
    assert results.of(poll) == results.for_facilitators(poll) == expected


def test_each_round_has_its_own(store: Store) -> None:
    poll = asked(store, "yes_no")
    said(store, poll, '"yes"')
    said(store, poll, '"no"', round=2)
    assert Results(store).of(poll, 2)["results"] == {"counts": {"yes": 0, "no": 1}}
    assert Results(store).of(poll)["results"] == {"counts": {"yes": 1, "no": 0}}


def test_what_was_taken_off_the_wall_still_counts_as_an_answer(store: Store) -> None:
    poll = asked(store, "open_text")
    said(store, poll, '"Bonjour"')
    said(store, poll, '"Zut"', status="hidden")
    public = Results(store).of(poll)
    assert public["answered"] == 2
    assert [entry["text"] for entry in public["results"]["entries"]] == ["Bonjour"]


@pytest.mark.parametrize("name", ["single_choice", "word_cloud", "open_text"])
def test_a_thread_reads_the_same(store: Store, name: str) -> None:
    poll = asked(store, name)
    answers = {"single_choice": '"a"', "word_cloud": '["prix","délai"]', "open_text": '"Oui"'}
    said(store, poll, *[answers[name]] * 3)
    with closing(store.another()) as beside:
        assert ResultsAside(beside).both(poll) == Results(store).both(poll)


def test_a_hall_in_which_everybody_says_something_else(store: Store) -> None:
    poll = asked(store, "word_cloud")
    people = range(4321)
    said(store, poll, *(f'["Mot{number}","PRIX"]' for number in people))
    found = Results(store).of(poll)
    assert found["answered"] == 4321
    assert found["results"]["words"][:2] == [
        {"text": "PRIX", "count": 4321},
        {"text": "Mot0", "count": 1},
    ]
    assert found["results"]["more"] == 4322 - 60
