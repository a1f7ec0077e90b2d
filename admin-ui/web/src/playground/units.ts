export function percentage(part: number): string {
  return `${Math.round(part * 100)} %`;
}

export function millis(spent: number): string {
  return `${Math.round(spent)} ms`;
}
