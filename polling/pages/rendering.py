"""What templates may call: the page's data, static addresses, kinds and French typography."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask, current_app, url_for
from flask_babel import get_domain, get_locale
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from polling.kinds import kinds
from polling.languages import typographic


def equip(app: Flask) -> None:
    """Adds the globals and filters of docs/adding-a-kind.md to `app`'s templates."""
    app.add_template_filter(typo)
    app.context_processor(lambda: {"language": language()})
    app.jinja_env.globals.update(
        _=translated,
        kinds=kinds(),
        kind_styles=kind_styles,
        kind_templates=kind_templates,
        kind_words=kind_words,
        page_data=page_data,
        plural=plural,
        static=static,
    )


def language() -> str:
    """The language of the page being made."""
    return str(get_locale())


def typo(text: str) -> str:
    """`text` with the spaces of its page's language."""
    return typographic(text, language())


def static(path: str) -> str:
    return url_for("static", filename=path)


def translated(message: str, **values: Any) -> str:
    """`message` in the page's language; without values, placeholders stay for the browser."""
    text: str = get_domain().get_translations().ugettext(message)
    return text % values if values else text


def plural(one: str, other: str) -> dict[str, str]:
    """Both forms of a message, for a browser that will count."""
    forms = get_domain().get_translations().ungettext
    return {"one": forms(one, other, 1), "other": forms(one, other, 2)}


def page_data(*, role: str, words: dict[str, Any] | None = None, **more: Any) -> Markup:
    """What static/js/page.js reads: JSON in a block the browser does not run."""
    data = {"role": role, "language": language(), "words": {**kind_words(), **(words or {})}}
    text = htmlsafe_json_dumps({**data, **more})
    return Markup('<script type="application/json" id="page">{}</script>').format(text)


def kind_words() -> dict[str, Any]:
    """The words that the modules of all kinds need."""
    merged: dict[str, Any] = {}
    for name in kinds():
        merged.update(getattr(_partial(name), "words", {}))
    return merged


def kind_templates(macro: str) -> Markup:
    """The empty markup of every kind, for its module to fill."""
    return Markup("\n").join(
        Markup('<template data-kind="{}">{}</template>').format(
            name, getattr(_partial(name), macro)()
        )
        for name in kinds()
    )


def kind_styles() -> list[str]:
    """The addresses of the style sheets that kinds bring along."""
    folder = Path(current_app.static_folder or "")
    names = [f"kinds/{name}.css" for name in kinds()]
    return [static(name) for name in names if (folder / name).exists()]


def _partial(name: str) -> Any:
    template = current_app.jinja_env.get_template(f"kinds/{name}.html")
    return template.make_module({})
