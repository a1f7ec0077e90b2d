import { useState } from 'react';
import { Gate } from './Gate';
import { wrong } from './newPassword';
import { NewPasswordFields } from './NewPasswordFields';
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
        <NewPasswordFields
          password={password}
          onPassword={setPassword}
          repeated={repeated}
          onRepeated={setRepeated}
        />
        {problem && <p role="alert">{problem}</p>}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Setting…' : 'Set password'}
        </button>
      </form>
    </Gate>
  );
}
