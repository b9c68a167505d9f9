import type { Json, JsonObject } from '../../assembly/model.js';
import { join, substitute } from '../../graph/intrinsics/string-functions.js';
import { intrinsicOf, isObject, own } from '../../graph/model/json.js';
import type { TemplatePath } from '../../graph/model/property.js';
import type { Resource } from '../../graph/model/resource.js';
import { type Assumptions, NO_ASSUMPTIONS } from '../../graph/model/scope.js';
import { literal, type Value } from '../../graph/model/value.js';
import { mentions } from '../pair/changed-names.js';
import type { Matches } from '../pair/matches.js';
import type { ResourcePair } from '../pair/resource-pair.js';
import { sameJson } from '../pair/same-json.js';
import { withoutHashes } from './assets.js';
import { canonicalOf } from './canonical.js';
import { alignItems, isUnordered } from './lists.js';
import { branchesIn, conditionsIn, openComparisons, outcomesOf } from './outcomes.js';

export interface Difference {
  /** From the resource's entry. */
  readonly path: TemplatePath;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Whether conditions that only the deployment decides may make them the same. */
  readonly mayBeSame?: true;
}

/** Why two texts that differ mean the same. */
export type SameAs = 'reference' | 'order' | 'asset';

export interface Differences {
  readonly differences: readonly Difference[];
  /** Places that are written differently and mean the same. */
  readonly folded: readonly (Difference & { readonly as: SameAs })[];
}

/** What differs between two entries of templates, once everything is resolved that the synthesized output lets us resolve. */
export class Comparison implements Differences {
  readonly differences: Difference[] = [];
  readonly folded: (Difference & { readonly as: SameAs })[] = [];
  readonly #before: Resource;
  readonly #after: Resource;
  readonly #names: ReadonlySet<string>;
  readonly #matches: Matches;

  constructor({ before, after, names }: Pick<ResourcePair, 'before' | 'after' | 'names'>, matches: Matches) {
    this.#before = before;
    this.#after = after;
    this.#names = names;
    this.#matches = matches;
  }

