// phone: pointing, or numbers.
export { gridding as phone } from "../phone/gridding.js";

// wall: means over densities.
export { plane as wall } from "../js/plane.js";

// editor: its rows of things to place.
export const editor = (root) => import("../js/items_editor.js").then((module) => module.editItems(root));
