const WIDTH = 120;
const HEIGHT = 28;
const POINTS = 60;

/** The last minute as a line; gaps stay gaps. Decoration beside the figure that it belongs to. */
export function Sparkline({ values }: { values: (number | undefined)[] }) {
  const highest = Math.max(1, ...values.map((v) => v ?? 0));
  const first = POINTS - values.length;
  let pen = false;
  const path = values
    .map((v, i) => {
      if (v === undefined) {
        pen = false;
        return '';
      }
      const x = ((first + i) / (POINTS - 1)) * WIDTH;
      const y = HEIGHT - 1.5 - (v / highest) * (HEIGHT - 3);
      const step = `${pen ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = true;
      return step;
    })
    .join('');
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} />
      <path d={path} />
    </svg>
  );
}
