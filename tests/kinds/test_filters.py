"""Which words wait for a host, and above all which do not."""

from __future__ import annotations

import pytest

from polling.kinds.filters import caught

IN_EARNEST = [
    "Le conseil municipal, le concours, la concurrence et l’analyse des coûts",
    "Contrat, contentieux, consultation, condition, consensus",
    "Un retard de livraison, des retards de paiement",
    "Le SPIC et le service public administratif, impasse du cul-de-sac",
    "Députés réputés, disputes, habite ici, habitude, culture, calcul, ridicule",
    "Jouir d’un droit ; ramoner les cheminées ; la pédale du tramway ; une veuve",
    "Bander une plaie, râpe, râper, la bitte d’amarrage, un voyeur, sa grande gueule",
    "Pédagogie, pédicure, salopettes de travail, bordereau, bordure, pissenlit, putatif",
    "Assessment of assets, classic, cocktail, Scunthorpe, Essex, Sussex, title, shiitake",
    "We are tied up in meetings; hardcore users; sex equality; delayed is not retard",
    "", "?", "42", "s", "مناقصة",
]  # fmt: skip


@pytest.mark.parametrize("text", IN_EARNEST)
def test_what_is_said_in_earnest_passes(text: str) -> None:
    assert caught(text) == ()


@pytest.mark.parametrize(
    "text, words",
    [
        ("Quel con !", ["con"]),
        ("Bande de CONNARDS", ["connards"]),
        ("l’enculé", ["encule"]),
        ("trou-du-cul", ["trou du cul"]),
        ("Ta   gueule", ["ta gueule"]),
        ("des merdes, des putes, merde", ["merdes", "putes", "merde"]),
        ("Sale négresse", ["negresse"]),
        ("what the fuck, bitches", ["fuck", "bitches"]),
        ("F*ck this sh!t.", ["f*ck", "sh!t"]),
        ("🖕", ["🖕"]),
    ],
)
def test_insults_are_caught_as_whole_words_however_they_are_spelled(
    text: str, words: list[str]
) -> None:
    assert list(caught(text)) == words
