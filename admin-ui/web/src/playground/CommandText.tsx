import { useEffect, useState } from 'react';
import type { CommandAnswer } from './answer';

/** The whole command, with what has to be filled in marked. Offsets count UTF-16 units, as here. */
export function CommandText({ answer }: { answer: CommandAnswer }) {
  const marks = [...(answer.placeholders ?? [])].sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start >= at && mark.end > mark.start) {
      parts.push(answer.command.slice(at, mark.start));
      parts.push(
        <mark key={mark.start} title={`to be filled in: ${mark.name}`}>
          {answer.command.slice(mark.start, mark.end)}
        </mark>,
      );
      at = mark.end;
    }
  }
  parts.push(answer.command.slice(at));
  return <code data-answer="command">{parts}</code>;
}

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(undefined), 2000);
    return () => window.clearTimeout(timer);
  }, [said]);
  const copy = () => {
    // without TLS and not on this machine, browsers have no clipboard for pages
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed'),
    );
  };
  return (
    <button type="button" className="copy" aria-label={`Copy ${what}`} onClick={copy}>
      <span aria-live="polite">{said ?? 'Copy'}</span>
    </button>
  );
}
