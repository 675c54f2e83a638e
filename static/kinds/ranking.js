
// phone: the form fields.
export { ordering as phone } from "../phone/ordering.js";

// wall: the results.
export { ranks as wall } from "../js/ranks.js";

// editor: its rows of options.
export const editor = (root) => import("../js/items_editor.js").then((module) => module.editItems(root));
