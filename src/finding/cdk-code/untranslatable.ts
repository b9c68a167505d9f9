/** A piece of code that cannot be written in another language without guessing: it stays as it is. */
export class Untranslatable extends Error {}

export function untranslatable(): never {
  throw new Untranslatable();
}
