import type { Language } from '../src/language.js';
import fixes from './fixes.json' with { type: 'json' };

/** The fix of a check as code of the CDK. `digest` is that of the snippet which it is made from. */
type FixCode = Readonly<Partial<Record<Language | 'digest', string>>>;

const BY_ID: ReadonlyMap<string, FixCode> = new Map(Object.entries(fixes));

/** Checks whose fix is there as code, sorted. */
export const FIXES: readonly string[] = [...BY_ID.keys()];

/** The fix of a check in all languages; undefined when there is none. */
export function fixCodes(checkId: string): Readonly<Partial<Record<Language, string>>> | undefined {
  const { digest: _, ...codes } = BY_ID.get(checkId) ?? {};
  return BY_ID.has(checkId) ? codes : undefined;
}

/** `checks/<service>/fixes/<check>.ts` in a language. JavaScript is written as TypeScript is. Undefined when there is none. */
export function fixCode(checkId: string, language: Language): string | undefined {
  return BY_ID.get(checkId)?.[language === 'javascript' ? 'typescript' : language];
}
