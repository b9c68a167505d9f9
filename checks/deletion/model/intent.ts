import type { Stack } from '../../../src/assembly/model.js';
import { STATEFUL_TYPES } from '../../../src/facts/stateful-types.js';
import type { ResourceGraph } from '../../../src/graph/model/resource-graph.js';
import { fateOf } from '../../../src/queries/deletion.js';
import { hyphenated } from '../../../src/queries/region-words.js';

/** What an environment is called that is made to be deleted again. */
const TEMPORARY =
  /(?<![a-z0-9])(?:ephemeral|temporary|temp|tmp|preview|pr-?\d+|pull-request|review-app|feature-branch|e2e|integ|(?<!a-?b-|load-|canary-)tests?|testing|dev(?!-?(?:ops|tools?|portal|account))|development)(?![a-z0-9])/;
const LASTING = /(?<![a-z0-9])(?:prod|production|prd|live)(?![a-z0-9])/;
/** Keys of tags that say what a stack is for. */
const KEYS = /^(?:[a-z]+:)*(?:env|environment|stage|lifecycle|lifetime)$/i;

/**
 * Why a stack is probably meant to be deleted with all that is in it, in a few words; undefined when nothing reports it.
 * A guess: what follows from it is a warning at most. `deletion.destroyable` and `deletion.retained` of the configuration say it for certain.
 */
export function temporaryBecause(graph: ResourceGraph, stack: Stack): string | undefined {
  const known = graph.memo(reasonsIn);
  if (!known.has(stack)) known.set(stack, findReason(graph, stack));
  return known.get(stack);
}

/** Asked for each resource of a stack, found once. */
function reasonsIn(): Map<Stack, string | undefined> {
  return new Map();
}

function findReason(graph: ResourceGraph, stack: Stack): string | undefined {
  if (stack.terminationProtection) return undefined;
  const name = hyphenated(stack.displayName);
  const tags = [...stack.tags].filter(([key]) => KEYS.test(key));
  if ([name, ...tags.map(([, value]) => hyphenated(value))].some((text) => LASTING.test(text))) return undefined;
  const word = TEMPORARY.exec(name)?.[0];
  if (word !== undefined) return `the stack name contains "${word}"`;
  const tag = tags.find(([, value]) => TEMPORARY.test(hyphenated(value)));
  if (tag !== undefined) return `the stack tag ${tag[0]} is "${tag[1]}"`;
  return mostSiblingsGo(graph, stack);
}

/** With as many stores as this, of which most are written to be deleted, one that stays is the exception. */
const MIN_DELETED = 3;

function mostSiblingsGo(graph: ResourceGraph, stack: Stack): string | undefined {
  const stores = [...graph.resourcesOf(stack)].filter(
    (resource) => STATEFUL_TYPES.get(resource.type) === 'data' && !resource.attribute('DeletionPolicy').isAbsent,
  );
  const deleted = stores.filter((store) => fateOf(store) === 'deleted').length;
  return deleted >= MIN_DELETED && deleted > 2 * (stores.length - deleted)
    ? `${deleted} of its ${stores.length} data stores are deleted with it`
    : undefined;
}
