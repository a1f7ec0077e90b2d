export const ABSENT = '–';

const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 });
const twoPlaces = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const onePlace = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Every digit of it, grouped by thousands. */
export function count(value: number): string {
  return exact.format(value);
}

/** A part of one as a percentage, to two places. */
export function percent(ratio: number): string {
  return `${twoPlaces.format(ratio * 100)} %`;
}

/** Seconds, shown as milliseconds to one place. */
export function millis(seconds: number): string {
  return `${onePlace.format(seconds * 1000)} ms`;
}

export function rate(perSecond: number): string {
  return onePlace.format(perSecond);
}

export function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB');
}
