/** A service's own metrics: the text of each value by its series, labels in the order of names. */
export type Metrics = Map<string, string>;

export async function readMetrics(url: string): Promise<Metrics> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const metrics: Metrics = new Map();
  for (const line of text.split('\n')) {
    const m = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? ([^ ]+)$/i.exec(line);
    if (m) {
      metrics.set(series(m[1] ?? '', labels(m[2] ?? '')), m[3] ?? '');
    }
  }
  return metrics;
}

export function labels(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/gi)].map((m) => [m[1], m[2]]),
  );
}

export function series(name: string, of: Record<string, string>): string {
  const sorted = Object.keys(of).sort();
  return `${name}{${sorted.map((l) => `${l}="${of[l]}"`).join(',')}}`;
}

/** The series of one metric: their labels and values. */
export function seriesOf(metrics: Metrics, name: string): [Record<string, string>, string][] {
  return [...metrics]
    .filter(([key]) => key.startsWith(`${name}{`))
    .map(([key, value]) => [labels(key.slice(name.length)), value]);
}

/** What of the metrics the overview shows; all else may change while it is looked at. */
export function shown(metrics: Metrics): [string, string][] {
  return [...metrics]
    .filter(([key]) => /^(sigma_|http_server_requests_seconds_count)/.test(key))
    .filter(([key]) => !/uri="\/(health|metrics)|inter_token|_max\{/.test(key))
    .sort(([a], [b]) => a.localeCompare(b));
}
