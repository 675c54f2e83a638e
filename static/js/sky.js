// Where each word of a cloud stands: d3-cloud's layout, begun for each word at a place of its own.

const CONTRAST = 0.68; // 1 would make size follow the count, 0.5 the area
const WIDEST = 1.6; // a word of n letters is about 0.55 n times as wide as its type is high
const LEAST = 0.22; // the rarest word's size, of the most frequent one's
const DEPTHS = 4;
const SHRINK = 0.86;
const TRIES = 10;
const SLACK = 1.12; // d3-cloud keeps room below a word for a second line

/**
 * `words` ([{text, count}], most frequent first) with a place around the middle of a box, a size
 * and a depth of colour from 1 (rare) to 4. A word begins its search for room at the same place
 * each time, so that it stays about where people have found it. Type shrinks until all have room.
 */
export async function placed(words, { width, height, font }) {
  await import("../vendor/d3-cloud.js"); // with the first cloud: phones vote without it
  await document.fonts.ready;
  const most = Math.max(...words.map(({ count }) => count), 1);
  const share = ({ count }) => (count / most) ** CONTRAST;
  let largest = Math.min(height * 0.34, width * 0.16);
  for (let attempt = 1; ; attempt += 1) {
    const sized = words.map((word) => ({
      text: word.text,
      size: Math.min(largest * (LEAST + (1 - LEAST) * share(word)), (width * WIDEST) / word.text.length),
      depth: Math.ceil(share(word) * DEPTHS),
    })).sort((one, other) => other.size - one.size);
    const found = await laidOut(sized, width, height, font);
    if (found.length === sized.length || attempt === TRIES) return found;
    largest *= SHRINK;
  }
}

function laidOut(words, width, height, font) {
  return new Promise((resolve) => {
    let draws = 0;
    window.d3.layout.cloud()
      .size([width, height * SLACK])
      .words(words)
      .font(font)
      .fontWeight(700)
      .fontSize(({ size }) => size)
      .rotate(0)
      .padding(Math.max(2, height / 140))
      // d3-cloud draws three numbers for each word, in the order in which they are given.
      .random(() => noise(`${draws % 3}${words[Math.floor(draws++ / 3) % words.length]?.text}`))
      .on("end", resolve)
      .start();
  });
}

/** A number in [0, 1) that `text` always gives (FNV-1a). */
function noise(text) {
  let hash = 2166136261;
  for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619);
  return (hash >>> 0) / 2 ** 32;
}
