// phone: the form fields.
export { paging as phone } from "../phone/paging.js";

// wall: the results.
export { surveyResults as wall } from "../js/survey_results.js";

// editor: its questions.
export const editor = (root) => import("../console/survey_editor.js").then((module) => module.surveyEditor(root));
