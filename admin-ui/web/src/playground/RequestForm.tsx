import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { CommandRequest } from './answer';

const SHELLS = ['bash', 'sh', 'zsh'];
const MOST_ALTERNATIVES = 4;

type Props = { asking: boolean; onAsk: (request: CommandRequest) => void; onStop: () => void };

export function RequestForm({ asking, onAsk, onStop }: Props) {
  const id = useId();
  const [request, setRequest] = useState('');
  const [shell, setShell] = useState('bash');
  const [os, setOs] = useState('');
  const [context, setContext] = useState('');
  const [alternatives, setAlternatives] = useState(2);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({
      request,
      shell,
      alternatives,
      ...(os.trim() ? { os: os.trim() } : {}),
      ...(context.trim() ? { context } : {}),
    });
  };
  const enter = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    }
  };

  return (
    <form className="card ask" onSubmit={submit}>
      <div className="field">
        <label htmlFor={`${id}-request`}>What should the command do?</label>
        <textarea
          id={`${id}-request`}
          name="request"
          rows={2}
          required
          maxLength={2000}
          placeholder="find files over 1 GB in /var"
          value={request}
          onChange={(e) => setRequest(e.target.value)}
          onKeyDown={enter}
        />
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-shell`}>Shell</label>
          <select id={`${id}-shell`} value={shell} onChange={(e) => setShell(e.target.value)}>
            {SHELLS.map((s) => (
              <option key={s}>{s}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-os`}>System</label>
          <input
            id={`${id}-os`}
            pattern="[a-z0-9.\-]{1,32}"
            title="lower-case letters, digits, dots and dashes, such as debian"
            placeholder="linux"
            value={os}
            onChange={(e) => setOs(e.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-alternatives`}>Alternatives</label>
          <select
            id={`${id}-alternatives`}
            value={alternatives}
            onChange={(e) => setAlternatives(Number(e.target.value))}
          >
            {Array.from({ length: MOST_ALTERNATIVES + 1 }, (_, n) => (
              <option key={n}>{n}</option>
            ))}
          </select>
        </div>
      </div>
      <details>
        <summary>Context, such as an error message</summary>
        <div className="field">
          <label htmlFor={`${id}-context`}>Context</label>
          <textarea
            id={`${id}-context`}
            rows={4}
            maxLength={16000}
            value={context}
            onChange={(e) => setContext(e.target.value)}
          />
        </div>
      </details>
      <div className="actions">
        <button type="submit" className="primary" disabled={asking}>
          {asking ? 'Asking…' : 'Ask'}
        </button>
        {asking && (
          <button type="button" onClick={onStop}>
            Stop
          </button>
        )}
        <span className="hint">Nothing is run, here or on the server.</span>
      </div>
    </form>
  );
}
