import { useCallback, useEffect, useRef, useState } from 'react';
import { explain, post } from '../api';
import type { CommandAnswer, CommandRequest } from './answer';
import { serverEvents } from './sse';

/** How far one request has come. Times are milliseconds since it was sent. */
export type Progress = {
  phase: 'idle' | 'asking' | 'done' | 'failed';
  forming: string;
  firstPiece?: number;
  total?: number;
  answer?: CommandAnswer;
  problem?: string;
};

const IDLE: Progress = { phase: 'idle', forming: '' };
const BROKEN_OFF = 'The answer broke off before the command was whole';

export function useCommand() {
  const [progress, setProgress] = useState(IDLE);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const ask = useCallback((request: CommandRequest) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const show = (change: Partial<Progress>) => {
      if (running.current === own) {
        setProgress((before) => ({ ...before, ...change }));
      }
    };
    setProgress({ phase: 'asking', forming: '' });
    follow(request, own.signal, show).catch((e: unknown) =>
      show({ phase: 'failed', problem: explain(e) }),
    );
  }, []);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setProgress(IDLE);
  }, []);

  return { progress, ask, stop };
}

async function follow(
  request: CommandRequest,
  signal: AbortSignal,
  show: (change: Partial<Progress>) => void,
): Promise<void> {
  const sent = performance.now();
  const response = await post('/api/commands', request, signal);
  let forming = '';
  if (response.body) {
    for await (const event of serverEvents(response.body)) {
      const elapsed = performance.now() - sent;
      if (event.name === 'delta') {
        if (forming === '') {
          show({ firstPiece: elapsed });
        }
        forming += (JSON.parse(event.data) as { text: string }).text;
        show({ forming });
      } else if (event.name === 'command') {
        const answer = JSON.parse(event.data) as CommandAnswer;
        show({ phase: 'done', answer, total: elapsed });
        return;
      } else if (event.name === 'error') {
        const body = JSON.parse(event.data) as { error?: { message?: string } };
        show({ phase: 'failed', problem: body.error?.message ?? BROKEN_OFF });
        return;
      }
    }
  }
  show({ phase: 'failed', problem: BROKEN_OFF });
}
