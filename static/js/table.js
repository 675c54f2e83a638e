// The figures behind a drawing, as a table. templates/kinds/_table.html has the markup. On the wall
// nobody sees it, but it is there for who reads the wall with a screen reader.

/**
 * `show(head, rows)` fills the table inside `root`: `head` names the columns, each row is its name
 * and its cells. Null instead of rows hides it all.
 */
export function table(root, screen) {
  const details = root.querySelector("details.data");
  const head = details.querySelector("thead tr");
  const body = details.querySelector("tbody");
  let drawn = "";
  details.classList.toggle("visually-hidden", screen === "wall");
  if (screen === "wall") details.open = true;

  return {
    show(columns, rows) {
      details.hidden = rows === null;
      const now = JSON.stringify([columns, rows]);
      if (rows === null || now === drawn) return;
      drawn = now;
      head.replaceChildren(...columns.map((name) => cell("th", name, { scope: "col" })));
      body.replaceChildren(...rows.map((row) => line(row)));
    },
  };
}

function line([name, ...cells]) {
  const row = document.createElement("tr");
  row.append(cell("th", name, { scope: "row", dir: "auto" }), ...cells.map((text) => cell("td", text)));
  return row;
}

function cell(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
