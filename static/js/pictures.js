// Pictures that a host put into a question. templates/_picture.html has the markup.

import { typographic } from "./page.js";

/** Makes `img` show `{image, alt}`, or nothing. It keeps its place before the picture has come. */
export function draw(img, picture) {
  img.hidden = !picture;
  if (!picture) {
    img.removeAttribute("src");
    return;
  }
  const { image, alt } = picture;
  img.alt = typographic(alt);
  const address = `/images/${image}`;
  const [width, height] = image.split("-")[1].split("x").map(Number);
  img.style.setProperty("--ratio", width / height);
  img.style.setProperty("--width", width);
  if (img.getAttribute("src") === address) return;
  img.width = width;
  img.height = height;
  img.src = address;
}

/** The picture beside a question, within `root`. */
export function illustration(root) {
  const figure = root.querySelector(".illustration");
  const img = figure.querySelector("img");
  return {
    /** `poll` as a state has it, or null. A kind's own picture is drawn by the kind. */
    show(poll) {
      const picture = poll?.content.image?.alt ? poll.content.image : null;
      figure.hidden = !picture;
      draw(img, picture);
    },
  };
}
