import { Figure } from './Figure';
import { rate } from './format';
import { rates, type Counter } from './rates';
import { Sparkline } from './Sparkline';
import type { Snapshot } from './snapshot';

type Props = { history: Snapshot[]; service: string; counted: Counter; id: string; label: string };

/** A counter's rise in the last second, and over the last minute as a line. */
export function Rate({ history, service, counted, id, label }: Props) {
  const all = rates(history, service, counted);
  const last = all.at(-1);
  return (
    <Figure
      id={id}
      label={label}
      text={last === undefined ? undefined : rate(last)}
      className="rate"
      note={<Sparkline values={all} />}
    />
  );
}
