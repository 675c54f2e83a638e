"""The catalogues: every text has its French, set as French is; English is the ids themselves."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from polling.languages import LANGUAGES, typographic

ROOT = Path(__file__).resolve().parent.parent

# As `make catalogues` tells pybabel: what marks a text besides gettext's own names.
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "plural": (1, 2)}

PLACEHOLDER = re.compile(r"%\(\w+\)s")
MARKUP = re.compile(r"(?<!\[)\[/?\w*\](?![(\]])")  # no Markdown link, and no gap of a text
AS_TYPED = re.compile(r"Content-Type:|https?:")  # never set as prose

# What must not stand in French, by the reason why.
MISSET = {
    "no-break space before a colon": re.compile(r"(?<!\u00a0):(?=\s|$)"),
    "narrow no-break space before ; ! ? %": re.compile(r"(?<!\u202f)[;!?%]"),
    "no-break spaces inside guillemets": re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"),
    "guillemets, not English quotes": re.compile(r"[\"“”]"),
    "typographic apostrophe": re.compile("'"),
    "one sign for an ellipsis": re.compile(r"\.\.\."),
    "no middle dot: neutral wording instead": re.compile(r"\w·\w"),
}


@cache
def catalogue(language: str) -> Catalog:
    path = ROOT / "translations" / language / "LC_MESSAGES" / "messages.po"
    return read_po(io.BytesIO(path.read_bytes()), locale=language)


@cache
def used() -> frozenset[str | tuple[str, ...]]:
    """The ids that stand in the code and the templates now."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(ROOT, methods, options, KEYWORDS)
    return frozenset(ids for _, _, ids, _, _ in found)


def sides(message: Message) -> Iterator[tuple[str, str]]:
    """(English, French) of a message, and of its plural."""
    if isinstance(message.id, tuple):
        yield from zip(message.id, message.string, strict=True)
    else:
        yield message.id, str(message.string)


def texts(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_code_uses_and_no_more(language: str) -> None:
    held = {message.id for message in texts(language)}
    assert used() - held == set(), "new texts: `make catalogues`, then translate"
    assert held - used() == set(), "texts nobody uses: `make catalogues`"
    assert not catalogue(language).obsolete
    assert [message.id for message in texts(language) if message.fuzzy] == []


def test_every_text_has_its_french() -> None:
    assert [message.id for message in texts("fr") if not all(fr for _, fr in sides(message))] == []


def test_french_holds_the_placeholders_and_the_markup_of_its_english() -> None:
    for message in texts("fr"):
        for en, fr in sides(message):
            for kept in (PLACEHOLDER, MARKUP):
                assert sorted(kept.findall(fr)) == sorted(kept.findall(en)), fr


@pytest.mark.parametrize("rule", MISSET)
def test_french_is_set_as_french_is_set(rule: str) -> None:
    broken = [
        fr
        for message in texts("fr")
        for _, fr in sides(message)
        if MISSET[rule].search(AS_TYPED.sub("", PLACEHOLDER.sub("n", fr)))
    ]
    assert broken == []


def test_what_is_set_stays_as_it_is_where_it_is_shown() -> None:
    for message in texts("fr"):
        for _, fr in sides(message):
            filled = PLACEHOLDER.sub("n", fr)
            assert typographic(filled, "fr") == filled


def test_english_reads_as_it_is_written_in_the_code() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, catalogue("en"))
    compiled.seek(0)
    english = gettext.GNUTranslations(compiled)
    for message in texts("en"):
        if isinstance(message.id, tuple):
            one, other = message.id
            assert [english.ngettext(one, other, n) for n in (0, 1, 2)] == [other, one, other]
        else:
            assert english.gettext(message.id) == message.id


def test_none_and_one_are_singular_in_french() -> None:
    assert [catalogue("fr").plural_expr, catalogue("en").plural_expr] == ["(n > 1)", "(n != 1)"]
