// What a session's theme gives its screens: a style sheet and a logo (docs/themes.md).

/** `theme` is that of `state`, or null for Matinale's own look. */
export function wear(theme) {
  const worn = document.getElementById("theme");
  const sheet = theme?.sheet ?? null;
  if ((worn?.getAttribute("href") ?? null) === sheet) return;
  if (sheet) {
    const next = document.createElement("link");
    next.id = "theme";
    next.rel = "stylesheet";
    next.href = sheet;
    next.onload = () => worn?.remove(); // until then the old one holds: no flash of neither
    document.getElementById("dark").after(next);
    worn?.removeAttribute("id");
  } else worn.remove();
  for (const image of document.querySelectorAll("img.logo")) show(image, theme);
}

function show(image, theme) {
  const logo = theme?.logo;
  image.hidden = !logo;
  if (!logo) return;
  image.src = logo.address;
  image.width = logo.width;
  image.height = logo.height;
  image.alt = theme.name;
}
