"""Texts that say the same in nearly the same words, put together.

Two texts are alike where at least 85 of 100 is what rapidfuzz's token_sort_ratio makes of them
(the order of words, case, accents and punctuation do not count) and they differ in details only:
in articles and the like, in endings, in slips of the finger. A number, a negation or another word
("avant" for "après") makes another text, however like the rest is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from polling.kinds.text import fold_all

LEAST = 85.0
_LEAST_OF_A_WORD = 84.0
_SAME_START = 2
"""Letters: "possible" and "impossible", "importer" and "exporter" differ from the start."""
_FUNCTION_WORDS = """
l le la les un une d de du des a au aux ce cet cette ces c s se sa son ses mon ma mes ton ta tes
notre nos votre vos leur leurs y en et est sont je j tu il elle on nous vous ils elles t
the an of to is are be in at my our your their we you they i it this that these those and do does
"""
"""That go with a noun or a verb. Not "n'", "pas", "qui", "où", "sans", "pour"."""

_TELLS_NOTHING = frozenset(_FUNCTION_WORDS.split())
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=32)
def groups(texts: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """The places of `texts` that belong together, in their order.

    A text joins the first group whose first text it is like, or begins one: a group that is there
    never becomes part of another when more texts come.
    """
    words = [_WORD.findall(text) or [text] for text in fold_all(texts)]
    heads: list[int] = []
    headings: list[str] = []
    found: dict[int, list[int]] = {}
    for place, own in enumerate(words):
        heading = " ".join(sorted(own))
        near = process.extract(heading, headings, scorer=fuzz.ratio, score_cutoff=LEAST, limit=None)
        matching = sorted(index for _text, _score, index in near)
        head = next((heads[i] for i in matching if _is_detail(words[heads[i]], own)), None)
        if head is None:
            heads.append(place)
            headings.append(heading)
            found[place] = [place]
        else:
            found[head].append(place)
    return tuple(tuple(places) for places in found.values())


def _is_detail(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether what differs between two texts, word by word, changes nothing of what they say."""
    here, there = _without(one, other), _without(other, one)
    for word in here:
        twin = next((each for each in there if _is_same(word, each)), None)
        if twin is not None:
            there.remove(twin)
        elif word not in _TELLS_NOTHING:
            return False
    return _TELLS_NOTHING.issuperset(there)


def _without(words: Sequence[str], others: Sequence[str]) -> list[str]:
    left = list(words)
    for word in others:
        if word in left:
            left.remove(word)
    return left


def _is_same(word: str, other: str) -> bool:
    if word[:_SAME_START] != other[:_SAME_START] or not (word.isalpha() and other.isalpha()):
        return False
    return bool(fuzz.ratio(word, other) >= _LEAST_OF_A_WORD)
