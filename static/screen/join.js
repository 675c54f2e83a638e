// The way in: address, code, and the seats that fill as people arrive.

import { fit } from "../js/fit.js";
import { words } from "../js/page.js";
import { fill, fillWithFigures, slot } from "./slots.js";

/** Seats to show for so many people, and how many people one seat stands for. */
const PLANS = [
  { most: 40, seats: 40, each: 1 },
  { most: 100, seats: 100, each: 1 },
  { most: 240, seats: 240, each: 1 },
  { most: 400, seats: 40, each: 10 },
  { most: 1000, seats: 100, each: 10 },
  { most: 5000, seats: 100, each: 50 },
  { most: Infinity, seats: 100, each: 500 },
];

export function joinView(view) {
  const seats = slot(view, "seats");
  const way = view.querySelector(".way");
  let arranged;
  const arrange = () => {
    const now = [slot(view, "title").textContent, seats.dataset.seats, slot(view, "legend").hidden, way.clientWidth, way.clientHeight, document.fonts.status].join();
    if (now !== arranged && way.clientHeight) fit(way);
    arranged = now;
  };
  new ResizeObserver(arrange).observe(way);
  document.fonts.ready.then(arrange);

  return {
    show(session, { connected = 0 }) {
      fill(view, "title", session.title);
      slot(view, "rehearsal").hidden = !session.rehearsal;
      fill(view, "promise", words(session.nicknames ? "promise_nickname" : "promise_name"));
      fill(view, "address", session.address);
      slot(view, "address").style.setProperty("--signs", session.address.length);
      fillWithFigures(view, "room", connected ? words("room", { n: connected }) : words("room_empty"));
      const plan = PLANS.find(({ most }) => connected <= most);
      fill(view, "legend", plan.each > 1 ? words("dot", { n: plan.each }) : "");
      draw(plan, connected);
      arrange();
    },
  };

  function draw({ seats: wanted, each }, people) {
    if (seats.children.length !== wanted) {
      seats.dataset.seats = wanted;
      seats.replaceChildren(...Array.from({ length: wanted }, () => document.createElement("i")));
    }
    const taken = Math.ceil(people / each);
    [...seats.children].forEach((seat, place) => seat.classList.toggle("taken", place < taken));
  }
}
