import { useEffect, useState } from 'react';
import { sessionMayBeOver } from '../api';
import type { Snapshot } from './snapshot';

/** A minute of snapshots, one a second. */
const KEPT = 61;
const RETRY_MILLIS = 2000;

export type Watch = { history: Snapshot[]; connected: boolean };

/** The server's snapshots as they come, the newest last. */
export function useSnapshots(): Watch {
  const [history, setHistory] = useState<Snapshot[]>([]);
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    let source: EventSource;
    let timer: number | undefined;
    const open = () => {
      source = new EventSource('/api/overview/stream');
      source.onmessage = (event: MessageEvent<string>) => {
        const snapshot = JSON.parse(event.data) as Snapshot;
        setConnected(true);
        setHistory((before) => [...before, snapshot].slice(-KEPT));
      };
      source.onerror = () => {
        setConnected(false);
        sessionMayBeOver();
        source.close();
        timer = window.setTimeout(open, RETRY_MILLIS);
      };
    };
    open();
    return () => {
      source.close();
      window.clearTimeout(timer);
    };
  }, []);

  return { history, connected };
}
