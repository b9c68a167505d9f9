import { closest, distance } from 'fastest-levenshtein';

/** `: did you mean …?` when one of the names is near enough to be meant, else nothing. */
export function suggest(wrong: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const nearest = closest(wrong, names);
  return distance(wrong, nearest) <= Math.max(2, nearest.length / 4) ? `: did you mean \`${nearest}\`?` : '';
}
