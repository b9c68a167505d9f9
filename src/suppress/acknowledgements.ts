import { isObject } from '../assembly/json.js';
import type { Json, Stack } from '../assembly/model.js';
import { scopeOfStack } from '../assembly/stack-scope.js';
import type { GlobBudget } from '../config/glob.js';
import type { UnlocatedFinding } from '../finding/unlocated-finding.js';
import { idMatcher } from './ids.js';
import type { Suppression } from './suppression.js';

const TYPE = 'aws:cdk:acknowledged-rules';
const OWN = 'synthcheck::';
/** The name under which CDK runs cfn-lint's rules itself, and accepts some findings by itself. */
const CFN_LINT = 'CloudFormation-Validate::';

/**
 * What the app says with `Validations.of(construct).acknowledge({ id: 'synthcheck::route53/…', reason })`: it holds for the construct and
 * everything below it in its stack and those nested in it, and nowhere else: an assembly of another app may have a stack of the same name. CDK writes those made inside of a stack into the stack's metadata, and those on an app or a stage nowhere.
 */
export function* readAcknowledgements(stacks: readonly Stack[], budget: GlobBudget): Generator<Suppression> {
  for (const stack of stacks) {
    const { parent, constructs } = stack;
    // A stack and those nested in it share their entries.
    if (parent !== undefined || !constructs.mentions(TYPE)) continue;
    for (const [path, entries] of constructs.entries()) {
      for (const { type, data } of entries) {
        if (type !== TYPE || !isObject(data)) continue;
        for (const [acknowledged, reason] of Object.entries(data)) yield* read(acknowledged, reason, path, stack, budget);
      }
    }
  }
}

function* read(acknowledged: string, reason: Json, path: string, stack: Stack, budget: GlobBudget): Generator<Suppression> {
  const isOwn = acknowledged.startsWith(OWN);
  if (!isOwn && !acknowledged.startsWith(CFN_LINT)) return;
  const id = isOwn ? acknowledged.slice(OWN.length) : `cfn-lint/${acknowledged.slice(CFN_LINT.length)}`;
  const isMeant = idMatcher([id], budget);
  yield {
    ids: [id],
    name: `The acknowledgement of \`${acknowledged}\` at \`${path}\``,
    at: { stack, path },
    covers: ({ checkId }) => isMeant(checkId),
    reason: typeof reason === 'string' ? reason : undefined,
    isAcknowledgement: true,
    isOwn,
  };
}

/** A resource without a construct path is still a part of its stack. */
export function pathOf({ place }: UnlocatedFinding): string {
  const { resource, stack, constructPath } = place;
  const stackPath = (): string => scopeOfStack(stack) ?? stack.displayName;
  return resource === undefined ? (constructPath ?? stackPath()) : (resource.constructPath ?? `${stackPath()}/${resource.logicalId}`);
}
