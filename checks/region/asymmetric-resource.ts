import type { Stack } from '../../src/assembly/model.js';
import { defineCheck } from '../../src/check/check.js';
import { resource, stack } from '../../src/check/example-parts.js';
import { STAND_INS, TYPES_THAT_MATTER } from '../../src/facts/copied-settings.js';
import { STATEFUL_TYPES } from '../../src/facts/stateful-types.js';
import type { Resource } from '../../src/graph/model/resource.js';
import { isOfProvider } from '../../src/queries/cdk-providers.js';
import { DB_CLUSTERS, membershipOf } from '../../src/queries/global-clusters.js';
import { isStandby } from '../../src/queries/region-words.js';
import { contractsOf } from '../../src/resilience/contracts.js';
import { regionalCopies } from './model/regional-copies.js';

const queue = resource('AWS::SQS::Queue', {});
const topic = resource('AWS::SNS::Topic', {});

export default defineCheck({
  id: 'region/asymmetric-resource',
  title: 'Resource is missing in the stack of the other region',
  severity: 'warning',
  docs: {
    why: 'Stacks whose names differ in the region only (`OrdersPrimary` and `OrdersSecondary`, `Orders-us-east-1` and `Orders-us-west-2`) are taken for copies of one another. What one of them lacks (an API, a load balancer, a function, an alarm) is missing when that region has to take over.',
    fix: 'Make both from one class, and let only what is global differ: `for (const region of regions) new OrdersStack(app, `Orders-${region}`, { env: { region } })`. If a side is smaller on purpose, suppress this with a reason.',
    sources: [
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
    ],
    templateFix:
      'Declare it in both templates, or deploy one template to both regions. If a side is smaller on purpose, suppress this with a reason.',
    bad: { OrdersPrimary: stack('us-east-1', { Queue: queue, Topic: topic }), OrdersSecondary: stack('us-west-2', { Queue: queue }) },
    good: {
      OrdersPrimary: stack('us-east-1', { Queue: queue, Topic: topic }),
      OrdersSecondary: stack('us-west-2', { Queue: queue, Topic: topic }),
    },
  },
  *graph({ graph, settings }) {
    const contracts = contractsOf(graph, settings);
    for (const { stacks } of regionalCopies(graph)) {
      // Of what a contract covers, `resilience/standby-incomplete` says what is missing.
      if (contracts.some(({ covers }) => stacks.every(covers))) continue;
      if (graph.mayLackResources(stacks)) continue;
      const types = stacks.map((stack) =>
        firstByType(graph.stacks.filter((other) => isPartOf(other, stack)).flatMap((part) => [...graph.resourcesOf(part)])),
      );
      // One pipeline deploys to all regions: its stacks in the others hold its artifacts, and take nothing over.
      if (new Set(types.map((byType) => byType.has('AWS::CodePipeline::Pipeline'))).size > 1) continue;
      for (const [index, stack] of stacks.entries()) {
        if (isStandby(stack) && keepsDataOnly(types[index])) continue;
        const missing = TYPES_THAT_MATTER.flatMap((type) => {
          const found = types.find((other) => other.get(type)?.existence === 'certain')?.get(type);
          const has = [type, ...(STAND_INS[type] ?? [])].some((candidate) => types[index]?.has(candidate));
          return found === undefined || has || isNeededHereAlone(found) || isSharedWith(found, stack) ? [] : [found];
        });
        if (missing.length === 0) continue;
        const [first] = missing as [Resource];
        yield {
          at: stack,
          message: `${stack.displayName} in ${stack.environment.region} has no ${missing.map(({ type }) => type).join(', no ')}, which ${first.stack.displayName} in ${first.region} has: that region cannot take over what it does.`,
          related: missing.map((resource) => ({ at: resource, message: `Only in ${resource.region}.` })),
        };
      }
    }
  },
});

/** Whether a region only keeps data to restore from: buckets, vaults and their keys, and nothing of what runs on the other side. */
function keepsDataOnly(byType: ReadonlyMap<string, Resource> | undefined): boolean {
  const types = [...(byType?.keys() ?? [])];
  return (
    types.some((type) => STATEFUL_TYPES.get(type) === 'data') &&
    types.every((type) => type === 'AWS::KMS::Key' || !TYPES_THAT_MATTER.includes(type))
  );
}

function isPartOf(stack: Stack, whole: Stack): boolean {
  return stack === whole || (stack.parent !== undefined && isPartOf(stack.parent.stack, whole));
}

/** The first resource of each type, but those that the CDK adds for its custom resources. */
function firstByType(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  const first = new Map<string, Resource>();
  for (const resource of resources) if (!isOfProvider(resource) && !first.has(resource.type)) first.set(resource.type, resource);
  return first;
}

/** A key that only the secondary of a global database, or a replica, needs: the primary may have the key that AWS manages. */
function isNeededHereAlone(resource: Resource): boolean {
  return resource.type === 'AWS::KMS::Key' && resource.graph.linksTo(resource).some(({ from }) => isSecondary(from) || isReadReplica(from));
}

function isSecondary(database: Resource): boolean {
  if (!DB_CLUSTERS.includes(database.type) || database.property('GlobalClusterIdentifier').isAbsent) return false;
  return membershipOf(database)?.member.role !== 'primary';
}

/** A replica of an encrypted database in another region names a key of its own region. */
function isReadReplica(database: Resource): boolean {
  return REPLICA_SOURCES.some((property) => database.type.startsWith('AWS::RDS::') && !database.property(property).isAbsent);
}

/** Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html */
const REPLICA_SOURCES = ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier', 'ReplicationSourceIdentifier'];

/** Whether the stack uses the one that the other stack has. */
function isSharedWith(resource: Resource, stack: Stack): boolean {
  return resource.graph.linksTo(resource).some(({ from }) => isPartOf(from.stack, stack));
}
