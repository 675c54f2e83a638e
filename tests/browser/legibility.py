"""Whether a page loses anything where its reader changes how it is set."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
"""WCAG 2.2, 1.4.12: the spaces that a reader may ask for."""

LOST = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const cut = (each) => {
    const { overflowX, overflowY } = getComputedStyle(each);
    const hides = (way) => way === "hidden" || way === "clip";
    return (hides(overflowX) && each.scrollWidth > each.clientWidth + 1)
      || (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
  };
  const hidden = (each) =>
    each && (getComputedStyle(each).clipPath === "inset(50%)" || hidden(each.parentElement));
  const seen = (each) => each.checkVisibility({ visibilityProperty: true })
    && each.textContent.trim() && !hidden(each)
    && !each.closest("[inert], [aria-hidden=true]"); // what is said elsewhere as well
  const lost = [...document.body.querySelectorAll("*:not(svg *)")]
    .filter((each) => seen(each) && cut(each))
    .map((each) => `${each.localName}.${each.className}: ${each.textContent.trim().slice(0, 60)}`);
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) lost.push(`the page is ${wide} px wider than its window`);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  return lost;
}"""


def lost_when_spaced(page: Page) -> Any:
    """What is cut off, or has to be scrolled sideways, with wider spaces between letters, words,
    lines and paragraphs."""
    return page.evaluate(LOST, SPACED)
