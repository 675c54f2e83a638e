"""Parts of templates, in the page's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

    def kind_words(self, names: Sequence[str] | None = None) -> dict[str, Any]:
        """The words that the modules of kinds need: of all, where no `names` are given."""
        merged: dict[str, Any] = {}
        for name in kinds() if names is None else names:
            merged.update(self.words_of(name))
        return merged

    def words_of(self, name: str) -> dict[str, Any]:
        """The words that the module of one kind needs."""
        return self._once(f"words of {name}", lambda: getattr(self._kind(name), "words", {}))

    def kind_templates(self, macro: str, names: Sequence[str]) -> Markup:
        """The empty markup of kinds, for their modules to fill."""
        return Markup("\n").join(
            Markup('<template data-kind="{}">{}</template>').format(
                name, self.kind_markup(name, macro)
            )
            for name in names
        )

    def kind_markup(self, name: str, macro: str) -> Markup:
        """The empty markup of one kind."""
        markup: Markup = self._once(f"{macro} of {name}", getattr(self._kind(name), macro))
        return markup

    def _once(self, what: str, make: Callable[[], T]) -> T:
        key = (language(), what)
        if key not in self._kept:
            self._kept[key] = make()
        made: T = self._kept[key]
        return made

    def _kind(self, name: str) -> Any:
        return self.partial(f"kinds/{name}.html")
