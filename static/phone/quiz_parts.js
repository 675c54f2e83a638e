// The parts of a quiz: who somebody says to be, what they have earned, and the ranking.

import { places } from "../js/places.js";
import { earned as earnedOf } from "./earned.js";
import { profile as profileOf } from "./profile.js";

export function quizParts(given) {
  const profile = profileOf(given);
  const earned = earnedOf(document.getElementById("earned"));
  const ranking = document.getElementById("ranking");
  const ranks = places(ranking);

  return {
    deliver: profile.deliver,
    show({ state, onScreen, gone }) {
      earned.show(onScreen && state.score === undefined ? {} : state);
      ranking.hidden = gone || !state.ranking;
      if (state.ranking) ranks.show(state.ranking);
      const place = gone ? "away" : onScreen ? "question" : "join";
      profile.show({ session: state.session, stored: state.profile, place });
    },
  };
}
