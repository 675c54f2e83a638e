"""What templates may call: the page's data, static addresses, kinds and French typography."""

from __future__ import annotations

from functools import cache
from typing import Any

from flask import Flask
from flask_babel import get_domain
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from polling.kinds import kinds
from polling.languages import typographic
from polling.pages.partials import Partials, language
from polling.static_files import StaticFiles


def equip(app: Flask, files: StaticFiles) -> None:
    """Adds the globals and filters of docs/adding-a-kind.md to `app`'s templates."""
    partials = Partials(app.jinja_env)
    styles = [name for name in (f"kinds/{kind}.css" for kind in kinds()) if name in files]

    def page_data(*, role: str, words: dict[str, Any] | None = None, **more: Any) -> Markup:
        """What static/js/page.js reads: JSON in a block the browser does not run."""
        said = {**partials.kind_words(), **(words or {})}
        text = htmlsafe_json_dumps({"role": role, "language": language(), "words": said, **more})
        return Markup('<script type="application/json" id="page">{}</script>').format(text)

    app.add_template_filter(typo)
    app.context_processor(lambda: {"language": language()})
    app.jinja_env.globals.update(
        _=translated,
        joined=files.joined,
        kinds=kinds(),
        kind_modules=[f"kinds/{kind}.js" for kind in kinds()],
        kind_styles=styles,
        kind_templates=partials.kind_templates,
        modules=cache(files.modules),
        page_data=page_data,
        partial=partials.partial,
        plural=plural,
        static=files.address,
    )


def typo(text: str) -> str:
    """`text` with the spaces of its page's language."""
    return typographic(text, language())


def translated(message: str, **values: Any) -> str:
    """`message` in the page's language; without values, placeholders stay for the browser."""
    text: str = get_domain().get_translations().ugettext(message)
    return text % values if values else text


def plural(one: str, other: str) -> dict[str, str]:
    """Both forms of a message, for a browser that will count."""
    forms = get_domain().get_translations().ungettext
    return {"one": forms(one, other, 1), "other": forms(one, other, 2)}
