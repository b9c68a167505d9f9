/** One step of a pattern. Steps name the steps that follow by index. */
type Step =
  | { readonly kind: 'letter'; readonly test: (letter: string) => boolean; readonly next: number }
  | { readonly kind: 'run'; readonly test: (letter: string) => boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

/** Names and patterns may come from an assembly: what is longer than any name of AWS fits only itself. */
const MAX_GLOB_LENGTH = 1_024;
const MAX_NAME_LENGTH = 2_048;

const isAny = (): boolean => true;
const isNoSlash = (letter: string): boolean => letter !== '/';

/**
 * Whether a name fits a glob: `*`, `?` and `[a-z]` stop at `/`, `**` does not, `{a,b}` is either, and a backslash makes a letter of what
 * follows. All possibilities are followed at once, in time that grows with the lengths alone: with regular expressions, which the libraries
 * for globs make, `*a*a*a*b` takes days on a long name, and globs are among what an app accepts in the metadata of its assembly.
 */
export function compileGlob(glob: string, budget: GlobBudget = UNLIMITED): (name: string) => boolean {
  if (!/[*?[{\\]/.test(glob) || glob.length > MAX_GLOB_LENGTH) return (name) => name === glob;
  const steps: Step[] = [{ kind: 'end' }];
  const start = new GlobReader(glob, steps).read();
  budget.spend(steps.length);
  return (name) => name === glob || (name.length <= MAX_NAME_LENGTH && fits(name, steps, start, budget));
}

/** How much work many globs together may be: each takes time that grows with its length, and there may be as many as there are findings. */
export class GlobBudget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }
}

const UNLIMITED = new GlobBudget(Number.POSITIVE_INFINITY);

/** When the budget is spent, nothing fits. */
function fits(name: string, steps: readonly Step[], start: number, budget: GlobBudget): boolean {
  if (budget.isSpent) return false;
  let current = reach([start], steps);
  for (const letter of name) {
    const next: number[] = [];
    for (const index of current) {
      const step = steps[index];
      if (step?.kind === 'letter' && step.test(letter)) next.push(step.next);
      else if (step?.kind === 'run' && step.test(letter)) next.push(index);
    }
    budget.spend(current.size);
    if (next.length === 0) return false;
    current = reach(next, steps);
  }
  return current.has(0);
}

/** All steps that can be reached without a letter. */
function reach(from: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const open = [...from];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    const step = steps[index];
    if (step?.kind === 'fork') for (const next of step.next) open.push(next);
    else if (step?.kind === 'run') open.push(step.next);
  }
  return reached;
}

/** Reads a glob from its end, so that each step knows what follows. */
class GlobReader {
  readonly #glob: string;
  readonly #steps: Step[];
  /** By the place of an opening brace: where it closes, and its commas. */
  readonly #braces: ReadonlyMap<number, readonly number[]>;

  constructor(glob: string, steps: Step[]) {
    this.#glob = glob;
    this.#steps = steps;
    this.#braces = findBraces(glob);
  }

  read(): number {
    return this.#sequence(0, this.#glob.length, 0);
  }

  #add(step: Step): number {
    return this.#steps.push(step) - 1;
  }

  /** The first step of a part of the glob, before the step `next`. */
  #sequence(from: number, to: number, next: number): number {
    const parts: ((next: number) => number)[] = [];
    for (let at = from; at < to; ) {
      const { length, step } = this.#part(at, to);
      parts.push(step);
      at += length;
    }
    return parts.reduceRight((following, step) => step(following), next);
  }

  #part(at: number, to: number): { readonly length: number; readonly step: (next: number) => number } {
    const glob = this.#glob;
    const letters = (test: (letter: string) => boolean) => (next: number) => this.#add({ kind: 'letter', test, next });
    const optional = (step: (next: number) => number) => (next: number) => this.#add({ kind: 'fork', next: [step(next), next] });
    const run = (test: (letter: string) => boolean) => (next: number) => this.#add({ kind: 'run', test, next });
    const slash = letters((letter) => letter === '/');
    const isStart = at === 0 || glob[at - 1] === '/';
    switch (glob[at]) {
      case '\\':
        if (at + 1 < to) return { length: 2, step: letters(equals(glob[at + 1] ?? '')) };
        break;
      case '?':
        return { length: 1, step: letters(isNoSlash) };
      case '*': {
        const stars = /^\*+/.exec(glob.slice(at, to))?.[0].length ?? 1;
        const isWhole = stars === 2 && isStart;
        if (isWhole && at + 2 === glob.length) return { length: 2, step: run(isAny) };
        // Any number of folders: none, or something that ends with a slash.
        if (isWhole && glob[at + 2] === '/') return { length: 3, step: optional((next) => run(isAny)(slash(next))) };
        return { length: stars, step: run(isNoSlash) };
      }
      case '/':
        // `a/**` fits `a`, too.
        if (glob.slice(at) === '/**' && at > 0) return { length: 3, step: optional((next) => slash(run(isAny)(next))) };
        break;
      case '[': {
        const set = /^\[([!^]?)([^\]/]+)\]/.exec(glob.slice(at, Math.min(to, at + 100)));
        if (set !== null) return { length: set[0].length, step: letters(isIn(set[2] ?? '', set[1] !== '')) };
        break;
      }
      case '{': {
        const marks = this.#braces.get(at);
        const end = marks?.at(-1);
        if (marks === undefined || end === undefined) break;
        return {
          length: end + 1 - at,
          step: (next) =>
            this.#add({
              kind: 'fork',
              next: marks.map((mark, index) => this.#sequence((index === 0 ? at : (marks[index - 1] ?? at)) + 1, mark, next)),
            }),
        };
      }
    }
    const letter = String.fromCodePoint(glob.codePointAt(at) ?? 0);
    return { length: letter.length, step: letters(equals(letter)) };
  }
}

function equals(letter: string): (other: string) => boolean {
  return (other) => other === letter;
}

/** `a-z_`: letters and ranges of letters. */
function isIn(set: string, isNegated: boolean): (letter: string) => boolean {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, low, high, only]) => [low ?? only ?? '', high ?? only ?? ''] as const);
  return (letter) => letter !== '/' && ranges.some(([low, high]) => letter >= low && letter <= high) !== isNegated;
}

/** Braces with a comma in them; others are letters. */
function findBraces(glob: string): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const letter = glob[at];
    if (letter === '\\') at++;
    else if (letter === '{') open.push({ at, commas: [] });
    else if (letter === ',') open.at(-1)?.commas.push(at);
    else if (letter === '}') {
      const brace = open.pop();
      if (brace !== undefined && brace.commas.length > 0) found.set(brace.at, [...brace.commas, at]);
    }
  }
  return found;
}
