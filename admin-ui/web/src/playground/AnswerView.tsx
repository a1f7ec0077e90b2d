import type { ReactNode } from 'react';
import type { CommandAnswer, Reason } from './answer';
import { CommandText, CopyButton } from './CommandText';
import { RiskBadge, riskMeaning } from './RiskBadge';
import { percentage } from './units';
import { UsageView } from './UsageView';
import type { Progress } from './useCommand';

type Props = { answer: CommandAnswer; progress: Progress };

/** All that the gateway says of a command. */
export function AnswerView({ answer, progress }: Props) {
  return (
    <>
      <div className="risk-line">
        <RiskBadge level={answer.risk.level} />
        <span>{riskMeaning(answer.risk.level)}</span>
        {answer.needs_confirmation && <strong>Read it before you run it.</strong>}
      </div>
      {answer.clarification && <p className="reason">{answer.clarification}</p>}
      <div className="parts">
        <Part
          title="Why"
          items={answer.risk.reasons?.map((r) => (
            <Why key={`${r.rule} ${r.start} ${r.end}`} reason={r} command={answer.command} />
          ))}
        />
        <Part
          title="What it does"
          items={answer.explanation?.map((e) => (
            <li key={`${e.start} ${e.end}`}>
              <code>{answer.command.slice(e.start, e.end)}</code> {e.text}
            </li>
          ))}
        />
        <Part title="Effects" items={answer.effects?.map((e) => <li key={e}>{e}</li>)} />
        <Part
          title="To be filled in"
          items={answer.placeholders?.map((p) => <li key={p.start}>{p.name}</li>)}
        />
      </div>
      {answer.alternatives && answer.alternatives.length > 0 && (
        <section>
          <h3>Alternatives</h3>
          <ul className="alternatives">
            {answer.alternatives.map((a) => (
              <li key={a.command}>
                <code>{a.command}</code>
                <span className="alternative-end">
                  {a.confidence !== undefined && (
                    <span className="hint">{percentage(a.confidence)}</span>
                  )}
                  {a.risk && <RiskBadge level={a.risk.level} />}
                  <CopyButton text={a.command} what="this alternative" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <UsageView answer={answer} progress={progress} />
    </>
  );
}

export function CommandLine({ answer }: { answer: CommandAnswer }) {
  return (
    <div className="command">
      <CommandText answer={answer} />
      <CopyButton text={answer.command} what="the command" />
    </div>
  );
}

function Part({ title, items }: { title: string; items: ReactNode[] | undefined }) {
  if (!items || items.length === 0) {
    return null;
  }
  return (
    <section>
      <h3>{title}</h3>
      <ul>{items}</ul>
    </section>
  );
}

function Why({ reason, command }: { reason: Reason; command: string }) {
  const words = command.slice(reason.start, reason.end);
  return (
    <li>
      {words && <code>{words}</code>} {reason.text}
    </li>
  );
}
