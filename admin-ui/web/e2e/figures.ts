import { seriesOf, labels, series, type Metrics } from './metrics';

const ABSENT = '–';
const ANSWERS = 'http_server_requests_seconds_count';
const number = (value: number, most: number, least = 0) =>
  value.toLocaleString('en-US', { maximumFractionDigits: most, minimumFractionDigits: least });

/** One figure of the page: its identity, the attribute with the service's text, what is read. */
export type Shown = { id: string; value: string | null; text: string };

const WANTED: Record<string, string[]> = {
  gateway: ['sigma_gateway_commands_total'],
  worker: [
    'sigma_requests_running',
    'sigma_requests_waiting',
    'sigma_kv_cache_usage_ratio',
    'sigma_prompt_tokens_total',
    'sigma_prompt_tokens_cached_total',
    'sigma_completion_tokens_total',
    'sigma_time_to_first_token_seconds_count',
    'sigma_remote_cache_failures_total',
  ],
  cache: [
    'sigma_cache_calls_total',
    'sigma_cache_values_total',
    'sigma_cache_bytes_total',
    'sigma_cache_store_up',
  ],
};

/** The figures that must be on the page, as the service has them. */
export function wanted(service: string, metrics: Metrics): string[] {
  const kind = Object.keys(WANTED).find((k) => service.startsWith(k)) ?? '';
  const own = (WANTED[kind] ?? []).flatMap((name) =>
    seriesOf(metrics, name).map(([of]) => series(name, of).replace('{}', '')),
  );
  const mean = kind === 'worker' ? ['mean:sigma_time_to_first_token_seconds'] : [];
  const statuses = kind === 'gateway' ? answersOf(metrics, ANSWERS).map(([l]) => l.status) : [];
  return [...own, ...mean, ...statuses.map((status) => `answers{status="${status}"}`)];
}

/** What a figure must show, reckoned from the service's own metrics alone. */
export function expected(id: string, metrics: Metrics): Shown {
  if (id.startsWith('rate:')) {
    const counted = answersOf(metrics, id.slice('rate:'.length));
    return { id, value: null, text: counted.length > 0 ? '0.0' : ABSENT }; // the system is idle
  }
  if (id.startsWith('mean:')) {
    const name = id.slice('mean:'.length);
    const count = Number(metrics.get(`${name}_count{}`) ?? 0);
    const mean = Number(metrics.get(`${name}_sum{}`)) / count;
    return { id, value: null, text: count > 0 ? `${number(mean * 1000, 1, 1)} ms` : ABSENT };
  }
  if (id.startsWith('answers')) {
    const status = labels(id).status;
    const answers = answersOf(metrics, ANSWERS).filter(
      ([l]) => l.status === status,
    );
    const sum = answers.reduce((all, [, value]) => all + Number(value), 0);
    return { id, value: null, text: status ? number(sum, 20) : ABSENT };
  }
  const name = id.split('{')[0] ?? '';
  const value = metrics.get(series(name, labels(id)));
  return { id, value: value ?? null, text: value === undefined ? ABSENT : words(name, value) };
}

/** A metric's series; what monitoring itself asks for is not counted. */
function answersOf(metrics: Metrics, name: string): [Record<string, string>, string][] {
  return seriesOf(metrics, name).filter(([l]) => !/^\/(health|metrics)/.test(l.uri ?? ''));
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
