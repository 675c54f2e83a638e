// Things on a surface between four extremes: where people placed each, and their means as marks.
// templates/kinds/grid.html has the markup.

import { apart } from "./apart.js";
import { counter } from "./counting.js";
import { density } from "./density.js";
import { fit } from "./fit.js";
import { glide } from "./gliding.js";
import { mark } from "./marks.js";
import { number, typographic } from "./page.js";
import { table } from "./table.js";

const SVG = "http://www.w3.org/2000/svg";
const COLOURS = 8;

/** The wall() of grid. */
export function plane(root, { words, screen }) {
  const frame = root.querySelector(".gridded");
  const surface = frame.querySelector(".plane");
  const means = frame.querySelector(".means");
  const lines = frame.querySelector("svg");
  const list = frame.querySelector(".legend-of-marks");
  const blank = root.querySelector("[data-part=placed]").content.firstElementChild;
  const heat = density(frame.querySelector("canvas"), { upwards: true, dots: false });
  const behind = table(root, screen);
  let drawn;
  let rows = [];
  let signs = [];
  let placed = [];
  let arrangement;

  const arrange = () => {
    if (screen === "wall") fit(root, 1.1);
    settle();
  };
  new ResizeObserver(arrange).observe(surface);
  document.fonts.ready.then(arrange);

  return {
    show({ poll, answered, results }) {
      const { options, x, y } = poll.content;
      if (JSON.stringify(poll.content) !== drawn) build(poll.content);
      const figures = options.map(({ id }) => results?.options[id] ?? null);
      frame.dataset.results = results ? "shown" : "hidden";
      heat.show(figures.map((each, index) => ({ bins: each?.bins ?? [], colour: `--o${(index % COLOURS) + 1}` })));
      rows.forEach((count, index) => count(figures[index]?.count ?? null));
      placed = figures.flatMap((each, index) => (each?.mean ? [{ index, mean: each.mean }] : []));
      const digits = number(Math.max(answered, 10)).length;
      list.style.setProperty("--digits", digits);
      const now = [drawn, Boolean(results), digits].join();
      if (now !== arrangement) arrange();
      else settle();
      arrangement = now;
      root.querySelector(".nothing").hidden = screen === "wall" || !results || answered > 0;
      const heads = [words("grid_option"), words("grid_count"), ...[[x.left, x.right], [y.bottom, y.top]]
        .map(([low, high]) => words("grid_mean_x", { low: typographic(low), high: typographic(high) }))];
      behind.show(heads, results && figures.map(({ count, mean }, index) => [
        typographic(options[index].text), number(count), ...[0, 1].map((axis) => (mean ? number(Math.round(mean[axis] * 100)) : "–")),
      ]));
    },
  };

  function build(content) {
    drawn = JSON.stringify(content);
    for (const end of frame.querySelectorAll(".pole")) {
      end.textContent = typographic({ ...content.x, ...content.y }[end.dataset.end]);
    }
    const elements = content.options.map(({ text }, index) => {
      const element = blank.cloneNode(true);
      element.dataset.option = index;
      element.querySelector(".mark").replaceWith(mark(index));
      element.querySelector(".text").textContent = typographic(text);
      return element;
    });
    list.replaceChildren(...elements);
    signs = content.options.map((_option, index) => signOf(index));
    means.replaceChildren(...signs.map((sign) => sign.mark));
    lines.replaceChildren(...signs.map(({ group }) => group));
    rows = elements.map((element) => counter(element.querySelector(".count")));
  }

  /** Marks at their means, pushed apart where they would cover each other; a line leads back. */
  function settle() {
    const { clientWidth: width, clientHeight: height } = surface; // within its border
    if (!width || !height) return; // not on the page
    const size = parseFloat(getComputedStyle(means).fontSize) * 1.7;
    const spots = placed.map(({ mean: [x, y] }) => ({ x: x * width, y: (1 - y) * height }));
    apart(spots, size, width, height);
    signs.forEach(({ mark: sign, group }, index) => {
      const isNowhere = !placed.some((each) => each.index === index);
      for (const each of [sign, group]) each.toggleAttribute("hidden", isNowhere);
    });
    glide(placed.map(({ index }) => signs[index].mark), () => placed.forEach(({ index, mean: [x, y] }, place) => {
      const { mark: sign, group } = signs[index];
      const [line, dot] = group.children;
      sign.style.setProperty("--x", spots[place].x / width);
      sign.style.setProperty("--y", spots[place].y / height);
      attributes(line, { x1: x * width, y1: (1 - y) * height, x2: spots[place].x, y2: spots[place].y });
      attributes(dot, { cx: x * width, cy: (1 - y) * height, r: size / 8 });
    }));
  }
}

/** The mark of an option at its mean, and what leads to the mean itself where the mark had to move. */
function signOf(index) {
  const group = document.createElementNS(SVG, "g");
  group.dataset.option = index;
  group.append(document.createElementNS(SVG, "line"), document.createElementNS(SVG, "circle"));
  return { mark: mark(index), group };
}

function attributes(element, values) {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}
