"""Parts of templates, in the page's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask_babel import get_locale
from jinja2 import Environment
from markupsafe import Markup

from polling.kinds import kinds

T = TypeVar("T")


def language() -> str:
    """The language of the page being made."""
    return str(get_locale())


class Partials:
    """What is the same in every page of a language is made once for each, and kept.

    Jinja keeps what a template imports as well, but in the language of whoever came first.
    """

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._kept: dict[tuple[str, str], Any] = {}

    def partial(self, name: str) -> Any:
        """The template `name` as a module: its macros, and what it sets."""
        return self._once(name, lambda: self._templates.get_template(name).make_module({}))

    def kind_words(self) -> dict[str, Any]:
        """The words that the modules of all kinds need."""
        return self._once("words of kinds", self._kind_words)

    def kind_templates(self, macro: str) -> Markup:
        """The empty markup of every kind, for its module to fill."""
        return self._once(f"templates of kinds: {macro}", lambda: self._kind_templates(macro))

    def _once(self, what: str, make: Callable[[], T]) -> T:
        key = (language(), what)
        if key not in self._kept:
            self._kept[key] = make()
        made: T = self._kept[key]
        return made

    def _kind_words(self) -> dict[str, Any]:
        merged: dict[str, Any] = {}
        for name in kinds():
            merged.update(getattr(self._kind(name), "words", {}))
        return merged

    def _kind_templates(self, macro: str) -> Markup:
        return Markup("\n").join(
            Markup('<template data-kind="{}">{}</template>').format(
                name, getattr(self._kind(name), macro)()
            )
            for name in kinds()
        )

    def _kind(self, name: str) -> Any:
        return self.partial(f"kinds/{name}.html")
