"""Markdown that a host wrote, as HTML that any page may show.

Formulas stand between dollars and stay TeX: the browser sets them (static/js/formulas.js).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.dollarmath import dollarmath_plugin

from polling.languages import typographic

RENDERED_AND_KEPT = 512
HIGHEST_HEADING = 3
"""Where a text stands in a part of a page, which has an h2."""
LOWEST_HEADING = 6

_TAGS = {
    *("p", "br", "hr", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "span", "div"),
}


@lru_cache(RENDERED_AND_KEPT)
def rendered(text: str, language: str = "", top: int = HIGHEST_HEADING) -> str:
    """`text` as HTML, with the spaces of `language`; its highest headings are of level `top`, and
    none is left out below them.

    Links lead to http and https only, in a window of their own. Raw HTML shows as it was typed;
    an image shows as the words that describe it, since a hall may have no internet and whoever
    serves it would learn who reads.
    """
    return nh3.clean(
        _markdown.render(text, {"language": language, "top": top}),
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        allowed_classes={"span": {"math"}, "div": {"math"}},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener",
        url_schemes={"http", "https"},
        url_relative="deny",
    )


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it's name
        return url.lower().startswith(("https://", "http://"))


def _rank_headings(state: StateCore) -> None:
    headings = [token for token in state.tokens if token.type.startswith("heading_")]
    ranks = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(state.env['top'] + ranks.index(token.tag), LOWEST_HEADING)}"


def _set_spaces(state: StateCore) -> None:
    for token in state.tokens:
        for place, part in enumerate(token.children or ()):
            if part.type == "text":
                # A colon after bold words begins its part, but not its line.
                before = "x" if place else ""
                part.content = typographic(before + part.content, state.env["language"])
                part.content = part.content.removeprefix(before)


def _described(
    self: RendererHTML, tokens: Sequence[Token], place: int, options: OptionsDict, env: EnvType
) -> str:
    return escapeHtml(self.renderInlineAsText(tokens[place].children, options, env))


_markdown = (
    _Markdown("commonmark", {"html": False, "breaks": True})
    .enable(["table", "strikethrough"])
    .use(
        dollarmath_plugin,
        allow_labels=False,
        allow_space=False,
        allow_digits=False,  # "from 5$ to 10$" is about money
        double_inline=True,
    )
)
_markdown.core.ruler.push("rank_headings", _rank_headings)
_markdown.core.ruler.push("set_spaces", _set_spaces)
_markdown.add_render_rule("image", _described)
