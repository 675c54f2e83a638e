"""The languages people read, how one is chosen, and French typography on display."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

from babel import Locale
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from polling.home import TRANSLATIONS

DEFAULT = "fr"
COMPLETE = ("fr", "en")
"""What every text is in. Where another catalogue has no text of its own, it is English."""

LANGUAGE_COOKIE = "language"


def _found(folder: Path) -> tuple[str, ...]:
    """Those that have a catalogue; the complete ones first."""
    others = {path.parts[-3] for path in folder.glob("*/LC_MESSAGES/messages.[mp]o")}
    return (*COMPLETE, *sorted(others - {*COMPLETE}))


LANGUAGES = _found(TRANSLATIONS)

_NARROW = "\u202f"
_WIDE = "\u00a0"
_SPACED_HIGH_SIGN = re.compile(r"(?<=\S)[ \u00a0]([;!?%])")
_SPACED_COLON = re.compile(r"(?<=\S)[ \u202f]:(?=\s|$)")
_OPENING_QUOTE = re.compile(r"«[ \u00a0\u202f]?")
_CLOSING_QUOTE = re.compile(r"[ \u00a0\u202f]?»")


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Marks a message for the catalogues; it is translated where a person reads it."""
    return message


def said_in(language: str, message: str) -> str:
    """`message` in a language, wherever there is no page to take it from."""
    return _catalogue(language).gettext(message)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("messages", TRANSLATIONS, [language], fallback=True)


def chosen(asked: str | None, accept_language: str, default: str = DEFAULT) -> str:
    """The one that a person asked for, else that an Accept-Language header prefers."""
    if asked in LANGUAGES:
        return str(asked)
    known = sorted(LANGUAGES, key=lambda language: language != default)  # "*" is the first
    return parse_accept_header(accept_language, LanguageAccept).best_match(known, default)


def tag(language: str) -> str:
    """As browsers write it: pt-BR, and not pt_BR."""
    return language.replace("_", "-")


def own_name(language: str) -> str:
    """What its speakers call it."""
    name = Locale.parse(language).get_display_name(language) or language
    return name[:1].upper() + name[1:]


def direction(language: str) -> str:
    """Which way it is written: ltr or rtl."""
    return str(Locale.parse(language).text_direction)


def typographic(text: str, language: str) -> str:
    """`text` as it is displayed: what is stored never changes.

    French puts a narrow no-break space before ; ! ? % and a no-break space before a colon and
    inside guillemets (Lexique des règles typographiques, Imprimerie nationale). Only a space
    that the author typed is replaced, so that web addresses and times stay as they are; what is
    set already stays as it is.
    """
    if language != "fr":
        return text
    text = _SPACED_HIGH_SIGN.sub(_NARROW + r"\1", text)
    text = _SPACED_COLON.sub(_WIDE + ":", text)
    text = _OPENING_QUOTE.sub("«" + _WIDE, text)
    return _CLOSING_QUOTE.sub(_WIDE + "»", text)