  compare(path: TemplatePath, before: Json | undefined, after: Json | undefined): void {
    if (sameJson(before, after)) {
      if (this.#names.size > 0 && mentions(after, this.#names)) this.#compareUses(path, after as Json);
      return;
    }
    if (isPlain(before) && isPlain(after)) {
      for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
        this.compare([...path, key], own(before, key), own(after, key));
    } else if (Array.isArray(before) && Array.isArray(after)) {
      this.#compareLists(path, before, after);
    } else {
      this.#compareLeaf({ path, before, after });
    }
  }

  /** What is written the same, and holds a name that means something else than before. */
  #compareUses(path: TemplatePath, raw: Json): void {
    if (Array.isArray(raw) || isPlain(raw)) {
      const entries = Array.isArray(raw) ? raw.entries() : Object.entries(raw);
      for (const [key, part] of entries) this.compare([...path, key], part as Json, part as Json);
    } else {
      const [before, after] = [this.#textBefore(raw), this.#textAfter(raw)];
      if (before.isExact && after.isExact && (before.text !== after.text || before.isAbsent !== after.isAbsent))
        this.differences.push({ path, before: raw, after: raw });
    }
  }

  #compareLists(path: TemplatePath, before: readonly Json[], after: readonly Json[]): void {
    const keys = [before.map((item) => this.#textBefore(item).text), after.map((item) => this.#textAfter(item).text)] as const;
    if (isUnordered(path) || before.length !== after.length) {
      const { pairs, removed, added } = alignItems(before, after, keys, isUnordered(path));
      let isMoved = false;
      let last = -1;
      for (const [one, other] of pairs) {
        isMoved ||= other < last;
        last = other;
        this.compare([...path, other], before[one], after[other]);
      }
      for (const index of removed) this.differences.push({ path: [...path, index], before: before[index], after: undefined });
      for (const index of added) this.differences.push({ path: [...path, index], before: undefined, after: after[index] });
      if (isMoved && isUnordered(path)) this.folded.push({ path, before, after, as: 'order' });
      return;
    }
    before.forEach((item, index) => {
      this.compare([...path, index], item, after[index]);
    });
  }

  #compareLeaf(difference: Difference): void {
    const [before, after] = [this.#textBefore(difference.before), this.#textAfter(difference.after)];
    const isThere = (difference.before === undefined) === (difference.after === undefined);
    if (before.isExact && after.isExact && before.text === after.text && (isThere || before.isAbsent === after.isAbsent)) {
      this.folded.push({ ...difference, as: 'reference' });
    } else if (isThere && this.#isAssetOnly(difference, before, after)) {
      this.folded.push({ ...difference, as: 'asset' });
    } else {
      const outcomes = this.#outcomes(difference);
      if (outcomes.length > 0 && outcomes.every(Boolean)) this.folded.push({ ...difference, as: 'reference' });
      else this.differences.push(outcomes.includes(true) ? { ...difference, mayBeSame: true } : difference);
    }
  }

  /** Whether the two are the same, for each outcome of the conditions that they hang on; none when there are no such conditions. */
  #outcomes({ before, after }: Difference): readonly boolean[] {
    const [earlier, later] = [conditionsIn(before), conditionsIn(after)];
    if (earlier.size + later.size === 0) return [];
    // What only the deployment knows is the same where it is written the same, if no name in it means another thing.
    const written = [branchesIn(before), branchesIn(after)] as const;
    if (this.#names.size === 0 && written.some((branches) => branches.length === 1)) {
      const same = written[0].flatMap((one) => written[1].map((other) => sameJson(one, other)));
      if (same.includes(true)) return same;
    }
    const open = [openComparisons(this.#before, earlier), openComparisons(this.#after, later)];
    if (open.includes(undefined)) return [true, false];
    return outcomesOf([...new Set(open.flatMap((comparisons) => [...(comparisons ?? [])]))]).map((assumptions) => {
      const one = textOf(before, this.#before, this.#matches.namingBefore, assumptions);
      const other = textOf(after, this.#after, this.#matches.namingAfter, assumptions);
      return one.isExact && other.isExact && one.text === other.text && one.isAbsent === other.isAbsent;
    });
  }

  #isAssetOnly(difference: Difference, before: Text, after: Text): boolean {
    const [one, other] =
      before.isExact && after.isExact ? [before.text, after.text] : [JSON.stringify(difference.before), JSON.stringify(difference.after)];
    return withoutHashes(one, this.#before.stack) === withoutHashes(other, this.#after.stack);
  }

  #textBefore(raw: Json | undefined): Text {
    return textOf(raw, this.#before, this.#matches.namingBefore);
  }

  #textAfter(raw: Json | undefined): Text {
    return textOf(raw, this.#after, this.#matches.namingAfter);
  }
}

interface Text {
  readonly text: string;
  readonly isExact: boolean;
  readonly isAbsent: boolean;
}

function textOf(
  raw: Json | undefined,
  { graph, stack }: Resource,
  naming: Matches['namingBefore'],
  assumptions: Assumptions = NO_ASSUMPTIONS,
): Text {
  const evaluate = (part: Json | undefined) => graph.evaluator.evaluate(part, { stack, assumptions });
  const value = evaluate(raw);
  // The version or key of a dynamic reference is not part of the value that the graph gives.
  if (raw === undefined || !JSON.stringify(raw).includes(DYNAMIC_REFERENCE))
    return { ...canonicalOf(value, naming), isAbsent: value.kind === 'absent' };
  const written = writtenParts(raw, evaluate);
  const { text, isExact } = canonicalOf(written ?? value, naming);
  return { text, isExact: isExact && written !== undefined, isAbsent: false };
}

const DYNAMIC_REFERENCE = '{{resolve:';

/** A text with dynamic references as it is written, but for what it is put together from. Undefined for what is no text. */
function writtenParts(raw: Json | undefined, evaluate: (raw: Json | undefined) => Value): Value | undefined {
  const writePart = (part: Json | undefined): Value => writtenParts(part, evaluate) ?? evaluate(part);
  if (typeof raw === 'string') return literal(raw);
  const [name, argument = null] = intrinsicOf(raw) ?? [];
  if (name === 'Fn::Join') return join(argument, writePart);
  return name === 'Fn::Sub' ? substitute(argument, writePart) : undefined;
}

function isPlain(raw: Json | undefined): raw is JsonObject {
  return isObject(raw) && intrinsicOf(raw) === undefined;
}
