// phone: the form fields.
export { statements as phone } from "../phone/statements.js";

// wall: the results.
export { diverging as wall } from "../js/diverging.js";

// editor: its rows of statements.
export const editor = (root) => import("../js/items_editor.js").then((module) => module.editItems(root));
