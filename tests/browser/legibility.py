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
  const LINE = 4; // letters may stand out of their line a little
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const hidden = (each) =>
    each && (getComputedStyle(each).clipPath === "inset(50%)" || hidden(each.parentElement));
  const hides = (way) => way === "hidden" || way === "clip";
  const outside = (text, box, { overflowX, overflowY }) =>
    (hides(overflowX) && (text.left < box.left - 1 || text.right > box.right + 1))
    || (hides(overflowY) && (text.top < box.top - LINE || text.bottom > box.bottom + LINE));
  const cut = (each, around) => {
    if (!around || around === document.body) return false;
    const range = document.createRange();
    range.selectNodeContents(each);
    const box = around.getBoundingClientRect();
    const style = getComputedStyle(around);
    const isOut = [...range.getClientRects()].some((text) => outside(text, box, style));
    return isOut || cut(each, around.parentElement);
  };
  const lost = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: text, currentNode: { parentElement: element } } = walker;
    if (!text.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
    // What is said elsewhere as well may be left out.
    if (element.closest("[inert], [aria-hidden=true], svg") || hidden(element)) continue;
    if (!cut(text, element)) continue;
    lost.push(`${element.localName}.${element.className}: ${text.data.trim()}`);
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) lost.push(`the page is ${wide} px wider than its window`);
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  return lost;
}"""


def lost_when_spaced(page: Page) -> Any:
    """What is cut off, or has to be scrolled sideways, with wider spaces between letters, words,
    lines and paragraphs."""
    return page.evaluate(LOST, SPACED)
