import { samples, type ServiceStatus, type Snapshot } from './snapshot';

/** What is counted, as a sum over a metric's series; undefined where there is none. */
export type Counter = (service: ServiceStatus) => number | undefined;

export function counter(name: string, counts: (labels: Record<string, string>) => boolean): Counter {
  return (service) => {
    const series = samples(service, name).filter((s) => counts(s.labels));
    return series.length === 0 ? undefined : series.reduce((sum, s) => sum + Number(s.value), 0);
  };
}

/**
 * How fast a counter rose between each two successive snapshots, per second. Undefined where one of
 * the two is missing, or where the counter began again because its service did.
 */
export function rates(
  history: Snapshot[],
  service: string,
  counted: Counter,
): (number | undefined)[] {
  const seen = history.map((snapshot) => snapshot.services.find((s) => s.name === service));
  return seen.slice(1).map((now, i) => {
    const before = seen[i];
    if (!now || !before) {
      return undefined;
    }
    const from = counted(before);
    const to = counted(now);
    const seconds = (Date.parse(now.taken) - Date.parse(before.taken)) / 1000;
    return from === undefined || to === undefined || to < from || seconds <= 0
      ? undefined
      : (to - from) / seconds;
  });
}
