import type { ImplicitLogGroup } from '../../facts/implicit-log-groups.js';
import type { Resource } from '../../graph/model/resource.js';
import { rootStackOf } from '../../graph/model/root-stack.js';
import { creatorsOf, isCreatedBy } from '../../queries/implicit-log-groups.js';
import { canonicalOf, type Naming } from '../compare/canonical.js';
import { takersOf } from './identities.js';
import type { DiffContext, Problem } from './problem.js';
import { isKept } from './release.js';

const [GROUP, RETENTION] = ['AWS::Logs::LogGroup', 'Custom::LogRetention'] as const;

/** A log group that is created, and that a service or `logRetention` has created already. */
interface Existing {
  readonly group: Resource;
  /** The deployed resource whose log group it is. */
  readonly creator: Resource;
  /** Absent: `logRetention` created it, for certain. */
  readonly row?: ImplicitLogGroup;
}

/**
 * Log groups that get a place in the template only now, when the function that logs to them runs already: feature flag
 * `@aws-cdk/aws-lambda:useCdkManagedLogGroup`, or `logRetention` that becomes a `logGroup` of the same name. "If you have an existing app …
 * your deployment will start failing": https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/FEATURE_FLAGS.md
 */
export function* logGroupProblems(context: DiffContext): Generator<Problem> {
  const created = [...takersOf(context)].filter(({ base, type }) => type === GROUP && !isKept(base, context));
  if (created.length === 0) return;
  const declared = placesOf(context, GROUP, 'LogGroupName');
  const retentions = placesOf(context, RETENTION, 'LogGroupName');
  const byCause = new Map<string, Existing[]>();
  for (const group of created) {
    const name = placeOf(group, 'LogGroupName', context.pairing.matches.namingAfter);
    if (name === undefined || declared.has(name)) continue;
    const existing = existingOf(group, name, retentions, context);
    if (existing === undefined) continue;
    const cause = `${rootStackOf(group.stack).id} ${existing.row?.type}`;
    byCause.set(cause, [...(byCause.get(cause) ?? []), existing]);
  }
  for (const found of byCause.values()) yield problemOf(found);
}

function existingOf(group: Resource, name: string, retentions: ReadonlyMap<string, Resource>, context: DiffContext): Existing | undefined {
  const retention = retentions.get(name);
  if (retention !== undefined) return { group, creator: retention };
  const { matches } = context.pairing;
  for (const { row, creator } of creatorsOf(group.property('LogGroupName'))) {
    const deployed = isKept(creator, context) ? matches.originOf(creator) : undefined;
    if (deployed !== undefined && isCreatedBy(row, deployed)) return { group, creator, row };
  }
  return undefined;
}

function problemOf(found: readonly Existing[]): Problem {
  const [{ group, creator, row } = found[0] as Existing, ...others] = found;
  const more = others.length === 0 ? '' : ` So it is with ${others.length} other log group${others.length === 1 ? '' : 's'} of this stack.`;
  const how =
    row === undefined
      ? `\`logRetention\` (${creator.displayNameFrom(group)}) has created this log group already, and does not delete it before this one is created`
      : `${row.type.split('::')[1]} creates this log group of the deployed ${creator.displayNameFrom(group)} ${row.created}: where that was so, it exists already`;
  return {
    kind: 'identity-taken',
    level: row === undefined ? 'blocked' : 'careful',
    at: group,
    message: `${how}: \`The specified log group already exists\`.${more}`,
    fix: `Give the log group another name, or none (\`logGroup: new logs.LogGroup(this, 'Logs')\`), so that the old one keeps what was logged until now; or take the existing one into the stack with \`cdk import\`${row?.type === 'AWS::Lambda::Function' ? '; or leave the feature flag `@aws-cdk/aws-lambda:useCdkManagedLogGroup` off' : ''}.`,
  };
}

/** Deployed resources by the name of a log group, as after calls what it refers to. */
function placesOf({ before, pairing }: DiffContext, type: string, property: string): ReadonlyMap<string, Resource> {
  const places = new Map<string, Resource>();
  for (const resource of before.certainResourcesOfType(type)) {
    const place = placeOf(resource, property, pairing.matches.namingBefore);
    if (place !== undefined) places.set(place, resource);
  }
  return places;
}

function placeOf(resource: Resource, property: string, naming: Naming): string | undefined {
  const at = resource.property(property);
  const { text, isExact } = canonicalOf(at.value, naming);
  const { account, region } = resource.stack.environment;
  return at.isAbsent || !isExact ? undefined : JSON.stringify([account, region, text]);
}
