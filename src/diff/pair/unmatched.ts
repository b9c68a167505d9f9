import type { Stack } from '../../assembly/model.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { groupBy } from '../../group-by.js';
import { memoizeByKey } from '../../memoize.js';
import { numbering } from '../../numbering.js';
import { isStateful } from '../consequence/stateful.js';
import { contentOf, pathInStack } from './content.js';
import type { Matches } from './matches.js';
import { NO_NAMES, type PairedBy, type ResourcePair } from './resource-pair.js';
import { CDK_TYPES } from './revisions.js';
import type { StackPair } from './stack-pairs.js';

/** Contents may hold references to what is itself still to be paired: so many times is it tried again. */
const MAX_ROUNDS = 4;

/** Resources whose logical id is in one assembly only: gone, new, or the same under another id or in another stack. */
export class Unmatched {
  readonly removed = new Set<Resource>();
  readonly added = new Set<Resource>();
  readonly #matches: Matches;

  constructor(matches: Matches) {
    this.#matches = matches;
  }

  /** In one pair of stacks. The CDK changes logical ids where it puts a hash into them; the construct stays where it is. */
  byConstructPath({ before, after }: StackPair): readonly ResourcePair[] {
    return this.#match(
      'construct-path',
      (resource) => withType(resource, pathInStack(resource)),
      (resource) => withType(resource, pathInStack(resource)),
      [...this.removed].filter(({ stack }) => stack === before),
      [...this.added].filter(({ stack }) => stack === after),
    );
  }

  /** Over all stacks. Pairs must be taken note of as they come, since what follows hangs on them. */
  *anywhere(): Generator<ResourcePair> {
    const keyBefore = (resource: Resource): string | undefined => physicalKey(resource, this.#environmentOf(resource));
    yield* this.#match('physical-name', keyBefore, (resource) => physicalKey(resource, resource.stack.environment));
    for (let round = 0; round < MAX_ROUNDS && this.removed.size > 0 && this.added.size > 0; round++) {
      const numberOf = numbering();
      const before = memoizeByKey((resource: Resource) =>
        this.#isLeaving(resource) ? undefined : numberOf(contentOf(resource, this.#matches.looseBefore, this.#environmentOf(resource))),
      );
      const after = memoizeByKey((resource: Resource) =>
        numberOf(contentOf(resource, this.#matches.looseAfter, resource.stack.environment)),
      );
      const found = [
        // Several that are alike are distinguished by where their constructs are.
        ...this.#match(
          'content',
          (resource) => withPath(before(resource), resource),
          (resource) => withPath(after(resource), resource),
        ),
        ...this.#match(
          'content',
          (resource) => withType(resource, inStack(before(resource), this.#matches.stacksOf('before', resource.stack)?.after)),
          (resource) => withType(resource, inStack(after(resource), resource.stack)),
        ),
        // Over stacks only what holds something: a role for functions is like many others, and nobody moved it.
        ...this.#match(
          'content',
          (resource) => (isStateful(resource) ? before(resource) : undefined),
          (resource) => (isStateful(resource) ? after(resource) : undefined),
        ),
      ];
      if (found.length === 0) return;
      yield* found;
    }
  }

  /** The environment of a resource of before: one that was left open may be written down now. */
  #environmentOf({ stack }: Resource): Stack['environment'] {
    const pair = this.#matches.stacksOf('before', rootStackOf(stack));
    return pair === undefined || pair.kind === 'moved' ? stack.environment : pair.after.environment;
  }

  /** Whether its stack leaves the app: then it stays deployed, and what is like it elsewhere is another one. */
  #isLeaving({ stack }: Resource): boolean {
    return this.#matches.stacksOf('before', rootStackOf(stack)) === undefined;
  }

  /** Pairs what has a key that nothing else on its side has. */
  #match(
    by: PairedBy,
    keyBefore: (resource: Resource) => string | undefined,
    keyAfter: (resource: Resource) => string | undefined,
    removed: readonly Resource[] = [...this.removed],
    added: readonly Resource[] = [...this.added],
  ): readonly ResourcePair[] {
    if (removed.length === 0 || added.length === 0) return [];
    const types = new Set(removed.map(({ type }) => type));
    const candidates = groupBy(
      added.filter((resource) => types.has(resource.type) && !CDK_TYPES.has(resource.type) && keyAfter(resource) !== undefined),
      (resource) => keyAfter(resource) as string,
    );
    const rivals = groupBy(
      removed.filter((resource) => keyBefore(resource) !== undefined),
      (resource) => keyBefore(resource) as string,
    );
    const pairs: ResourcePair[] = [];
    for (const [key, [before, ...others]] of rivals) {
      const [after, ...more] = candidates.get(key) ?? [];
      if (before === undefined || after === undefined || others.length > 0 || more.length > 0) continue;
      const stacks = this.#matches.stacksOf('before', before.stack);
      pairs.push({ before, after, by, stacks: stacks?.after === after.stack ? stacks : undefined, names: NO_NAMES });
      this.removed.delete(before);
      this.added.delete(after);
    }
    return pairs;
  }
}

function withType({ type }: Resource, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${type} ${key}`;
}

function inStack(content: string | undefined, stack: Stack | undefined): string | undefined {
  return content === undefined || stack === undefined ? undefined : `${content} ${stack.templateFile} ${stack.id}`;
}

function withPath(content: string | undefined, resource: Resource): string | undefined {
  const path = pathInStack(resource);
  return content === undefined || path === undefined ? undefined : `${content} ${path}`;
}

function physicalKey({ type, physicalName }: Resource, { account, region }: Stack['environment']): string | undefined {
  return physicalName === undefined ? undefined : JSON.stringify([type, account, region, physicalName]);
}
