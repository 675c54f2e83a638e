// QR codes of an address that the host may change while the wall is up.

import { page } from "../js/page.js";

let shown = page.state.session.join_url;

/** Draws the codes of the wall anew where they lead somewhere else by now. */
export function codes({ code, join_url: wanted }) {
  if (wanted === shown) return;
  shown = wanted;
  for (const picture of document.querySelectorAll("img.qr")) picture.src = `/${code}/qr.svg?to=${encodeURIComponent(wanted)}`;
}
