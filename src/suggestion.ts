import { closest, distance } from 'fastest-levenshtein';

const MAX_LENGTH = 200;

/** `: did you mean …?` when one of the names is near enough to be meant, else nothing. */
export function suggest(wrong: string, names: readonly string[]): string {
  const nearest = nearestName(wrong, names);
  return nearest === undefined ? '' : `: did you mean \`${nearest}\`?`;
}

/** The name that is near enough to be meant. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  // Nobody writes a name of this length with a slip in it, and the comparison takes the product of the lengths.
  if (names.length === 0 || wrong.length > MAX_LENGTH) return undefined;
  const nearest = closest(wrong, names);
  return distance(wrong, nearest) <= Math.max(nearest.length > 4 ? 2 : 1, nearest.length / 4) ? nearest : undefined;
}
