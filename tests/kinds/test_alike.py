"""Questions that are the same in nearly the same words, and those that only look it."""

from __future__ import annotations

import random
import time

import pytest

from polling.kinds.alike import groups


@pytest.mark.parametrize(
    "one, other",
    [
        ("Quel est le budget ?", "quel est le BUDGET"),
        ("Peut-on visiter une entreprise ?", "Peut on visiter des entreprises"),
        ("Peut-on visiter une entreprise ?", "Peut-on visiter une entrepise ?"),
        ("Où trouver le modèle de lettre ?", "Ou trouver un modèle de lettre ?"),
        ("Faut-il garder une trace de chaque échange ?", "faut il garder trace de chaque échange"),
        ("Qui signe, à la fin, le marché ?", "À la fin, qui signe le marché ?"),
        ("How long is the contract?", "how long is a contract"),
    ],
)
def test_the_same_question_in_nearly_the_same_words(one: str, other: str) -> None:
    assert groups((one, other)) == ((0, 1),)
    assert groups((other, one)) == ((0, 1),)


@pytest.mark.parametrize(
    "one, other",
    [
        ("Peut-on négocier avant la remise des offres ?", "Peut-on négocier après leur remise ?"),
        ("Peut-on négocier avant la remise ?", "Peut-on négocier après la remise ?"),
        ("Quel est le budget de 2025 ?", "Quel est le budget de 2026 ?"),
        ("Plus de réunions communes", "Moins de réunions communes"),
        ("Est-il possible de visiter ?", "Est-il impossible de visiter ?"),
        ("Faut-il garder une trace ?", "Ne faut-il pas garder une trace ?"),
        ("Où sera signé le marché ?", "Qui sera signé le marché ?"),
        ("Un acheteur peut-il accepter ?", "Un élu peut-il accepter ?"),
        ("Quel est le seuil avec la TVA ?", "Quel est le seuil sans la TVA ?"),
        ("Comment toucher les petites entreprises ?", "Comment toucher les entreprises ?"),
        ("?", "!"),
    ],
)
def test_a_word_that_counts_makes_another_question(one: str, other: str) -> None:
    assert groups((one, other)) == ((0,), (1,))


def test_a_text_joins_the_first_group_it_is_like_and_none_is_joined_to_another() -> None:
    texts = ("Quel budget ?", "Quels délais ?", "quel budget", "Quel est le budget ?")
    assert groups(texts) == ((0, 2), (1,), (3,))
    assert groups(texts[:2]) == ((0,), (1,))


def test_two_hundred_questions_take_no_time() -> None:
    chance = random.Random(7)
    words = ["achat", "prix", "délai", "visite", "trace", "lot", "seuil", "avis", "jury", "offre"]
    texts = tuple(" ".join(chance.choices(words, k=9)) for _ in range(200))
    times = []
    for _ in range(3):
        groups.cache_clear()
        begun = time.process_time()
        groups(texts)
        times.append(time.process_time() - begun)
    assert min(times) < 0.1
