import { useState } from 'react';
import { Gate } from './Gate';
import { SecretField } from './SecretField';
import { useSending } from './useSending';

export function LoginPage({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const { busy, problem, send } = useSending('/api/login', onDone);
  return (
    <Gate title="Log in">
      <form onSubmit={(e) => send(e, { password })}>
        <SecretField
          label="Password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
        />
        {problem && <p role="alert">{problem}</p>}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Checking…' : 'Log in'}
        </button>
      </form>
    </Gate>
  );
}
