import { useCallback, useEffect, useState } from 'react';
import { explain, onSessionMayBeOver, sessionState, type SessionState } from './api';
import { OverviewPage } from './overview/OverviewPage';
import { PlaygroundPage } from './playground/PlaygroundPage';
import { LoginPage } from './session/LoginPage';
import { PasswordPage } from './session/PasswordPage';
import { SetupPage } from './session/SetupPage';
import { useStayingOpen } from './session/useStayingOpen';
import { Frame } from './shell/Frame';
import { useRoute } from './shell/route';

/** Chooses the page: by the session first, then by the path. */
export function App() {
  const [state, setState] = useState<SessionState>();
  const [failure, setFailure] = useState<string>();
  const [route, go] = useRoute();

  const ask = useCallback(() => {
    sessionState().then(
      (s) => {
        setState(s);
        setFailure(undefined);
      },
      (e: unknown) => setFailure(explain(e)),
    );
  }, []);
  useEffect(ask, [ask]);
  useEffect(() => onSessionMayBeOver(ask), [ask]);
  useStayingOpen(state === 'open', ask);

  if (failure !== undefined && state === undefined) {
    return (
      <main className="gate">
        <p role="alert">{failure}</p>
        <button type="button" onClick={ask}>
          Try again
        </button>
      </main>
    );
  }
  switch (state) {
    case undefined:
      return <main className="gate" aria-busy="true" />;
    case 'setup':
      return <SetupPage onDone={ask} />;
    case 'login':
      return <LoginPage onDone={ask} />;
    case 'open':
      return (
        <Frame route={route} go={go} onLoggedOut={ask}>
          {route === '/overview' && <OverviewPage />}
          {route === '/playground' && <PlaygroundPage />}
          {route === '/password' && <PasswordPage />}
        </Frame>
      );
  }
}
