// A picture in the console's forms: what was chosen shows at once, and one that is too large is
// not sent. templates/console/_upload.html has the markup, which works without this too.

const LARGEST = 12 * 1024 * 1024;

/** Enhances each upload within `root`, those of rows that come later included. */
export function uploads(root) {
  root.addEventListener("change", ({ target }) => {
    const upload = target.closest(".upload");
    if (!upload) return;
    if (target.type === "file") choose(upload, target);
    if (target.type === "checkbox") upload.toggleAttribute("data-removed", target.checked);
    demand(upload);
  });
  for (const upload of root.querySelectorAll(".upload")) demand(upload);
}

function choose(upload, field) {
  const [file] = field.files;
  field.setCustomValidity(file?.size > LARGEST ? upload.dataset.tooLarge : "");
  if (!file || !field.checkValidity()) {
    field.reportValidity();
    return;
  }
  const img = upload.querySelector("img");
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    img.src = reader.result;
    img.hidden = false;
  });
  reader.readAsDataURL(file);
}

/** Where there is a picture, what it shows has to be said. */
function demand(upload) {
  const field = (selector) => upload.querySelector(selector);
  const kept = field("[type=hidden]").value && !field("[type=checkbox]").checked;
  field("[type=text]").required = Boolean(kept || field("[type=file]").files.length);
}
