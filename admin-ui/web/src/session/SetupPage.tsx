import { useState } from 'react';
import { Gate } from './Gate';
import { HINT, SHORTEST, wrong } from './newPassword';
import { SecretField } from './SecretField';
import { useSending } from './useSending';

export function SetupPage({ onDone }: { onDone: () => void }) {
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const { busy, problem, send } = useSending('/api/setup', onDone);
  return (
    <Gate title="First start">
      <p>
        Choose the admin password. The setup code was printed when the platform was started; it
        works once.
      </p>
      <form onSubmit={(e) => send(e, { code: code.trim(), password }, wrong(password, repeated))}>
        <SecretField
          label="Setup code"
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          autoFocus
        />
        <SecretField
          label="New password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          minLength={SHORTEST}
          hint={HINT}
        />
        <SecretField
          label="The same again"
          value={repeated}
          onChange={setRepeated}
          autoComplete="new-password"
        />
        {problem && <p role="alert">{problem}</p>}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Setting…' : 'Set password'}
        </button>
      </form>
    </Gate>
  );
}
