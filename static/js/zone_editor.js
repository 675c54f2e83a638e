// Zones drawn on a picture in the console: dragging over it says where the zone is that was last
// written in. templates/kinds/pin.html has the fields, which can be filled in without this too.

import { editItems } from "./items_editor.js";

const EDGES = ["x", "y", "width", "height"];

export function editZones(root) {
  const picture = root.querySelector(".upload .picture");
  const list = root.querySelector(".item-rows");
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  picture.replaceWith(sheet);
  sheet.append(picture);
  let chosen = null;
  let start = null;

  const fields = (row) => EDGES.map((edge) => row.querySelector(`[name=zone_${edge}]`));
  const isBlank = (row) => fields(row).every(({ value }) => value === "");
  const target = () => (chosen?.isConnected ? chosen : [...list.children].find(isBlank) ?? list.lastElementChild);
  const at = ({ clientX, clientY }) => {
    const box = picture.getBoundingClientRect();
    const within = (part) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10;
    return [within((clientX - box.left) / box.width), within((clientY - box.top) / box.height)];
  };

  function draw() {
    for (const old of sheet.querySelectorAll(".zone")) old.remove();
    [...list.children].forEach((row, index) => {
      const values = fields(row).map(({ value }) => Number(value.replace(",", ".")) / 100);
      if (isBlank(row) || values.some(Number.isNaN)) return;
      const zone = document.createElement("span");
      zone.className = "zone";
      zone.textContent = index + 1;
      zone.toggleAttribute("data-chosen", row === chosen);
      EDGES.forEach((edge, place) => zone.style.setProperty(`--${edge}`, values[place]));
      sheet.append(zone);
    });
  }

  sheet.addEventListener("pointerdown", (event) => {
    if (picture.hidden || root.closest(":disabled")) return;
    event.preventDefault();
    sheet.setPointerCapture(event.pointerId);
    chosen = target();
    start = at(event);
  });
  sheet.addEventListener("pointermove", (event) => {
    if (!start) return;
    const end = at(event);
    const low = start.map((value, axis) => Math.min(value, end[axis]));
    const size = start.map((value, axis) => Math.round(Math.abs(value - end[axis]) * 10) / 10);
    [...low, ...size].forEach((value, place) => (fields(chosen)[place].value = value));
    draw();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    sheet.addEventListener(end, () => {
      if (start && chosen) chosen.querySelector("[name=zone_text]").focus();
      start = null;
    });
  }
  list.addEventListener("focusin", (event) => {
    chosen = event.target.closest("li");
    draw();
  });
  list.addEventListener("input", draw);
  editItems(root, draw);
}
