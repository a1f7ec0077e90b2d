import { Figure, Metric } from './Figure';
import { count } from './format';
import { GatewayWorkers } from './GatewayWorkers';
import { Rate } from './Rate';
import { counter } from './rates';
import { samples, type ServiceStatus, type Snapshot } from './snapshot';

const ANSWERS = 'http_server_requests_seconds_count';
const RISKS: Record<string, string> = {
  read_only: 'Read-only',
  changes: 'Changes',
  destructive: 'Destructive',
  unknown: 'Unknown',
};

/** What monitoring itself asks for says nothing about the platform's work. */
function isWork(labels: Record<string, string>): boolean {
  return !/^\/(health|metrics)/.test(labels.uri ?? '');
}

const WORK = counter(ANSWERS, isWork);

type Props = { service: ServiceStatus; history: Snapshot[] };

export function GatewayFigures({ service, history }: Props) {
  return (
    <>
      <h3>Commands by risk</h3>
      <dl className="figures four">
        {Object.entries(RISKS).map(([risk, name]) => (
          <Metric
            key={risk}
            service={service}
            metric="sigma_gateway_commands_total"
            labels={{ risk }}
            label={
              <>
                <span className={`dot risk-${risk}`} aria-hidden="true" /> {name}
              </>
            }
          />
        ))}
      </dl>
      <h3>Answers by status</h3>
      <dl className="figures">
        <Statuses service={service} />
      </dl>
      <dl className="figures">
        <Rate
          history={history}
          service={service.name}
          counted={WORK}
          id={`rate:${ANSWERS}`}
          label="Requests per second, over the last minute"
        />
      </dl>
      <GatewayWorkers service={service} />
    </>
  );
}

/** Sums over methods and paths, for each status; health and metrics are not counted. */
function Statuses({ service }: { service: ServiceStatus }) {
  const sums = new Map<string, number>();
  for (const s of samples(service, ANSWERS).filter((f) => isWork(f.labels))) {
    const status = s.labels.status ?? 'unknown';
    sums.set(status, (sums.get(status) ?? 0) + Number(s.value));
  }
  if (sums.size === 0) {
    return <Figure id="answers" label="Any" text={undefined} />;
  }
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([status, sum]) => (
      <Figure key={status} id={`answers{status="${status}"}`} label={status} text={count(sum)} />
    ));
}
