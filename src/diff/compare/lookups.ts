import { andList } from '../../and-list.js';
import type { Json } from '../../assembly/model.js';
import { counted } from '../../counted.js';
import { lookupOfDummy, lookupOfDummyPart, lookupOfPossibleDummy } from '../../facts/lookup-dummies.js';
import type { ReportDiagnostic } from '../../finding/report.js';
import { intrinsicOf, isObject, stepInto } from '../../graph/model/json.js';
import { lastKey, type TemplatePath } from '../../graph/model/property.js';
import type { ResourceGraph } from '../../graph/model/resource-graph.js';
import type { ResourcePair } from '../pair/resource-pair.js';
import type { Difference } from './differences.js';

/**
 * Dummy values that the CDK writes until a lookup is done. What is deployed has the answer in their place, so that a difference between a dummy and
 * an answer says nothing of the deployment. Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.GetContextValueOptions.html
 */
export class Lookups {
  readonly #sides: readonly [before: Side, after: Side];

  constructor(before: ResourceGraph, after: ResourceGraph) {
    this.#sides = [new Side(before), new Side(after)];
  }

  /** The differences of a pair that are none between a dummy and an answer. */
  withoutDummies(differences: readonly Difference[], { before, after }: ResourcePair): readonly Difference[] {
    return differences.filter(({ path, before: old, after: current }) => {
      if (isNoAnswer(old) || isNoAnswer(current)) return true;
      const key = lastKey(path) ?? '';
      const isDummy = [this.#isDummy(0, key, old, listAt(before.raw, path)), this.#isDummy(1, key, current, listAt(after.raw, path))];
      return !isDummy.includes(true);
    });
  }

  /** Whether one of two values holds a dummy. */
  isBetweenDummies(key: string, before: Json | undefined, after: Json | undefined): boolean {
    return [this.#isDummy(0, key, before), this.#isDummy(1, key, after)].includes(true);
  }

  /** Whether a text of one side is a dummy. */
  isDummy(text: string, side: 'before' | 'after'): boolean {
    return this.#sides[side === 'before' ? 0 : 1].lookupIn(text, '') !== undefined;
  }

  /** What is said once of each side whose dummies were left out. */
  diagnostics(): readonly ReportDiagnostic[] {
    return this.#sides.flatMap(({ left, lookups }, index) => {
      if (left === 0) return [];
      const what = `The assembly ${index === 0 ? 'before' : 'after'} was synthesized without ${andList([...lookups].sort())}`;
      const values = `${counted(left, 'value')} in it ${left === 1 ? 'is a dummy' : 'are dummies'} of the CDK`;
      const message = `${what}: ${values} and ${left === 1 ? 'is' : 'are'} not compared, since ${index === 0 ? 'something else is deployed' : 'a deployment has the answers'}. Synthesize with credentials, and commit \`cdk.context.json\`.`;
      return [{ severity: 'warning' as const, message }];
    });
  }

  #isDummy(index: 0 | 1, key: string, value: Json | undefined, list?: Json): boolean {
    const side = this.#sides[index];
    const lookup = side.lookupIn(value, key) ?? (list === undefined ? undefined : side.lookupIn(list, key));
    if (lookup === undefined) return false;
    side.left++;
    side.lookups.add(lookup);
    return true;
  }
}

/** One of the two assemblies, or groups of them. */
class Side {
  left = 0;
  readonly lookups = new Set<string>();
  /** Dummies that the manifest names. */
  readonly #written: ReadonlySet<string>;
  readonly #isMissing: boolean;

  constructor({ assemblies }: ResourceGraph) {
    const missing = assemblies.flatMap(({ missingContext }) => missingContext);
    this.#isMissing = missing.length > 0;
    // A default that the app gives may be any short text or number.
    this.#written = new Set(missing.flatMap(({ dummies }) => dummies).filter((text) => /^(?=.*[a-z]).{4}/i.test(text)));
  }

  /** The lookup of a dummy anywhere in a value of a property. */
  lookupIn(value: Json | undefined, key: string): string | undefined {
    if (typeof value === 'string') return this.#lookupOf(value, key);
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [name, part] of Object.entries(value)) {
      // Of a list, and of the argument of a function, the property decides.
      const found = this.lookupIn(part as Json, Array.isArray(value) || /^Fn::/.test(name) ? key : name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #lookupOf(text: string, key: string): string | undefined {
    const certain = lookupOfDummy(text, key) ?? lookupOfDummyPart(text);
    if (certain !== undefined || !this.#isMissing) return certain;
    return lookupOfPossibleDummy(text) ?? (this.#written.has(text) ? 'its lookups' : undefined);
  }
}

/** What no lookup answers: a rule that is opened to everyone is one of the app. */
function isNoAnswer(value: Json | undefined): boolean {
  return value === '0.0.0.0/0' || value === '::/0' || value === '*';
}

/** The list of values that the last step of a path is an element of: two lookups of one thing may have answers of different length. */
function listAt(raw: Json, path: TemplatePath): Json | undefined {
  if (typeof path.at(-1) !== 'number') return undefined;
  const list = path.slice(0, -1).reduce<Json | undefined>((value, step) => stepInto(value, step), raw);
  const isOfValues = Array.isArray(list) && list.every((item) => !isObject(item) || intrinsicOf(item) !== undefined);
  return isOfValues ? list : undefined;
}
