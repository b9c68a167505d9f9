import type { Resource } from '../../graph/model/resource.js';
import { replicaRegionsOf } from '../../queries/global-tables.js';
import type { Change } from '../changes.js';
import { isFollowing } from '../consequence/propagate.js';
import type { DiffContext, Problem } from './problem.js';
import { sequenceOf } from './sequence.js';

/** Updates that CloudFormation or a service refuses although each end of it is a good template. */
export function* updateProblems(context: DiffContext): Generator<Problem> {
  for (const change of context.changes) {
    const { before, after, kind } = change;
    if (before === undefined || after === undefined || kind === 'renamed' || kind === 'moved') continue;
    if (before.type !== after.type) yield typeProblem(before, after);
    else if (after.type === 'AWS::DynamoDB::GlobalTable') yield* replicaProblems(change, before, after);
    if (change.differences.some(({ path }) => path[1] === 'ServiceToken')) yield tokenProblem(after);
  }
  for (const resource of context.recreated) {
    for (const link of context.after.linksTo(resource)) {
      if (link.path[1] === 'ServiceToken' && !context.recreated.has(link.from) && isFollowing(link, context.pairing.matches))
        yield tokenProblem(link.from);
    }
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html */
function typeProblem(before: Resource, after: Resource): Problem {
  const isTable = before.type === 'AWS::DynamoDB::Table' && after.type === 'AWS::DynamoDB::GlobalTable';
  return {
    kind: 'type-changed',
    level: 'blocked',
    at: after,
    message: `The type under the logical id ${after.logicalId} changes from ${before.type} to ${after.type}: \`Update of resource type is not permitted. The new template modifies resource type of the following resources: [${after.logicalId}]\`.`,
    fix: isTable
      ? 'Deploy the table with RemovalPolicy.RETAIN, take it out of the template, and import it as `TableV2` with `cdk import`.'
      : 'Give the new construct another id, so that it gets a logical id of its own.',
  };
}

/**
 * "You can add or remove replicas after table creation, but you can only add or remove a single replica in each update", and
 * "we recommend submitting an UpdateStack operation containing only that change":
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html
 */
function* replicaProblems({ differences }: Change, before: Resource, after: Resource): Generator<Problem> {
  const [old, current] = [replicaRegionsOf(before), replicaRegionsOf(after)];
  if (old === undefined || current === undefined) return;
  const added = current.filter((region) => !old.includes(region));
  const removed = old.filter((region) => !current.includes(region));
  const moves = [...added.map((region) => `adds ${region}`), ...removed.map((region) => `removes ${region}`)];
  if (moves.length > 1) {
    yield {
      kind: 'replica-set',
      level: 'blocked',
      at: after,
      message: `One update ${moves.join(' and ')}: \`Update table operation with more than one create or delete replica actions not allowed\`.`,
      fix: `Deploy ${moves.length} times, with one replica added or removed each time.`,
      sequence: sequenceOf(
        [...added.map((region) => `add ${region} alone`), ...removed.map((region) => `remove ${region} alone`)],
        after.stack,
      ),
    };
  }
  const touchesKeys = differences.some(({ path }) => path.includes('SSESpecification'));
  if (moves.length > 0 && touchesKeys) {
    yield {
      kind: 'replica-with-key',
      level: 'careful',
      at: after,
      message: `One update ${moves.join(' and ')} and changes encryption: DynamoDB takes changes of replicas one at a time, and a failed one may have to be undone by hand.`,
      fix: 'Deploy the change of encryption on its own, and the replica after it.',
    };
  }
}

function tokenProblem(resource: Resource): Problem {
  return {
    kind: 'service-token-changed',
    level: 'blocked',
    at: resource,
    message: 'The `ServiceToken` of this custom resource changes: `Modifying service token is not allowed.`',
    fix: 'Give the custom resource another construct id, so that it is created again with the new handler.',
  };
}
