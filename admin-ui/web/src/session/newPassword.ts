export const SHORTEST = 12;
export const HINT = `At least ${SHORTEST} characters; a few unrelated words are easy to remember`;

/** What is wrong with a new password, if anything. */
export function wrong(password: string, repeated: string): string | undefined {
  if ([...password].length < SHORTEST) {
    return `The password has fewer than ${SHORTEST} characters`;
  }
  return password === repeated ? undefined : 'The two passwords differ';
}
