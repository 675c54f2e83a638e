"""Markdown of hosts: what becomes of it on pages, and what must never become of it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polling.markdown import rendered


def test_text_lists_tables_and_formulas_are_rendered():
    html = rendered("**Oui**\nsuite\n\n- un\n- deux\n\n|a|b|\n|-|-|\n|1|2|\n\n$x<y$\n\n$$\nz\n$$")
    for part in (
        "<strong>Oui</strong><br>",
        "<li>un</li>",
        "<td>1</td>",
        '<span class="math">x&lt;y</span>',
        '<div class="math">\nz\n</div>',
    ):
        assert part in html


def test_headings_begin_below_that_of_their_place_and_leave_out_none():
    text = "## Deux\n\n###### Six"
    assert rendered(text) == "<h3>Deux</h3>\n<h4>Six</h4>\n"
    assert rendered(text, top=2) == "<h2>Deux</h2>\n<h3>Six</h3>\n"


def test_money_is_no_formula():
    assert "math" not in rendered("de 5$ à 10$, soit 5$ de plus")


def test_french_spaces_are_set_also_behind_bold_words():
    assert (
        rendered("**Quoi** : ceci ?", "fr") == "<p><strong>Quoi</strong>&nbsp;: ceci\u202f?</p>\n"
    )
    assert rendered("Quoi ?", "en") == "<p>Quoi ?</p>\n"


def test_links_open_a_window_that_knows_nothing_of_ours():
    html = rendered("[loi](https://example.org/a?b=1&c=2) <http://example.org>")
    assert html.count('target="_blank" rel="noopener"') == 2
    assert 'href="https://example.org/a?b=1&amp;c=2"' in html


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//example.org", "/console",
     "http:console", "mailto:a@b.fr", "file:///etc/passwd", "&#106;avascript:alert(1)"],
)  # fmt: skip
def test_a_link_to_anything_else_is_no_link(address: str):
    for text in (f"[x]({address})", f"<{address}>", f"[x]\n\n[x]: {address}"):
        assert "<a" not in rendered(text)


def test_an_image_is_the_words_that_describe_it():
    assert rendered("![Une <b>carte</b>](https://example.org/a.png)") == (
        "<p>Une &lt;b&gt;carte&lt;/b&gt;</p>\n"
    )


def test_raw_html_shows_as_it_was_typed():
    html = rendered('<img src=x onerror=alert(1)>\n\n<p style="x">a</p> <script>b</script>')
    assert Seen.of(html) == {("p", ())}
    assert "&lt;script&gt;" in html


class Seen(HTMLParser):
    """Every tag with its attributes."""

    @classmethod
    def of(cls, html: str) -> set[tuple[str, Any]]:
        reader = cls()
        reader.found = set()
        reader.feed(html)
        return reader.found

    found: set[tuple[str, Any]]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, tuple(attributes)))


pieces = st.sampled_from(
    ["<script>", "</p>", "<a href=", "javascript:", "](", "[", "![", "`", "$", "$$", "\n", "\n\n",
     '"', "'", ">", "onload=x", "https://a.fr", "|-|\n", "<!--", "&lt;", "*", "# ", "\\", "\0"],
)  # fmt: skip


@given(text=st.lists(pieces | st.text(max_size=5), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_only_harmless_tags_come_out(text: str):
    for tag, attributes in Seen.of(rendered(text)):
        assert re.fullmatch(
            "p|br|hr|strong|em|s|code|pre|blockquote|ul|ol|li|a|h[2-6]|table|t[rhd]|thead|tbody|span|div",
            tag,
        )
        for name, value in attributes:
            assert name in ("href", "target", "rel", "title", "start", "class")
            if name == "href":
                assert value.lower().startswith(("https://", "http://"))
            if name == "class":
                assert value == "math"
