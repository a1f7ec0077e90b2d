import { Figure, Metric } from './Figure';
import { millis, percent } from './format';
import { Rate } from './Rate';
import { counter } from './rates';
import { sample, samples, type ServiceStatus, type Snapshot } from './snapshot';

const TOKENS = counter('sigma_completion_tokens_total', () => true);

type Props = { service: ServiceStatus; history: Snapshot[] };

export function WorkerFigures({ service, history }: Props) {
  const failures = samples(service, 'sigma_remote_cache_failures_total');
  return (
    <>
      <dl className="figures">
        <Metric service={service} metric="sigma_requests_running" label="Running" />
        <Metric service={service} metric="sigma_requests_waiting" label="Waiting" />
        <Usage service={service} />
      </dl>
      <h3>Tokens read</h3>
      <dl className="figures">
        <Metric service={service} metric="sigma_prompt_tokens_total" label="All" />
        <Metric
          service={service}
          metric="sigma_prompt_tokens_cached_total"
          labels={{ source: 'local' }}
          label="Own cache"
        />
        <Metric
          service={service}
          metric="sigma_prompt_tokens_cached_total"
          labels={{ source: 'remote' }}
          label="Shared cache"
        />
      </dl>
      <h3>Tokens written</h3>
      <dl className="figures pair">
        <Metric service={service} metric="sigma_completion_tokens_total" label="All" />
        <Rate
          history={history}
          service={service.name}
          counted={TOKENS}
          id="rate:sigma_completion_tokens_total"
          label="Per second, over the last minute"
        />
      </dl>
      <h3>Time to first token, since start</h3>
      <dl className="figures">
        <MeanTime service={service} />
        <Metric
          service={service}
          metric="sigma_time_to_first_token_seconds_count"
          label="Requests"
        />
      </dl>
      {failures.length > 0 && (
        <>
          <h3>Failures of the shared cache</h3>
          <dl className="figures">
            {failures.map((f) => (
              <Metric
                key={f.labels.reason}
                service={service}
                metric={f.name}
                labels={f.labels}
                label={(f.labels.reason ?? 'any').replaceAll('_', ' ')}
              />
            ))}
          </dl>
        </>
      )}
    </>
  );
}

function Usage({ service }: { service: ServiceStatus }) {
  const found = sample(service, 'sigma_kv_cache_usage_ratio');
  const ratio = Number(found?.value);
  return (
    <Figure
      id="sigma_kv_cache_usage_ratio"
      label="K/V cache"
      raw={found?.value}
      text={found && percent(ratio)}
      note={
        found && (
          <svg className="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="4" />
            <rect className="bar-full" width={Math.min(100, ratio * 100)} height="4" />
          </svg>
        )
      }
    />
  );
}

function MeanTime({ service }: { service: ServiceStatus }) {
  const sum = sample(service, 'sigma_time_to_first_token_seconds_sum');
  const number = Number(sample(service, 'sigma_time_to_first_token_seconds_count')?.value ?? 0);
  return (
    <Figure
      id="mean:sigma_time_to_first_token_seconds"
      label="Mean"
      text={sum && number > 0 ? millis(Number(sum.value) / number) : undefined}
    />
  );
}
