"""Word cloud and open text: what people type, merged and made fit for a room to see."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polling.errors import AnswerInvalid
from polling.kinds import kind
from polling.kinds.text import fold, fold_all, tidy
from polling.records import Entry, Tally

cloud = kind("word_cloud")


def said(*answers: tuple[list[str], int]) -> Tally:
    return Tally([("", words, count) for words, count in answers])


def test_words_are_merged_and_shown_as_most_people_wrote_them(ask):
    tally = said((["qualité"], 3), (["Qualite"], 1), (["QUALITÉ", "prix"], 2), (["Délai"], 2))
    assert cloud.results(tally, ask("word_cloud")) == {
        "words": [
            {"text": "qualité", "count": 6},
            {"text": "Délai", "count": 2},
            {"text": "prix", "count": 2},
        ],
        "more": 0,
    }


def test_a_tie_between_spellings_goes_to_small_letters_and_accents(ask):
    tally = said((["Équité"], 1), (["equite"], 1), (["équité"], 1), (["EQUITE"], 1))
    assert cloud.results(tally, ask("word_cloud"))["words"] == [{"text": "équité", "count": 4}]


def test_sixty_words_are_shown_and_the_rest_is_counted(ask):
    tally = said(*(([f"mot{number}"], number) for number in range(1, 71)))
    results = cloud.results(tally, ask("word_cloud"))
    assert [word["count"] for word in results["words"]] == list(range(70, 10, -1))
    assert results["more"] == 10


def test_a_word_taken_off_the_wall_stays_off_in_every_spelling(ask):
    poll = ask("word_cloud")
    poll = replace(poll, hidden=(cloud.entry_key("Zut", poll),))
    tally = said((["zut", "prix"], 2), (["ZÙT"], 1))
    assert cloud.results(tally, poll) == {"words": [{"text": "prix", "count": 2}], "more": 0}


def test_what_cannot_be_a_word_cannot_be_taken_off(ask):
    for entry in ("\ud800", "x" * 31):
        with pytest.raises(AnswerInvalid):
            cloud.entry_key(entry, ask("word_cloud"))


def test_only_kinds_that_fold_words_can_have_one_taken_off(ask):
    with pytest.raises(AnswerInvalid):
        kind("single_choice").entry_key("a", ask("yes_no"))


def test_one_person_cannot_make_a_word_count_twice(ask):
    answer = ["Prix", "prix", "PRIX ", "délai"]
    assert cloud.clean(answer, ask("word_cloud", max_words=2)) == ["Prix", "délai"]


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("  mise   en\n concurrence ", "mise en concurrence"),
        ("e\u0301coute", "écoute"),
        ("\u202eecirp\u202c", "ecirp"),
        ("a\u0000b\u001b[31m", "ab[31m"),
        ("pr\u200bi\u00adx\ufeff", "prix"),
        ("שקיפות", "שקיפות"),
        ("می‌خواهم", "می‌خواهم"),
        ("👩‍💻", "👩‍💻"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Z" + "\u0335" * 20, "Z" + "\u0335" * 4),
    ],
)
def test_what_would_break_the_wall_is_taken_out_and_nothing_else(ask, typed: str, kept: str):
    assert cloud.clean([typed], ask("word_cloud")) == [kept]


@pytest.mark.parametrize("typed", ["", " ", "\u200d\u200c", "\u3164", "\u2800 \u115f", "\u0301"])
def test_what_nobody_can_see_is_no_word(ask, typed: str):
    with pytest.raises(AnswerInvalid):
        cloud.clean([typed], ask("word_cloud"))
    with pytest.raises(AnswerInvalid):
        kind("open_text").clean(typed, ask("open_text"))


def test_half_a_character_is_refused(ask):
    for name, answer in (("word_cloud", ["\ud83d"]), ("open_text", "\ud83d")):
        with pytest.raises(AnswerInvalid, match="cannot be shown"):
            kind(name).clean(answer, ask(name))


@pytest.mark.parametrize(
    "one, other",
    [
        ("Égalité", "EGALITE"),
        ("cœur", "Coeur"),
        ("l’écoute", "l'ecoute"),
        ("İ", "i"),
        ("straße", "STRASSE"),
        ("mise‑en‑œuvre", "mise-en-oeuvre"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_spellings_of_one_word_fold_alike(one: str, other: str):
    assert fold(one) == fold(other)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)))
def test_many_words_are_folded_as_each_is(words: list[str]):
    assert fold_all(words) == [fold(word) for word in words]


@pytest.mark.parametrize("one", ["각", "ᄀ", "ㄱ", "ե", "ᾳ", "ϓ", "ﬁ", "Å", "ど", "ﾄﾞ", "क़"])
@pytest.mark.parametrize("other", ["ᅡ", "ㅏ", "ᆨ", "\u0345", "\u0301", "\u09be", "ゞ"])
def test_neighbours_in_a_crowd_do_not_change_each_other(one: str, other: str):
    assert fold_all([one, other, one]) == [fold(one), fold(other), fold(one)]


def test_vowels_of_other_scripts_are_not_accents():
    assert fold("कि") != fold("कु")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_tidy_text_stays_as_it_is(text: str):
    once = tidy(text, longest=400)
    assert tidy(once, longest=400) == once


def test_text_far_too_long_is_refused_before_work_is_spent_on_it(ask):
    with pytest.raises(AnswerInvalid) as refusal:
        kind("open_text").clean(" " * 10_000_000 + "a", ask("open_text"))
    assert refusal.value.details == {"n": 280}


def test_open_text_keeps_lines_and_drops_what_is_around_them(ask):
    answer = kind("open_text").clean(
        "  Bonjour ,\r\n\r\n\r\n\r\n une  question \n", ask("open_text")
    )
    assert answer == "Bonjour ,\n\nune question"


def test_open_text_shows_entries_and_how_many_more_there_are(ask):
    entries = [
        Entry("x1", "", "La deuxième", "2025-01-14T09:32Z", "visible"),
        Entry("x0", "", "La première", "2025-01-14T09:31Z", "visible"),
    ]
    results = kind("open_text").results(Tally([], entries, entries_total=5), ask("open_text"))
    assert results == {
        "entries": [
            {"id": "x1", "text": "La deuxième", "minute": "2025-01-14T09:32Z"},
            {"id": "x0", "text": "La première", "minute": "2025-01-14T09:31Z"},
        ],
        "more": 3,
    }


def test_simulated_words_meet_in_the_cloud(ask):
    poll = ask("word_cloud")
    answers = [cloud.simulate(poll, random.Random(seed)) for seed in range(40)]
    words = cloud.results(said(*((answer, 1) for answer in answers)), poll)["words"]
    assert words[0]["count"] >= 5
    assert len(words) >= 12
