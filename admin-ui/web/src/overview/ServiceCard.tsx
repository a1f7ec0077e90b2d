import { CacheFigures } from './CacheFigures';
import { EngineLine } from './EngineLine';
import { clockTime } from './format';
import { GatewayFigures } from './GatewayFigures';
import type { ServiceStatus, Snapshot } from './snapshot';
import { WorkerFigures } from './WorkerFigures';

type Props = { service: ServiceStatus; history: Snapshot[] };

export function ServiceCard({ service, history }: Props) {
  const state = service.ready ? 'ready' : service.answers ? 'not-ready' : 'down';
  return (
    <article
      className="card service"
      data-service={service.name}
      data-state={state}
      aria-labelledby={`service-${service.name}`}
    >
      <header>
        <div>
          <h2 id={`service-${service.name}`}>{service.name}</h2>
          <p className="address">
            {service.address} · {clockTime(service.taken)}
          </p>
        </div>
        <State state={state} />
      </header>
      {service.reason && <p className="reason">{service.reason}</p>}
      {service.answers && service.kind === 'worker' && <EngineLine service={service} />}
      {service.answers && <Figures service={service} history={history} />}
    </article>
  );
}

const STATES = { ready: 'Ready', 'not-ready': 'Not ready', down: 'Down' } as const;

function State({ state }: { state: keyof typeof STATES }) {
  return (
    <span className={`badge state-${state}`}>
      <span className="dot" aria-hidden="true" />
      {STATES[state]}
    </span>
  );
}

function Figures({ service, history }: Props) {
  switch (service.kind) {
    case 'gateway':
      return <GatewayFigures service={service} history={history} />;
    case 'worker':
      return <WorkerFigures service={service} history={history} />;
    case 'cache':
      return <CacheFigures service={service} history={history} />;
  }
}
