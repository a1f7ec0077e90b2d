import { useEffect, type MouseEvent, type ReactNode } from 'react';
import { post } from '../api';
import { Mark } from './Mark';
import { TITLES, type Route } from './route';
import { ThemeChoice } from './ThemeChoice';

type Props = {
  route: Route;
  go: (route: Route) => void;
  onLoggedOut: () => void;
  children: ReactNode;
};

/** What surrounds every page of a session. */
export function Frame({ route, go, onLoggedOut, children }: Props) {
  useEffect(() => {
    document.title = `${TITLES[route]} – SIGMA admin`;
  }, [route]);

  const link = (to: Route, text: string) => (
    <a
      href={to}
      aria-current={route === to ? 'page' : undefined}
      onClick={(e: MouseEvent) => {
        if (!e.metaKey && !e.ctrlKey && !e.shiftKey) {
          e.preventDefault();
          go(to);
        }
      }}
    >
      {text}
    </a>
  );

  return (
    <>
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <header className="top">
        <Mark />
        <nav aria-label="Pages">
          {link('/overview', 'Overview')}
          {link('/playground', 'Playground')}
        </nav>
        <div className="top-end">
          <ThemeChoice />
          {link('/password', 'Password')}
          <button
            type="button"
            className="quiet"
            onClick={() => {
              // where the session had ended already, this fails, and the outcome is the same
              post('/api/logout', {}).then(onLoggedOut, onLoggedOut);
            }}
          >
            Log out
          </button>
        </div>
      </header>
      <main id="page" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
