import { useCallback, useEffect, useState } from 'react';

export const TITLES = {
  '/overview': 'Overview',
  '/playground': 'Playground',
  '/password': 'Change password',
} as const;
export type Route = keyof typeof TITLES;

function current(): Route {
  const path = window.location.pathname;
  return path in TITLES ? (path as Route) : '/overview';
}

/** The path as state; going somewhere adds to the browser's history. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const changed = () => setRoute(current());
    window.addEventListener('popstate', changed);
    return () => window.removeEventListener('popstate', changed);
  }, []);
  const go = useCallback((to: Route) => {
    window.history.pushState(null, '', to);
    setRoute(to);
  }, []);
  return [route, go];
}
