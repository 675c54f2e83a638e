// Where points lie, on a canvas: a glow over where they are dense, and a dot whose area says how
// many lie in a bin. polling/kinds/places.py counts the bins.

const BINS = 32;
const GLOW = 2.6; // radii, in bins
const DOT = 0.62;
const LEAST_DOT = 0.2;

/**
 * `show(layers)` paints `[{bins, colour}]`; `colour` names a token. `upwards`: rows from below.
 * Several layers are easier to tell apart without `dots`.
 */
export function density(canvas, { upwards = false, dots = true } = {}) {
  let layers = [];
  const paint = () => {
    const { width, height } = canvas.getBoundingClientRect();
    if (!width || !height) return; // not on the page
    const scale = devicePixelRatio;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext("2d");
    const bin = [canvas.width / BINS, canvas.height / BINS];
    const size = Math.sqrt(bin[0] * bin[1]);
    const most = Math.max(1, ...layers.flatMap(({ bins }) => bins.map(([, , n]) => n)));
    const style = getComputedStyle(canvas);
    const ring = style.getPropertyValue("--paper").trim();
    const each = (draw) => {
      for (const { bins, colour } of layers) {
        const ink = style.getPropertyValue(colour).trim();
        for (const [column, row, n] of bins) {
          const y = (row + 0.5) * bin[1];
          draw((column + 0.5) * bin[0], upwards ? canvas.height - y : y, n / most, ink);
        }
      }
    };
    each((x, y, share, ink) => {
      const glow = pen.createRadialGradient(x, y, 0, x, y, GLOW * size);
      // The same colour with nothing of it: "transparent" would be black on its way out.
      glow.addColorStop(0, `${ink}${alpha(0.1 + 0.5 * share)}`);
      glow.addColorStop(1, `${ink}00`);
      pen.fillStyle = glow;
      pen.fillRect(x - GLOW * size, y - GLOW * size, 2 * GLOW * size, 2 * GLOW * size);
    });
    if (!dots) return;
    each((x, y, share, ink) => {
      pen.beginPath();
      pen.arc(x, y, Math.max(LEAST_DOT, DOT * Math.sqrt(share)) * size, 0, 2 * Math.PI);
      pen.fillStyle = ink;
      pen.fill();
      pen.lineWidth = Math.max(1, size * 0.06);
      pen.strokeStyle = ring;
      pen.stroke();
    });
  };
  new ResizeObserver(paint).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  return {
    show(wanted) {
      if (JSON.stringify(wanted) === JSON.stringify(layers)) return;
      layers = wanted;
      paint();
    },
  };
}

const alpha = (part) => Math.round(part * 255).toString(16).padStart(2, "0");
