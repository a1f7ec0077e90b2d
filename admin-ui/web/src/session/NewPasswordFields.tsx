import { HINT, SHORTEST } from './newPassword';
import { SecretField } from './SecretField';

type Props = {
  password: string;
  onPassword: (value: string) => void;
  repeated: string;
  onRepeated: (value: string) => void;
};

/** A new password, twice. */
export function NewPasswordFields({ password, onPassword, repeated, onRepeated }: Props) {
  return (
    <>
      <SecretField
        label="New password"
        value={password}
        onChange={onPassword}
        autoComplete="new-password"
        minLength={SHORTEST}
        hint={HINT}
      />
      <SecretField
        label="The same again"
        value={repeated}
        onChange={onRepeated}
        autoComplete="new-password"
      />
    </>
  );
}
