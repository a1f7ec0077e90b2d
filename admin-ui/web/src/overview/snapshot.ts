/** One line of a service's metrics; `value` is the text that the service wrote. */
export type Sample = { name: string; labels: Record<string, string>; value: string };

export type ServiceStatus = {
  name: string;
  kind: 'gateway' | 'worker' | 'cache';
  address: string;
  answers: boolean;
  ready: boolean;
  reason?: string;
  taken: string;
  figures: Sample[];
};

export type Snapshot = { taken: string; services: ServiceStatus[] };

/** The samples of a metric whose labels include those given. */
export function samples(
  service: ServiceStatus,
  name: string,
  labels: Record<string, string> = {},
): Sample[] {
  return service.figures.filter(
    (f) =>
      f.name === name && Object.entries(labels).every(([label, value]) => f.labels[label] === value),
  );
}

/** The one sample of a metric; absent where the service has none. */
export function sample(
  service: ServiceStatus,
  name: string,
  labels: Record<string, string> = {},
): Sample | undefined {
  return samples(service, name, labels)[0];
}

/** As it would stand in the metrics: name and labels. */
export function seriesName(name: string, labels: Record<string, string> = {}): string {
  const text = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return text.length === 0 ? name : `${name}{${text.join(',')}}`;
}
