/** What the server says when it refuses: its message, its code, and when to come back. */
export class ApiError extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly code: string,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(message);
  }
}

export type SessionState = 'setup' | 'login' | 'open';

export async function sessionState(): Promise<SessionState> {
  const response = await fetch('/api/session');
  await refuseErrors(response);
  const body = (await response.json()) as { state: SessionState };
  return body.state;
}

const SESSION_OVER = 'sigma-session-over';

/** Tells the app to ask whether the session is still open. */
export function sessionMayBeOver(): void {
  window.dispatchEvent(new Event(SESSION_OVER));
}

export function onSessionMayBeOver(listener: () => void): () => void {
  window.addEventListener(SESSION_OVER, listener);
  return () => window.removeEventListener(SESSION_OVER, listener);
}

/** Sends JSON; the header tells the server that this page sent it, and no other site. */
export async function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Sigma-Admin': '1' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  await refuseErrors(response);
  return response;
}

async function refuseErrors(response: Response): Promise<void> {
  if (response.ok) {
    return;
  }
  let message = `The server answers with status ${response.status}`;
  let code = 'unknown';
  try {
    const body = (await response.json()) as { error?: { message?: string; code?: string } };
    message = body.error?.message ?? message;
    code = body.error?.code ?? code;
  } catch {
    // no JSON: a proxy in between, perhaps; the status says all there is
  }
  if (code === 'no_session') {
    sessionMayBeOver();
  }
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  throw new ApiError(message, response.status, code, Number.isNaN(wait) ? undefined : wait);
}

/** What to tell a person about a failed call. */
export function explain(e: unknown): string {
  if (e instanceof ApiError) {
    return e.retryAfterSeconds === undefined
      ? e.message
      : `${e.message} – try again in ${e.retryAfterSeconds} s`;
  }
  return 'The admin server cannot be reached';
}
