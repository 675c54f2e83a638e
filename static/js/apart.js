// Signs that would cover each other, moved apart.

const ROUNDS = 40; // enough for six of them

/** Moves `spots`, {x, y} in pixels, until circles of `size` around them are apart and in the frame. */
export function apart(spots, size, width, height) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let one = 0; one < spots.length; one += 1) {
      for (let other = one + 1; other < spots.length; other += 1) push(spots[one], spots[other], size, one + other);
    }
    for (const spot of spots) {
      spot.x = Math.min(width - size / 2, Math.max(size / 2, spot.x));
      spot.y = Math.min(height - size / 2, Math.max(size / 2, spot.y));
    }
  }
}

function push(one, other, size, turn) {
  let [dx, dy] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= size) return;
  if (distance < 0.5) [dx, dy] = [Math.cos(turn), Math.sin(turn)]; // the same mean: any way will do
  else [dx, dy] = [dx / distance, dy / distance];
  const half = (size - distance) / 2;
  one.x -= dx * half;
  one.y -= dy * half;
  other.x += dx * half;
  other.y += dy * half;
}
