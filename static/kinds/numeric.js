// phone: the form field.
export { numberField as phone } from "../phone/number.js";

// wall: the results.
export { numberResults as wall } from "../js/number_results.js";
