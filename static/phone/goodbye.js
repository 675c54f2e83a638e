// What there is to take home once the session has ended: the server makes the part of the page. Where
// the page was loaded after the end, it is there already.

const SPREAD_MS = 3000; // a hall that is told at once does not ask at once

export function goodbye(place, code) {
  const offered = document.getElementById("beside"); // a survey for afterwards, where there is one
  let shown = place.childElementCount ? "" : null; // until when what is shown holds; "" for not known

  async function fetched(until) {
    shown = until;
    await new Promise((done) => setTimeout(done, Math.random() * SPREAD_MS));
    try {
      const answer = await fetch(`/${code}/goodbye`);
      if (!answer.ok) return;
      place.replaceChildren(document.createRange().createContextualFragment(await answer.text()));
    } catch {
      shown = null; // the network may be back the next time
    }
  }

  return {
    show(over, until) {
      place.hidden = !over;
      const next = document.getElementById(over ? "goodbye" : "told");
      if (offered.nextElementSibling !== next) next.before(offered);
      if (!over || !until || shown === until) return;
      if (shown === "") shown = until;
      else fetched(until);
    },
  };
}
