"""Text that people type: made fit to be shown to a room, and compared as people compare it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from polling.errors import AnswerInvalid
from polling.kinds.schema import is_well_formed
from polling.languages import N_

# Joiners hold emoji together and shape Persian and Indic words. No other format character is
# kept: they reverse the text around them, or make two equal words look different.
_JOINERS = "\u200c\u200d"
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
# No script needs more marks on one letter; a tower of them covers the lines above.
_MOST_MARKS = 4
_BLANK_LINES = re.compile(r"\n{3,}")
# Phones write ’ where keyboards write ', and œ is one letter or two.
_SPELLINGS = {
    **{"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "œ": "oe", "æ": "ae"},
    **dict.fromkeys(_JOINERS, ""),
    **dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), ""),
}
# In no text that is shown, and no normal form joins it to what stands around it.
_BETWEEN = "\0"


def tidy(text: str, longest: int) -> str:
    """`text` in NFC, trimmed, spaces single, without what cannot or must not be shown.

    Lines are kept. "" where nothing is left. Raises AnswerInvalid where more than `longest`
    characters are, or where it is not well-formed Unicode.
    """
    if not is_well_formed(text):
        raise AnswerInvalid(N_("This text holds characters that cannot be shown."))
    # What is far too long is refused before work is spent on it.
    if len(text) <= 4 * longest:
        lines = unicodedata.normalize("NFC", text).splitlines()
        text = "\n".join(" ".join(_shown(line).split()) for line in lines)
        text = _BLANK_LINES.sub("\n\n", text).strip()
    if len(text) > longest:
        raise AnswerInvalid(N_("This is too long: at most %(n)s characters."), n=longest)
    return text


def fold(text: str) -> str:
    """What two spellings of a word have in common: neither case nor accents count."""
    return " ".join(_bare(text).split())


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each, as one long text: for many, that takes a fifth of the time."""
    if not texts:
        return []
    return [" ".join(text.split()) for text in _bare(_BETWEEN.join(texts)).split(_BETWEEN)]


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    for character in set(plain):
        if unicodedata.combining(character):
            plain = plain.replace(character, "")
        elif character in _SPELLINGS:
            plain = plain.replace(character, _SPELLINGS[character])
    return unicodedata.normalize("NFC", plain)


def _shown(line: str) -> str:
    kept = []
    marks = 0
    for character in line:
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
        elif not character.isspace() and (
            character in _BLANK_LETTERS
            or category == "Cc"
            or (category == "Cf" and character not in _JOINERS)
        ):
            continue
        else:
            marks = 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept))
