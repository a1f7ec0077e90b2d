import { Figure, Metric } from './Figure';
import { Rate } from './Rate';
import { counter } from './rates';
import { sample, samples, type ServiceStatus, type Snapshot } from './snapshot';

const EVENTS = ['hit', 'miss', 'stored', 'refused', 'removed'];
const CALLS = counter('sigma_cache_calls_total', () => true);

type Props = { service: ServiceStatus; history: Snapshot[] };

export function CacheFigures({ service, history }: Props) {
  const up = sample(service, 'sigma_cache_store_up');
  const calls = samples(service, 'sigma_cache_calls_total');
  return (
    <>
      <dl className="figures">
        <Figure
          id="sigma_cache_store_up"
          label="Store"
          raw={up?.value}
          text={up && (Number(up.value) === 1 ? 'up' : 'down')}
        />
        <Metric
          service={service}
          metric="sigma_cache_bytes_total"
          labels={{ direction: 'in' }}
          label="Bytes in"
        />
        <Metric
          service={service}
          metric="sigma_cache_bytes_total"
          labels={{ direction: 'out' }}
          label="Bytes out"
        />
      </dl>
      <h3>Values</h3>
      <dl className="figures">
        {EVENTS.map((event) => (
          <Metric
            key={event}
            service={service}
            metric="sigma_cache_values_total"
            labels={{ event }}
            label={event}
          />
        ))}
      </dl>
      <h3>Calls</h3>
      <dl className="figures">
        {calls.length === 0 && <Figure id="sigma_cache_calls_total" label="Any" text={undefined} />}
        {calls.map((c) => (
          <Metric
            key={Object.values(c.labels).join()}
            service={service}
            metric={c.name}
            labels={c.labels}
            label={c.labels.call ?? 'any'}
          />
        ))}
        <Rate
          history={history}
          service={service.name}
          counted={CALLS}
          id="rate:sigma_cache_calls_total"
          label="Per second, over the last minute"
        />
      </dl>
    </>
  );
}
