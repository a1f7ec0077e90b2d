import { ABSENT } from './format';
import { sample, type ServiceStatus } from './snapshot';

/** What the worker runs on. */
export function EngineLine({ service }: { service: ServiceStatus }) {
  const info = sample(service, 'sigma_engine_info')?.labels;
  const label = (name: string) => info?.[name] ?? ABSENT;
  return (
    <dl className="engine" data-figure="sigma_engine_info">
      <Entry name="model" term="Model" text={label('model')} />
      <Entry name="backend" term="Backend" text={label('backend')} />
      <Entry name="kernel_family" term="Kernels" text={label('kernel_family')} />
      <Entry name="numerics" term="Numerics" text={label('numerics')} />
      <Entry name="codec" term="Shared K/V" text={label('codec')} />
      <Entry name="epoch" term="Epoch" text={label('epoch').slice(0, 12)} title={label('epoch')} />
      <Entry name="device" term="Device" text={label('device')} wide />
    </dl>
  );
}

type EntryProps = { name: string; term: string; text: string; title?: string; wide?: boolean };

function Entry({ name, term, text, title, wide }: EntryProps) {
  return (
    <div className={wide ? 'wide' : undefined}>
      <dt>{term}</dt>
      <dd data-label={name} title={title ?? text}>
        {text}
      </dd>
    </div>
  );
}
