import type { ReactNode } from 'react';
import { ABSENT, count } from './format';
import { sample, seriesName, type ServiceStatus } from './snapshot';

type MetricProps = {
  service: ServiceStatus;
  metric: string;
  labels?: Record<string, string>;
  label: ReactNode;
  format?: (value: number) => string;
};

/** A figure as the service itself gives it. */
export function Metric({ service, metric, labels = {}, label, format = count }: MetricProps) {
  const found = sample(service, metric, labels);
  return (
    <Figure
      id={seriesName(metric, labels)}
      label={label}
      raw={found?.value}
      text={found && format(Number(found.value))}
    />
  );
}

type FigureProps = {
  id: string;
  label: ReactNode;
  /** The service's own text, where the figure is one of its own and not reckoned from several. */
  raw?: string | undefined;
  text: string | undefined;
  note?: ReactNode;
  className?: string;
};

/** A term and its value; a dash where there is none. */
export function Figure({ id, label, raw, text, note, className = '' }: FigureProps) {
  return (
    <div className={`figure ${className}`} data-figure={id} data-value={raw}>
      <dt>{label}</dt>
      <dd>
        {text === undefined ? (
          <span className="absent" title="the service does not give this figure">
            {ABSENT}
          </span>
        ) : (
          <span className="number">{text}</span>
        )}
        {note}
      </dd>
    </div>
  );
}
