"""How many: plural forms and numbers, as the page's language has them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel import Locale
from flask_babel import format_decimal, get_domain, get_locale

from polling.languages import DEFAULT

SAMPLES = (*range(201), 1_000, 1_000_000)
"""Whole numbers among which every language has one of each of its plural categories."""


def plural(one: str, other: str) -> dict[str, str]:
    """All forms of a message by CLDR's categories, for a browser that will count.

    What reads like `other` is left out: static/js/page.js takes `other` where it finds none.
    """
    form = get_domain().get_translations().ungettext
    samples = _samples(_locale())
    forms = {category: form(one, other, n) for category, n in samples.items()}
    # Where no whole number is of this category, broken ones are: they are rare here.
    usual = forms.get("other") or form(one, other, SAMPLES[-1])
    return {"other": usual, **{name: text for name, text in forms.items() if text != usual}}


def form_for(forms: Mapping[str, str], n: int) -> str:
    """The one of `plural` that goes with `n`, its placeholders still open."""
    return forms.get(_locale().plural_form(n), forms["other"])


def number(value: float | str | None) -> str:
    """With the signs of the language; what is not there yet stays empty."""
    return "" if value is None or isinstance(value, str) else format_decimal(value)


@cache
def _samples(locale: Locale) -> dict[str, int]:
    """The least number of each category."""
    return {locale.plural_form(n): n for n in reversed(SAMPLES)}


def _locale() -> Locale:
    return get_locale() or Locale(DEFAULT)
