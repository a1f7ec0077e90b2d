import { useEffect, type ReactNode } from 'react';
import { Mark } from '../shell/Mark';
import { ThemeChoice } from '../shell/ThemeChoice';

/** What surrounds the pages before a session. */
export function Gate({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – SIGMA admin`;
  }, [title]);
  return (
    <main className="gate">
      <Mark />
      <section className="card">
        <h1>{title}</h1>
        {children}
      </section>
      <ThemeChoice />
    </main>
  );
}
