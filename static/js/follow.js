// Keeps a part of the page as the server last told it, touching only what has changed: whoever reads
// it, with the eyes or by ear, keeps the place.

/** Makes a function that takes the HTML of `root` anew. It is the server's own, made safe there. */
export function follow(root) {
  let before = root.cloneNode(true);

  return (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    const after = holder.content.firstElementChild;
    change(root, before, after);
    before = after;
  };
}

/** `shown` looks like `before`, but for what scripts made of it, and shall look like `after`. */
function change(shown, before, after) {
  if (before.isEqualNode(after)) return;
  if (!alike(before, after) || shown.childNodes.length !== before.childNodes.length) {
    shown.replaceWith(document.importNode(after, true));
    return;
  }
  if (after.nodeType !== Node.ELEMENT_NODE) {
    shown.nodeValue = after.nodeValue;
    return;
  }
  for (const { name } of before.attributes) if (!after.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of after.attributes) {
    if (before.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  const [olds, news, here] = [before, after, shown].map(({ childNodes }) => [...childNodes]);
  news.forEach((node, place) => {
    if (place < olds.length) change(here[place], olds[place], node);
    else shown.append(document.importNode(node, true));
  });
  here.slice(news.length).forEach((node) => node.remove());
}

const alike = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName;
