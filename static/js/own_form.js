// The fields of one kind several times on a page: each in a form of its own, so that radio buttons
// of one name do not hang together, and with ids that nobody else has. polling/pages/apart.py puts
// keys before names and ids where there is no JavaScript.

const POINTS_AT = ["id", "for", "list", "aria-describedby", "aria-labelledby"];

/**
 * Puts what `place` holds into a form and a fieldset, and returns the latter. Fields get the names
 * their kind knows, ids have `key` before them.
 */
export function ownForm(place, key) {
  const start = `${key}:`;
  const form = document.createElement("form");
  const fieldset = document.createElement("fieldset");
  form.noValidate = true;
  form.autocomplete = "off";
  // Of a form within a form, the outer one hears nothing.
  form.addEventListener("submit", (event) => event.preventDefault());
  fieldset.className = "fields";
  form.append(fieldset);
  fieldset.append(...place.childNodes);
  place.append(form); // radio buttons leave the group of the others before they lose their names
  name(fieldset, start);
  return fieldset;
}

function name(root, start) {
  for (const element of root.querySelectorAll("*")) {
    if (element.content) name(element.content, start);
    const called = element.getAttribute("name");
    if (called?.startsWith(start)) element.setAttribute("name", called.slice(start.length));
    for (const attribute of POINTS_AT) {
      const ids = element.getAttribute(attribute);
      if (ids) element.setAttribute(attribute, ids.split(" ").map((id) => (id.startsWith(start) ? id : start + id)).join(" "));
    }
  }
}
