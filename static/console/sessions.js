// The catalogue: its menus, and a demonstration that opens its wall and its console at once.

import { menus } from "./menus.js";

menus();
document.querySelector("[data-opens]")?.addEventListener("click", ({ target }) => {
  window.open(target.dataset.opens, "_blank", "noopener");
});
