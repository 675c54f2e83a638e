// Says in words what a transition changed, for those who do not see the page change.

import { typographic, words } from "../js/page.js";

/** Counts are left out: they are read when wanted, and would never stop. */
export function announcer(say) {
  let before;
  return {
    show({ view, poll }) {
      const now = { view, id: poll?.id, round: poll?.round, status: poll?.status, shown: poll?.results_shown };
      const was = before;
      before = now;
      if (!was || JSON.stringify(was) === JSON.stringify(now)) return;
      const news = [];
      if (view === "poll" && now.id !== was.id) news.push(poll.title);
      if (poll && (now.id !== was.id || now.round !== was.round || now.status !== was.status)) {
        if (poll.round > 1) news.push(words("round", { n: poll.round }));
        if (poll.asks) news.push(words(poll.status));
      }
      if (poll && poll.status !== "ready" && now.shown !== was.shown) news.push(words(now.shown ? "shown" : "hidden"));
      if (now.view !== was.view && view !== "end") {
        if (view !== "poll") news.push(words(`view_${view}`));
        else if (now.id === was.id) news.push(words("view_back"));
      }
      if (news.length) say(typographic(news.join(". ")));
    },
  };
}
