"""What templates may call: the page's data, static addresses, kinds and French typography."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from flask import Flask
from flask_babel import format_decimal, format_percent, get_domain
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from polling.exports.wording import for_poll
from polling.home import command
from polling.kinds import kinds
from polling.kinds.summary import Cell, Said, Share, Written
from polling.languages import LANGUAGES, direction, own_name, tag, typographic
from polling.pages.apart import apart
from polling.pages.grammar import form_for, number, plural
from polling.pages.kinds import KindParts, blueprint
from polling.pages.partials import Partials, language
from polling.pages.switching import switches
from polling.records import Poll
from polling.static_files import StaticFiles


def equip(app: Flask, files: StaticFiles) -> None:
    """Adds the globals and filters of docs/adding-a-kind.md to `app`'s templates, and the page
    that phones ask for more kinds."""
    partials = Partials(app.jinja_env)
    parts = KindParts(partials, files)
    app.register_blueprint(blueprint(parts))

    def page_data(
        *,
        role: str,
        words: dict[str, Any] | None = None,
        kind_words: Sequence[str] | None = None,
        **more: Any,
    ) -> Markup:
        """What static/js/page.js reads: JSON in a block the browser does not run.

        It holds the words of the kinds that `kind_words` names, or of all.
        """
        said = {**partials.kind_words(kind_words), **(words or {})}
        text = htmlsafe_json_dumps(
            {"role": role, "language": tag(language()), "words": said, **more}
        )
        return Markup('<script type="application/json" id="page">{}</script>').format(text)

    app.add_template_filter(typo)
    app.add_template_filter(said)
    app.add_template_filter(apart)
    app.add_template_filter(number)
    app.context_processor(spoken)
    app.jinja_env.globals.update(
        _=translated,
        command=command,
        inlined=lambda name: Markup(files.text(name)),
        joined=files.joined,
        kinds=kinds(),
        kind_modules=lambda names: [f"kinds/{kind}.js" for kind in names],
        kind_parts=lambda names: parts.address(tuple(names), language()),
        kind_styles=lambda names=None: parts.styles(tuple(kinds() if names is None else names)),
        kind_templates=partials.kind_templates,
        modules=cache(files.modules),
        page_data=page_data,
        partial=partials.partial,
        form_for=form_for,
        languages=[(each, own_name(each), "") for each in LANGUAGES],
        plural=plural,
        switches=switches,
        static=files.address,
    )


def spoken() -> dict[str, str]:
    """What pages know of their language; `language` is as browsers write it."""
    return {"language": tag(language()), "direction": direction(language())}


def typo(text: str) -> str:
    """`text` with the spaces of its page's language."""
    return typographic(text, language())


def said(cell: Cell, poll: Poll) -> str:
    """What a summary of `poll` says in one place, as the page's language writes it."""
    if cell is None:
        return "–"
    if isinstance(cell, Said):
        values = {name: said(value, poll) for name, value in cell.values.items()}
        return typo(translated(cell.message) % values)
    if isinstance(cell, Share):
        return typo(str(format_percent(cell)))
    if isinstance(cell, int | float):
        return str(format_decimal(cell, "#,##0.##")).replace("-", "−")
    return typo(cell if isinstance(cell, Written) else for_poll(poll, translated)(cell))


def translated(message: str, **values: Any) -> str:
    """`message` in the page's language; without values, placeholders stay for the browser."""
    text: str = get_domain().get_translations().ugettext(message)
    return text % values if values else text
