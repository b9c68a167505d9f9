import { grouped } from './counted.js';
/** `a, b, c and 4 more`: the first so many texts, and how many are left out. */
export function shortList(texts: readonly string[], most: number): string {
  const left = texts.length - most;
  return left > 0 ? `${texts.slice(0, most).join(', ')} and ${grouped(left)} more` : texts.join(', ');
}
