import { useEffect } from 'react';

const EVERY_MILLIS = 60_000;

/**
 * A session ends when nobody uses it. Watching the overview sends no request, so using the keyboard
 * or the pointer does, once a minute at most; and an ended session is noticed.
 */
export function useStayingOpen(open: boolean, ask: () => void): void {
  useEffect(() => {
    if (!open) {
      return;
    }
    let last = Date.now();
    const used = () => {
      if (Date.now() - last > EVERY_MILLIS) {
        last = Date.now();
        ask();
      }
    };
    window.addEventListener('pointerdown', used);
    window.addEventListener('keydown', used);
    return () => {
      window.removeEventListener('pointerdown', used);
      window.removeEventListener('keydown', used);
    };
  }, [open, ask]);
}
