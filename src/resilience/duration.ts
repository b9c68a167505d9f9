const UNITS = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
] as const;

/** Seconds as a person says them, in two units at most: `4 min 30 s`. */
export function inWords(seconds: number): string {
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [length, unit] of UNITS) {
    const count = Math.floor(rest / length);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
    rest -= count * length;
  }
  return parts.join(' ') || '0 s';
}
