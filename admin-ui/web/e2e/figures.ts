import { seriesOf, labels, series, type Metrics } from './metrics';

const ABSENT = '–';
const number = (value: number, most: number, least = 0) =>
  value.toLocaleString('en-US', { maximumFractionDigits: most, minimumFractionDigits: least });

/** One figure of the page: its identity, the attribute with the service's text, what is read. */
export type Shown = { id: string; value: string | null; text: string };

/** What a figure must show, reckoned from the service's own metrics alone. */
export function expected(id: string, metrics: Metrics): Shown {
  if (id.startsWith('rate:')) {
    return { id, value: null, text: '0.0' }; // the system is idle
  }
  if (id.startsWith('mean:')) {
    const name = id.slice('mean:'.length);
    const count = Number(metrics.get(`${name}_count{}`) ?? 0);
    const mean = Number(metrics.get(`${name}_sum{}`)) / count;
    return { id, value: null, text: count > 0 ? `${number(mean * 1000, 1, 1)} ms` : ABSENT };
  }
  if (id.startsWith('answers')) {
    const status = labels(id).status;
    const answers = seriesOf(metrics, 'http_server_requests_seconds_count').filter(
      ([l]) => !/^\/(health|metrics)/.test(l.uri ?? '') && (status ? l.status === status : true),
    );
    const sum = answers.reduce((all, [, value]) => all + Number(value), 0);
    return { id, value: null, text: status ? number(sum, 20) : ABSENT };
  }
  const name = id.split('{')[0] ?? '';
  const value = metrics.get(series(name, labels(id)));
  return { id, value: value ?? null, text: value === undefined ? ABSENT : words(name, value) };
}

function words(name: string, value: string): string {
  switch (name) {
    case 'sigma_kv_cache_usage_ratio':
      return `${number(Number(value) * 100, 2)} %`;
    case 'sigma_cache_store_up':
      return Number(value) === 1 ? 'up' : 'down';
    default:
      return number(Number(value), 20);
  }
}
