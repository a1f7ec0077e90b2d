import { useState } from 'react';
import { wrong } from './newPassword';
import { NewPasswordFields } from './NewPasswordFields';
import { SecretField } from './SecretField';
import { useSending } from './useSending';

export function PasswordPage() {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [changed, setChanged] = useState(false);
  const { busy, problem, send } = useSending('/api/password', () => {
    setChanged(true);
    setCurrent('');
    setPassword('');
    setRepeated('');
  });
  return (
    <section className="narrow">
      <h1>Change password</h1>
      <p className="lead">Ends all other sessions; this one stays.</p>
      <form
        className="card"
        onSubmit={(e) => {
          setChanged(false);
          send(e, { current, password }, wrong(password, repeated));
        }}
      >
        <SecretField
          label="Current password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <NewPasswordFields
          password={password}
          onPassword={setPassword}
          repeated={repeated}
          onRepeated={setRepeated}
        />
        {problem && <p role="alert">{problem}</p>}
        {changed && <p role="status">The password was changed.</p>}
        <button type="submit" className="primary" disabled={busy}>
          {busy ? 'Changing…' : 'Change password'}
        </button>
      </form>
    </section>
  );
}
