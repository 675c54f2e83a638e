// Rows of items in the console: adding, removing, and going on with Enter. The markup stands in
// templates/kinds/_items.html, which works without this too.

const text = (row) => row.querySelector('input[type="text"]');

/** Enhances each list of items inside `root`; `changed()` tells that a list has. */
export function editItems(root, changed = () => {}) {
  for (const fieldset of root.querySelectorAll(".items")) editList(fieldset, changed);
}

function editList(fieldset, changed) {
  const list = fieldset.querySelector(".item-rows");
  const add = fieldset.querySelector("[data-add]");
  const blank = fieldset.querySelector("template[data-part=row]");
  const least = Number(fieldset.dataset.least);
  const most = Number(fieldset.dataset.most);
  const rows = () => [...list.children];

  const number = () => {
    rows().forEach((row, index) => {
      row.querySelector(".number").textContent = index + 1;
      text(row).setAttribute("aria-label", `${fieldset.dataset.label} ${index + 1}`);
      const remove = row.querySelector("[data-remove]");
      remove.setAttribute("aria-label", fieldset.dataset.removeName.replace("%(n)s", index + 1));
      remove.hidden = rows().length <= least;
    });
    add.hidden = rows().length >= most;
    changed();
  };
  const append = () => {
    if (rows().length >= most) return;
    list.append(blank.content.cloneNode(true));
    number();
    text(list.lastElementChild).focus();
  };

  add.addEventListener("click", append);
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[data-remove]")?.closest("li");
    if (!row) return;
    const near = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    number();
    text(near).focus();
  });
  list.addEventListener("keydown", (event) => {
    const row = event.target.closest("li");
    if (event.key !== "Enter" || event.isComposing || event.target !== text(row)) return;
    event.preventDefault();
    if (row.nextElementSibling) text(row.nextElementSibling).focus();
    else append();
  });
  number();
}
