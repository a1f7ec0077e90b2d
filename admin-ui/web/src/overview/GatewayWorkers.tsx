import { ABSENT } from './format';
import { samples, type ServiceStatus } from './snapshot';

const CIRCUIT = ['closed', 'open', 'half open'];

/** Readiness and circuit of each worker, as the gateway has them. */
export function GatewayWorkers({ service }: { service: ServiceStatus }) {
  const workers = samples(service, 'sigma_gateway_worker_ready');
  if (workers.length === 0) {
    return null;
  }
  const circuit = (worker: string | undefined) =>
    samples(service, 'sigma_gateway_circuit_open').find((s) => s.labels.worker === worker);
  return (
    <>
      <h3>Workers as the gateway sees them</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Worker</th>
            <th scope="col">Ready</th>
            <th scope="col">Circuit</th>
          </tr>
        </thead>
        <tbody>
          {workers.map((w) => {
            const state = circuit(w.labels.worker);
            return (
              <tr key={w.labels.worker} data-worker={w.labels.worker}>
                <th scope="row">{w.labels.worker}</th>
                <td data-figure="sigma_gateway_worker_ready" data-value={w.value}>
                  {Number(w.value) === 1 ? 'yes' : 'no'}
                </td>
                <td data-figure="sigma_gateway_circuit_open" data-value={state?.value}>
                  {state ? (CIRCUIT[Number(state.value)] ?? state.value) : ABSENT}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
