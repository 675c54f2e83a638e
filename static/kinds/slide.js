import { fitInColumns } from "../js/fit.js";
import { page } from "../js/page.js";
import { written } from "../js/written.js";

const MOST = 1.35; // how far the text grows where there is room

// phone: what there is to read.
export function phone(root) {
  const text = written(root.querySelector(".page"));
  const way = root.querySelector(".link");
  const link = way.querySelector("a");
  return {
    show({ poll }) {
      text(poll.html.markdown);
      way.hidden = !poll.content.link;
      if (!poll.content.link) return;
      link.href = poll.content.link;
      link.textContent = address(poll.content.link);
    },
  };
}

// wall: the same, and a QR code where somebody can scan it.
export function wall(root, { words, screen }) {
  const arrange = () => {
    if (screen === "wall") fitInColumns(root, MOST);
  };
  const text = written(root.querySelector(".page"), arrange);
  const way = root.querySelector(".link");
  const code = way.querySelector(".qr");
  let drawn;
  if (screen === "wall") {
    new ResizeObserver(arrange).observe(root);
    document.fonts.ready.then(arrange);
  }

  return {
    show({ poll }) {
      const { link, fills_wall: fills, image } = poll.content;
      text(poll.html.markdown);
      root.querySelector(".page").toggleAttribute("data-fills", Boolean(fills));
      if (fills) root.closest("[data-view]")?.style.setProperty("--page-ratio", ratio(image));
      way.hidden = !link || (fills && screen === "wall");
      if (link && link !== drawn) {
        drawn = link;
        way.querySelector("figcaption").replaceChildren(...broken(address(link)));
        code.alt = words("slide_link", { address: address(link) });
        // Another link is another picture, also to a browser that has kept this one.
        code.src = `/${page.state.session.code}/link/${poll.id}.svg?${encodeURIComponent(link)}`;
      }
      arrange();
    },
  };
}

/** How much wider than tall a picture is: its id ends with its size. */
function ratio({ image }) {
  const [width, height] = image.split("-")[1].split("x").map(Number);
  return width / height;
}

/** A link without what every link begins with. */
const address = (link) => link.replace(/^https?:\/\//, "");

/** Where a long address may go on in a new line: after a slash. */
const broken = (text) =>
  text.split(/([^/]*\/)/).filter(Boolean).flatMap((part) => [part, document.createElement("wbr")]);
