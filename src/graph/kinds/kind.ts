/** What is true of every link of one kind. */
export interface KindOfLink {
  /** `exact`: the template says so. `inferred`: two names or ARNs are equal, and nothing says that they are meant to be one. */
  readonly class: 'exact' | 'inferred';
  /** As reports write it. */
  readonly words: string;
  /** Whether CloudFormation follows it into another stack when it deploys: what is read there has to be there before. */
  readonly isLookup: boolean;
}

export function exact(words: string): KindOfLink {
  return { class: 'exact', words, isLookup: false };
}

export function lookup(words: string): KindOfLink {
  return { class: 'exact', words, isLookup: true };
}

export function inferred(words: string): KindOfLink {
  return { class: 'inferred', words, isLookup: false };
}
