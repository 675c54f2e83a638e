// The figures of a question, as its kind is given them.

/** `{answered, results}` whose `answered` is what shares are of: those who would rather not answer
 *  are out of it, paper ballots that say something are in it. */
export function withBase(figures) {
  if (!figures?.abstained && !figures?.by_hand) return figures;
  const { ballots = 0, blank = 0 } = figures.by_hand ?? {};
  return { ...figures, answered: figures.answered - (figures.abstained ?? 0) + ballots - blank };
}

const FEW = 5;

/** So few have answered that results may point at people. */
export const isFew = (answered) => answered > 0 && answered < FEW;
