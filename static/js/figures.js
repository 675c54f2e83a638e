// The figures of a question, as its kind is given them.

/** `{answered, results}` where those who would rather not answer are out of the base. */
export function withoutAbstentions(figures) {
  if (!figures?.abstained) return figures;
  return { ...figures, answered: figures.answered - figures.abstained };
}

const FEW = 5;

/** So few have answered that results may point at people. */
export const isFew = (answered) => answered > 0 && answered < FEW;
