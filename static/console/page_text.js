// What a page of a PDF says, for those who do not see it: its title, and the rest as Markdown.

const LONGEST_TITLE = 300;
const LONGEST_TEXT = 4000;
const TITLE_LINES = 3;
const SAME_SIZE = 0.92;
const GAP = 1.9; // lines farther apart than so many times their height are two paragraphs
const BULLET = /^[•●▪■◦○‣⁃∙·–—\-*]\s*(?=\S)/u;
const LONE_BULLET = /^[•●▪■◦○‣⁃∙·–—]$/u;
const PAGE_NUMBER = /^(?:page )?\d{1,3}(?: ?\/ ?\d{1,3})?$/i;
const LETTERS = /\p{L}.*\p{L}/u;

/** `{title, text}` of what pdf.js found on a page; both are "" where it holds no text. */
export function pageText({ items }) {
  const lines = linesOf(items);
  const worded = lines.filter(({ text }) => LETTERS.test(text));
  const candidates = worded.length ? worded : lines;
  const largest = Math.max(0, ...candidates.map(({ size }) => size));
  const start = lines.findIndex((line) => candidates.includes(line) && line.size >= largest * SAME_SIZE);
  if (start < 0) return { title: "", text: "" };
  let end = start + 1;
  const sizes = new Set(lines.map(({ size }) => Math.round(size)));
  while (
    sizes.size > 1 && end - start < TITLE_LINES && lines[end]?.size >= largest * SAME_SIZE
    && !BULLET.test(lines[end].text)
  ) end += 1;
  const title = lines.slice(start, end).map(({ text }) => text).join(" ");
  return { title: cut(title, LONGEST_TITLE), text: markdown([...lines.slice(0, start), ...lines.slice(end)]) };
}

/** Lines as they stand in the file: `{text, size, top}`, but not those that hold no text, nor the
 *  number of the page. */
function linesOf(items) {
  const lines = [];
  let parts = [];
  const finish = () => {
    const text = parts.map(({ str }) => str).join("").replace(/\s+/g, " ").trim();
    if (text) {
      const seen = parts.filter(({ str }) => str.trim());
      lines.push({ text, size: Math.max(...seen.map(({ height }) => height)), top: seen[0].transform[5] });
    }
    parts = [];
  };
  for (const item of items) {
    if (item.str === undefined) continue;
    parts.push(item);
    if (item.hasEOL) finish();
  }
  finish();
  const largest = Math.max(...lines.map(({ size }) => size));
  return lines.filter(({ text, size }) => size === largest || !PAGE_NUMBER.test(text));
}

function markdown(lines) {
  let text = "";
  let before = null;
  let bullet = false;
  for (const line of lines) {
    if (LONE_BULLET.test(line.text)) {
      bullet = true;
      continue;
    }
    const item = bullet || BULLET.test(line.text);
    const far = before && Math.abs(before.top - line.top) > GAP * Math.max(before.size, line.size);
    if (item) text += `${before?.item || !text ? "\n" : "\n\n"}- ${escaped(line.text.replace(BULLET, ""))}`;
    else if (before && !far && /^\p{Ll}/u.test(line.text)) text += ` ${escaped(line.text)}`;
    else text += `${far || before?.item ? "\n\n" : "\n"}${escaped(line.text)}`;
    before = { ...line, item: item || (before?.item && !far && /^\p{Ll}/u.test(line.text)) };
    bullet = false;
  }
  return cut(text.trim(), LONGEST_TEXT);
}

/** What stands on a page is text, also where Markdown would read a sign in it. */
const escaped = (text) => text.replace(/[\\`*_{}[\]<>#$|~]/g, "\\$&").replace(/^(?=[-+=])/, "\\");

function cut(text, longest) {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1).replace(/\s+\S*$/u, "").replace(/[\ud800-\udbff\\]+$/, "");
  return `${kept}…`;
}
