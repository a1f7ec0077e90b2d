import { useState, type FormEvent } from 'react';
import { explain, post } from '../api';

/** A form that is sent once at a time: whether it is under way, and what went wrong. */
export function useSending(path: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const send = (event: FormEvent, body: unknown, wrong?: string) => {
    event.preventDefault();
    if (wrong !== undefined) {
      setProblem(wrong);
      return;
    }
    setBusy(true);
    setProblem(undefined);
    post(path, body)
      .then(onDone, (e: unknown) => setProblem(explain(e)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, send };
}
