// phone: the form fields.
export { sharing as phone } from "../phone/sharing.js";

// wall: the results.
export { means as wall } from "../js/means.js";

// editor: its rows of options.
export const editor = (root) => import("../js/items_editor.js").then((module) => module.editItems(root));
