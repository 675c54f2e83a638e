// Menus made of <details>: one open at a time, closed by Escape, by a choice, or by looking elsewhere.

export function menus() {
  const open = () => [...document.querySelectorAll("details.menu[open]")];
  document.addEventListener("click", ({ target }) => {
    for (const menu of open()) {
      if (!menu.contains(target) || target.closest(".panel a, .panel button")) menu.open = false;
    }
  });
  document.addEventListener("focusin", ({ target }) => {
    for (const menu of open()) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of open()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
