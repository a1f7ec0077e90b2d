import { clockTime } from './format';
import { ServiceCard } from './ServiceCard';
import { useSnapshots } from './useSnapshots';

export function OverviewPage() {
  const { history, connected } = useSnapshots();
  const now = history.at(-1);
  const ready = now?.services.filter((s) => s.ready).length ?? 0;
  const all = now?.services.length ?? 0;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Overview</h1>
          <p className="lead" role="status">
            {now ? `${ready} of ${all} services ready` : 'Asking the services…'}
          </p>
        </div>
        {now && (
          <p className="taken">
            as of <time dateTime={now.taken}>{clockTime(now.taken)}</time>, each second
          </p>
        )}
      </div>
      {!connected && (
        <p role="alert">
          The connection to the admin server is lost; trying again.
          {now && ` The figures below are those of ${clockTime(now.taken)}.`}
        </p>
      )}
      <div className={connected ? 'services' : 'services stale'}>
        {now?.services.map((s) => (
          <ServiceCard key={s.name} service={s} history={history} />
        ))}
      </div>
    </>
  );
}
