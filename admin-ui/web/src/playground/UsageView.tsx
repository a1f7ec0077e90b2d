import type { CommandAnswer } from './answer';
import { millis, percentage } from './units';
import type { Progress } from './useCommand';

/** What the answer cost. A figure that was not given is not shown as one. */
export function UsageView({ answer, progress }: { answer: CommandAnswer; progress: Progress }) {
  const usage = answer.usage;
  const cached = usage?.prompt_tokens_details;
  const time = (spent: number | undefined) => (spent === undefined ? undefined : millis(spent));
  return (
    <section>
      <h3>Usage</h3>
      <dl className="figures usage">
        <Entry id="first-piece" term="First piece after" text={time(progress.firstPiece)} />
        <Entry id="total" term="Whole after" text={time(progress.total)} />
        <Entry id="prompt" term="Tokens read" text={usage?.prompt_tokens} />
        <Entry id="local" term="Own cache" text={cached?.local} />
        <Entry id="remote" term="Shared cache" text={cached?.remote} />
        <Entry id="completion" term="Tokens written" text={usage?.completion_tokens} />
        <Entry
          id="confidence"
          term="Confidence"
          text={answer.confidence === undefined ? undefined : percentage(answer.confidence)}
        />
      </dl>
      {answer.model && (
        <p className="hint">
          {answer.model}
          {answer.system_fingerprint && ` · ${answer.system_fingerprint}`}
        </p>
      )}
    </section>
  );
}

type EntryProps = { id: string; term: string; text: string | number | undefined };

function Entry({ id, term, text }: EntryProps) {
  return (
    <div className="figure" data-usage={id}>
      <dt>{term}</dt>
      <dd>{text ?? <span className="absent">–</span>}</dd>
    </div>
  );
}
