// phone: the form fields.
export function phone(root, { words, vote }) {
  return { show({ poll, answer, locked }) {} };
}

// wall: the results.
export function wall(root, { words, screen, remove, approve }) {
  return { show({ poll, answered, joined, results, step }) {} };
}
