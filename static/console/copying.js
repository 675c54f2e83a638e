// Copies a link. On plain http a browser offers no clipboard: then the link is selected instead.

const said = document.getElementById("copied");

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    let outcome = button.dataset.copied;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.focus();
      field.select();
      outcome = button.dataset.selected;
    }
    button.textContent = outcome;
    said.textContent = outcome;
  });
}
