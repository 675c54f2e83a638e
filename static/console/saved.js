// A page that follows on a question that was saved.

import { forgetSent } from "./drafts.js";

forgetSent();
