"""A presentation as a host brings it: PDFs of a few pages."""

from __future__ import annotations

import typst

_DECK = """
#set page(width: 32cm, height: 18cm, margin: 2cm)
#set text(size: 26pt)
#text(size: 52pt)[Le sourcing en trois temps]

Matinale des acheteurs
#pagebreak()
#text(size: 52pt)[Avant de publier]
- Repérer les entreprises
- Garder une trace des *échanges*
#place(bottom + right)[#text(size: 12pt)[2]]
#pagebreak()
#rect(width: 50%, height: 50%, fill: blue)
"""

_LOCKED = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/O<{owner}>/U<{user}>/P -4>>endobj
trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<41><41>]>>
%%EOF
"""


def deck() -> bytes:
    """Three pages of 16 : 9: a title, a list with the number of its page, and one without text."""
    return typst.compile(_DECK.encode())


def long_deck(pages: int) -> bytes:
    return typst.compile(f"#for _ in range({pages - 1}) {{ pagebreak() }}".encode())


def locked_deck() -> bytes:
    """It asks for a password that nobody knows."""
    return _LOCKED.format(owner="41" * 32, user="42" * 32).encode()
