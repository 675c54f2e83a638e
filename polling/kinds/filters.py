"""Words that a host wants to read before a room does: slurs, insults, obscenities.

The lists are those of glin-profanity (MIT), data that comes with the package, French and English
together: rooms mix them. They were made for chats, not for meetings of buyers; what a room says
in earnest is taken out of them, and a few French insults that they lack are added. Whole words
are compared, as `fold` spells them, also where they stand in a plural.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from glin_profanity.data.dictionary import dictionary

from polling.kinds.text import fold

LANGUAGES = ("french", "english")

_IN_EARNEST = """
work, crafts, law, family, colleagues: retard|bander|bitte|bosser|bourre|bourree|cailler|cul
|domination|drague|escort|folle|gerbe|gerber|gueule|jouir|meuf|pedale|peter|ramoner|rape|scat
|tanche|teuf|trique|veuve|voyeur
abbreviations, such as service public industriel et commercial: bs|mf|spic|xx
in English: barely legal|big black|fecal|girl on|hard core|hardcore|hoe|huge fat|sex|simp|skeet
|snatch|snowballing|taste my|tied up|tit
"""
"""On the lists, and no reason to wait. "Retard" and "scat" are on the English one."""

_ALSO = """
insults: abruti|abrutie|batard|batarde|conasse|conard|connerie|couillon|couillonne|fdp
|fils de chien|grognasse|merdique|mongolien|ntm|petasse|poufiasse|pouffe|salopard|sous-merde
|ta gueule|vos gueules|tete de noeud|trouduc|va chier|va te faire
obscenities: casse-couilles|chibre|emmerde|emmerdent|emmerdez|encule|enculer|nichon|nique|niquee
|niquer|niquez|partouze|pd|sodomie|sucer|suceuse|zob
against what people are: bamboula|bicot|boche|bougnoul|bougnoule|chinetoque|crouille|feuj|goudou
|negresse|negro|pedo|rital|tafiole|tantouze|tarlouze|travelo|youpin|youpine
"""
"""French that the lists lack."""

_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[^\s\w'-]")
_AROUND = '.,;:?…"«»()'
_PLURALS = ("", "s", "x", "es")


@lru_cache(maxsize=20_000)
def caught(text: str) -> tuple[str, ...]:
    """What of `text` is on the lists, each once, as `fold` spells it."""
    listed = _listed()
    folded = fold(text)
    words = _WORD.findall(folded)
    found = [word for word in words if word in listed.words]
    for start, word in enumerate(words):
        for length in listed.phrases_from.get(word, ()):
            phrase = " ".join(words[start : start + length])
            if phrase in listed.words:
                found.append(phrase)
    if _SIGNS.search(folded):
        bare = (sign.strip(_AROUND) for sign in folded.split())
        found += [sign for sign in bare if sign in listed.signs]
    return tuple(dict.fromkeys(found))


class _Listed(NamedTuple):
    words: frozenset[str]
    """Words and phrases, in singular and plural, as `_WORD` reads them."""
    phrases_from: dict[str, set[int]]
    """How many words phrases have, by their first one."""
    signs: frozenset[str]
    """What has other signs in it, such as "f*ck"."""


@cache
def _listed() -> _Listed:
    given = {fold(word) for name in LANGUAGES for word in dictionary.get_words(name)}
    in_earnest = _words(_IN_EARNEST)
    wanted = (given - in_earnest) | _words(_ALSO)
    signs = frozenset(word for word in wanted if _SIGNS.search(word))
    spelled = {" ".join(_WORD.findall(word)) for word in wanted - signs}
    words = frozenset(word + ending for word in spelled for ending in _PLURALS)
    phrases: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in words:
        first, *others = phrase.split()
        if others:
            phrases[first].add(1 + len(others))
    return _Listed(words - in_earnest, dict(phrases), signs)


def _words(listing: str) -> set[str]:
    """Those of a list in which each line may say first what it lists."""
    lines = (line.rpartition(": ")[2] for line in listing.strip().splitlines())
    return {word for line in lines for word in line.split("|") if word}
